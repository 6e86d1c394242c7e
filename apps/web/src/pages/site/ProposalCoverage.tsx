import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { DocumentList } from "../../features/document/DocumentList.tsx";
import { Serving } from "../../features/document/Serving.tsx";
import type { ProposalPage, ProposalCoverage_proposal } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { TerritoryMap } from "../../shared/TerritoryMap.tsx";
import { Fold } from "../../ui/Part.tsx";
import styles from "./Chain.module.css";
import { ProposalOrigin } from "./ProposalOrigin.tsx";

type Proposal = NonNullable<ProposalPage["proposal"]>;

/** From where its words come, and the documents that serve it. */
export const proposalCoverage: TypedDocumentNode<ProposalCoverage_proposal> = gql`
  fragment ProposalCoverage_proposal on Proposal {
    id
    coverage {
      regions {
        responses
        territory {
          slug
          code
          name
        }
      }
    }
    serving {
      ...DocumentList_document @unmask
    }
  }
  ${DocumentList.fragment}
`;

/** From where the words of a proposal come, and from where none do; and the documents that serve it. */
export const ProposalCoverage = ({ proposal }: { proposal: Proposal }) => (
  <>
    <Fold heading={m.proposal_coverage()}>
      <div className={styles.beside}>
        <ProposalOrigin proposal={proposal} />
        <TerritoryMap
          values={proposal.coverage.regions.map(({ territory: { code, name }, responses }) => ({
            code,
            label: name,
            count: responses,
          }))}
          hrefFor={(code) =>
            paths.territory(proposal.coverage.regions.find(({ territory }) => territory.code === code)!.territory.slug)
          }
          say={m.proposal_coverage_region}
          caption={m.proposal_coverage_map()}
        />
      </div>
    </Fold>
    <Serving documents={proposal.serving} serves={paths.proposal(proposal.slug)} folded />
  </>
);

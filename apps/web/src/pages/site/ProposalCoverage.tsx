import { m } from "@cahier/schema/messages";
import type { ProposalPage } from "../../graphql/operations.generated.ts";
import { responsesAndRegions } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { TerritoryMap } from "../../shared/TerritoryMap.tsx";
import { Row } from "../../ui/Ruled.tsx";
import styles from "./Chain.module.css";
import { ProposalOrigin } from "./ProposalOrigin.tsx";

type Proposal = NonNullable<ProposalPage["proposal"]>;

/** From where the words of a proposal come, and from where none do. */
export const ProposalCoverage = ({ proposal }: { proposal: Proposal }) => (
  <Row heading={m.proposal_coverage()} margin={responsesAndRegions(proposal)}>
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
  </Row>
);

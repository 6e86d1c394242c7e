import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { ProposalVersions } from "../../features/proposal/ProposalVersions.tsx";
import type { ProposalVersionsPage, ProposalVersionsPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { Empty } from "../../ui/Empty.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { TitleLink } from "../../shared/TitleLink.tsx";

const query: TypedDocumentNode<ProposalVersionsPage, ProposalVersionsPageVariables> = gql`
  query ProposalVersionsPage($slug: String!) {
    proposal(slug: $slug) {
      id
      slug
      title
      fictional
      versions {
        id
      }
      ...ProposalVersions_proposal
    }
  }
  ${ProposalVersions.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { slug: args.params.slug! }, "proposal");

/** A proposal as it stood each time it changed: when, who, why, and what came of it word for word. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const it = data.proposal!;
  return (
    <Ruled>
      <PageHead
        kicker={<TitleLink to={paths.proposal(it.slug)}>{it.title}</TitleLink>}
        title={m.version_title()}
        tab={`${m.version_title()} · ${it.title}`}
        lead={m.version_lead()}
      >
        <div className="cluster">
          <ShareButton title={`${m.version_title()} · ${it.title}`} />
          {it.fictional && <Fictional />}
        </div>
      </PageHead>
      <Row>{it.versions.length > 0 ? <ProposalVersions proposal={it} /> : <Empty title={m.version_none()} />}</Row>
    </Ruled>
  );
}

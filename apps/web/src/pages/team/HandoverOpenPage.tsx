import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { OpenHandover } from "../../features/handover/OpenHandover.tsx";
import type { HandoverOpenPage, HandoverOpenPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { carrierChoices } from "../../shared/carrierChoices.tsx";
import { proposalAsks } from "../../shared/proposalAsks.tsx";

const query: TypedDocumentNode<HandoverOpenPage, HandoverOpenPageVariables> = gql`
  query HandoverOpenPage($slug: String!, $office: String!) {
    proposal(slug: $slug) {
      id
      ...ProposalAsks_proposal @unmask
    }
    office: interlocutor(slug: $office) {
      id
      slug
      name
    }
    ...CarrierChoices_query @unmask
  }
  ${carrierChoices}
  ${proposalAsks}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(
    args,
    query,
    { slug: args.params.slug!, office: new URL(args.request.url).searchParams.get("interlocutor") ?? "" },
    "proposal",
  );

/** Beginning to carry a proposal: to whom, what is asked, and who carries it. */
export function Component() {
  const { proposal, office, ...lists } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { slug, number, title, state } = proposal!;
  return (
    <Ruled>
      <PageHead
        kicker={
          <Link to={paths.proposal(slug)}>
            {m.proposal_number({ number })}
            {m.ui_colon()}
            <span lang={contentLang()}>{title}</span>
          </Link>
        }
        title={m.handover_open()}
        lead={m.handover_open_lead()}
      />
      <Row>
        {state === "DRAFT" ? (
          <Empty title={m.problem_STILL_A_DRAFT()}>
            <More to={paths.proposalEdit(slug)}>{m.handover_to_draft()}</More>
          </Empty>
        ) : (
          <OpenHandover proposal={proposal!} chosen={office} {...lists} />
        )}
      </Row>
    </Ruled>
  );
}

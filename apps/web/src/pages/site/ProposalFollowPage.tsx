import { gql, type TypedDocumentNode } from "@apollo/client";
import { type LoaderFunctionArgs, useHref, useLoaderData, useLocation, useParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import type { ProposalFollowPage, ProposalFollowPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { AmendmentFollow } from "./AmendmentFollow.tsx";
import type { Followed } from "./followed.ts";
import { ReactionFollow } from "./ReactionFollow.tsx";
import { SupplyFollow } from "./SupplyFollow.tsx";

const query: TypedDocumentNode<ProposalFollowPage, ProposalFollowPageVariables> = gql`
  query ProposalFollowPage($code: String!) {
    ownSupply(code: $code) {
      ...SupplyFollow_own @unmask
    }
    ownReaction(code: $code) {
      ...ReactionFollow_own @unmask
    }
    ownAmendment(code: $code) {
      ...AmendmentFollow_own @unmask
    }
  }
  ${ReactionFollow.fragment}
  ${SupplyFollow.fragment}
  ${AmendmentFollow.fragment}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(
    args,
    query,
    { code: args.params.code! },
    ({ ownSupply, ownAmendment, ownReaction }) => !!(ownSupply ?? ownAmendment ?? ownReaction),
  );

/** Private link of something given to a proposal (a missing part, an argument or an amendment), or of a reaction: its state. */
export function Component() {
  const { ownSupply, ownAmendment, ownReaction } = useReadQuery(useLoaderData<typeof loader>()).data;
  const sent = (useLocation().state as Pick<Followed<never>, "sent"> | null)?.sent;
  const address = `${location.origin}${useHref(paths.proposalFollow(useParams().code!))}`;
  if (ownAmendment) return <AmendmentFollow own={ownAmendment} sent={sent} address={address} />;
  if (ownReaction) return <ReactionFollow own={ownReaction} address={address} />;
  return <SupplyFollow own={ownSupply!} sent={sent} address={address} />;
}

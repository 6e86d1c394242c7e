import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { type LoaderFunctionArgs, useHref, useLoaderData, useLocation, useParams } from "react-router-dom";
import type { ProposalFollowPage, ProposalFollowPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { AmendmentFollow } from "./AmendmentFollow.tsx";
import type { Followed } from "./followed.ts";
import { SupplyFollow } from "./SupplyFollow.tsx";

const query: TypedDocumentNode<ProposalFollowPage, ProposalFollowPageVariables> = gql`
  query ProposalFollowPage($code: String!) {
    ownSupply(code: $code) {
      ...SupplyFollow_own @unmask
    }
    ownAmendment(code: $code) {
      ...AmendmentFollow_own @unmask
    }
  }
  ${SupplyFollow.fragment}
  ${AmendmentFollow.fragment}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { code: args.params.code! }, ({ ownSupply, ownAmendment }) => !!(ownSupply ?? ownAmendment));

/** Private link of something given to a proposal (a missing part, an argument or an amendment): its state. */
export function Component() {
  const { ownSupply, ownAmendment } = useReadQuery(useLoaderData<typeof loader>()).data;
  const sent = (useLocation().state as Pick<Followed<never>, "sent"> | null)?.sent;
  const address = `${location.origin}${useHref(paths.proposalFollow(useParams().code!))}`;
  if (ownAmendment) return <AmendmentFollow own={ownAmendment} sent={sent} address={address} />;
  return <SupplyFollow own={ownSupply!} sent={sent} address={address} />;
}

import { m } from "@cahier/schema/messages";
import { missingCalls } from "../../features/proposal/missing.ts";
import { placeOf } from "../../features/proposal/slots.ts";
import type { ProposalPage } from "../../graphql/operations.generated.ts";

type Proposal = Pick<NonNullable<ProposalPage["proposal"]>, "slug" | "missing" | "viewerCan">;

/** A missing part in words, with the page that brings it: open amendments are anybody's to read. */
export const lacking = ({ slug, viewerCan }: Proposal, part: Proposal["missing"][number]) => {
  const words = missingCalls[part]();
  const open = part === "OPEN_AMENDMENT";
  const to = open || viewerCan.edit ? placeOf(slug, part) : null;
  return { part, words, to, act: open ? m.amendment_title() : m.proposal_complete_it() };
};

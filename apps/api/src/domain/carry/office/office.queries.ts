import { currentDigest } from "../../../platform/formerCode.ts";
import { typedDigest } from "../../../platform/code.ts";
import type { Context } from "../../../platform/context.ts";
import { linked } from "../../../platform/data/linked.ts";
import { rowsOf } from "../../../platform/data/statement.ts";
import { handoverOf } from "../handover/handover.queries.ts";
import { type Handover, Handovers } from "../handover/handover.entity.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { Interlocutors } from "../../ground/interlocutor/interlocutor.entity.ts";
import { readingGroups } from "../../understand/passage/passage.policy.ts";
import { Proposals } from "../../propose/proposal/proposal.entity.ts";
import { writtenProposal } from "../../propose/proposal/proposal.queries.ts";
import { fewPassages, groundOf } from "../../propose/statement/statement.queries.ts";
import { coverageOf } from "../../listen/contribution/coverage.queries.ts";
import { Territories, type Territory } from "../../ground/territory/territory.entity.ts";
import { held } from "../../ground/moderation/status.sql.ts";
import { type OfficeLink, OfficeLinks, type OfficeReply, OfficeReplies } from "./office.entity.ts";
import { officeCode } from "./office.code.ts";
import { officePolicy } from "./office.policy.ts";

/** The link of a code, in force or closed; null when there is none. */
export async function linkOfCode({ db }: Pick<Context, "db">, code: string): Promise<OfficeLink | null> {
  const codeDigest = await currentDigest(db, typedDigest(code));
  return codeDigest ? db.findOneBy(OfficeLinks, { codeDigest }) : null;
}

/** The page a code opens; a closed link tells only that it is closed, and one whose handing over was taken back why. */
export async function officeLetter(context: Context, typed: string) {
  const link = await linkOfCode(context, typed);
  if (!link) return null;
  const code = officeCode(link.id);
  const handover = link.endedOn ? null : await handoverOf(context, link.handoverId);
  const nothing = { code, closed: true, handover: null, near: null, group: null, passages: [], reply: null };
  if (!handover) return { ...nothing, contact: null, takenBackOn: null, takenBackBecause: null };
  const { handingTakenBackOn: takenBackOn, handingTakenBackBecause: takenBackBecause } = handover;
  if (officePolicy.isTakenBack(handover)) return { ...nothing, contact: link.contact, takenBackOn, takenBackBecause };
  const [reply, near, proposal] = await Promise.all([
    context.db.findOneBy(OfficeReplies, { linkId: link.id }),
    nearOf(context, handover),
    context.load(Proposals, handover.proposalId),
  ]);
  const [group, passages] = await Promise.all([
    context.load(WorkingGroups, proposal?.groupId),
    fewPassages(context, handover.proposalId, near?.territory.id ?? null),
  ]);
  const letter = { contact: link.contact, near, group, passages, reply };
  return { code, closed: false, takenBackOn: null, takenBackBecause: null, handover, ...letter };
}

/** Number of people who answered in the office's region, or else in the carrier's. */
async function nearOf(context: Context, { interlocutorId, carrierTerritoryId, proposalId }: Handover) {
  const office = await context.load(Interlocutors, interlocutorId);
  const places = await Promise.all(
    [office?.territoryId, carrierTerritoryId].map(async (id) => context.load(Territories, id)),
  );
  const { contributions } = await groundOf(context, proposalId);
  const { regions } = (await coverageOf(context, { contributionIds: contributions })) as Coverage;
  for (const place of places) {
    const heard = place && regions.find(({ territory }) => territory.id === place.regionId);
    if (heard && heard.responses > 0) return { territory: heard.territory, responses: heard.responses };
  }
  return null;
}

interface Coverage {
  regions: { territory: Territory; responses: number }[];
}

/** Handovers with an unconfirmed reply, of proposals that the viewer holds; oldest first. */
export const handoversToConfirm = ({ db, viewer }: Context): Promise<Handover[]> =>
  rowsOf(
    db,
    Handovers,
    "office: to confirm",
    `join proposal p on p.id = it.proposal_id and ${writtenProposal("$1", "p")}
     where exists (select from office_reply o where o.handover_id = it.id and ${held("o")})
     order by it.handed_over_on, it.id limit 50`,
    [readingGroups(viewer)],
  );

/** The link in force of a handover. */
export async function linkOfHandover(context: Context, handoverId: string): Promise<OfficeLink | null> {
  const rest =
    "it.handover_id as key from office_link it where it.handover_id = any($1::uuid[]) and it.ended_on is null";
  return (await linked(context, "office: links in force", OfficeLinks, rest, handoverId))[0] ?? null;
}

/** Replies written by the links of a handover, newest first. */
export const repliesOfHandover = (context: Context, handoverId: string): Promise<OfficeReply[]> =>
  linked(
    context,
    "office: replies",
    OfficeReplies,
    "it.handover_id as key from office_reply it where it.handover_id = any($1::uuid[]) order by it.sent_on desc, it.id",
    handoverId,
  );

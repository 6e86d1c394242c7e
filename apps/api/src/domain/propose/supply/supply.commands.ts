import { randomUUID } from "node:crypto";
import { limits } from "@cahier/schema/limits";
import { appearsAs } from "@cahier/schema/questionnaire/appears";
import type {
  Appearance,
  TextStatus,
  RateArgumentInput,
  SupplyProposalInput,
  WithdrawSupplyInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Act, Transaction } from "../../../platform/context.ts";
import { currentDigest } from "../../../platform/formerCode.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { insertOnce } from "../../../platform/data/linked.ts";
import { noted, type ProblemFound, Refusal } from "../../../platform/refusal.ts";
import { refuseReserved } from "../../../platform/reserved.ts";
import { givenLine, isId, neededText } from "../../../platform/text/text.ts";
import { visitor } from "../../../platform/viewer.ts";
import { carriesContact } from "../../../platform/text/contact.ts";
import { Contributions } from "../../listen/contribution/contribution.entity.ts";
import { actAs, keepVoice, type Spoken, spokenFor } from "../../ground/organisation/organisation.voice.ts";
import { holdBack } from "../../ground/moderation/hold.writes.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { forgetListener } from "../../ground/listener/listener.writes.ts";
import { type Proposal, Proposals } from "../proposal/proposal.entity.ts";
import { digestOf } from "../../listen/response/response.check.ts";
import { textStatus } from "../../listen/response/parts.ts";
import { eraseContribution, insertContribution } from "../../listen/contribution/contribution.writes.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { linkCode, linkDigest } from "../../../platform/linkCode.ts";
import { ArgumentRatings, type Supply, Supplies } from "./supply.entity.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { publicProposal } from "../proposal/proposal.sql.ts";

/** Saves a supply to an open proposal: once, whatever the retries, and without a link to an account. */
export async function supplyProposal(by: Act, input: SupplyProposalInput) {
  const spoken = await spokenFor(by, input.organisationId);
  const act = actAs(by, spoken);
  const { db, now, count } = act;
  const key = neededText(input.key, "key", 100);
  const { slot } = input;
  const said = await saidIn(db, input, spoken);
  const voice = spoken && {
    speaksAs: "ORGANISATION" as const,
    organisationName: spoken.name,
    organisationId: spoken.id,
  };
  const digest = digestOf({ ...said, ...voice, proposalId: input.proposalId, slot });
  const before = await db.findOneBy(Supplies, { key });
  if (before && before.digest !== digest) throw new Refusal("CONFLICT");
  if (before) return answer(before, (await db.findOneByOrFail(Contributions, { id: before.contributionId })).status);

  const proposal = isId(input.proposalId) ? await openProposal(db, input.proposalId) : null;
  if (!proposal) throw new Refusal("NOT_OPEN");
  const group = await db.findOneByOrFail(WorkingGroups, { id: proposal.groupId });
  const { text, source, territory, appearance, authorName } = said;
  const sender = { appearance, authorName };
  const read = textStatus(sender, "PUBLIC", text);
  const status = read === "VISIBLE" && carriesContact(source) ? "HELD" : read;
  const contributionId = randomUUID();
  await insertContribution(db, {
    id: contributionId,
    themeId: group.themeId,
    channel: "ONLINE",
    body: text,
    status,
    ...sender,
    ...voice,
    territoryId: appearsAs(sender, { territory: territory.id, region: territory.regionId }).place,
    regionId: territory.regionId,
    contributedOn: dayOf(now),
  });
  const supply = {
    contributionId,
    proposalId: proposal.id,
    slot,
    source,
    key,
    digest,
    codeDigest: linkDigest("supply", linkCode("supply", contributionId)),
  };
  await db.insert(Supplies, supply);
  count("supply", proposal.id);
  await recorder(db, visitor, now)("supply.given", contributionId, { slot });
  const held = status !== "UNPUBLISHED" && (await holdBack(act, "SUPPLY", contributionId));
  return answer(
    await db.findOneByOrFail(Supplies, { contributionId }),
    held ? "HELD" : status === "HELD" ? "VISIBLE" : status,
  );
}

const answer = (own: Supply, status: TextStatus) => ({ own, held: status === "HELD" });

/** Finds an open proposal, locked so that it stays open. */
const openProposal = (db: Transaction["db"], id: string): Promise<Proposal | null> =>
  db.findOne(Proposals, { where: { id, state: "OPEN" }, lock: { mode: "pessimistic_read" } });

/** Checks and cleans an input; refuses with all its problems, field by field. */
async function saidIn(db: Transaction["db"], input: SupplyProposalInput, spoken: Spoken | null) {
  const problems: ProblemFound[] = [];
  const text = noted(problems, () => neededText(input.text, "text", limits["supply.text"]));
  const source = noted(problems, () => givenLine(input.source, "source", limits["supply.source"]));
  const slug = input.territory?.replaceAll("\0", "");
  const territory = slug ? await db.findOneBy(Territories, { slug }) : null;
  if (!territory) problems.push({ code: slug ? "UNKNOWN_TERRITORY" : "TERRITORY_REQUIRED", field: "territory" });
  const appearance = spoken ? "NAMED" : (input.appearance ?? null);
  if (!appearance) problems.push({ code: "APPEARANCE_REQUIRED", field: "appearance" });
  const named = appearance === "NAMED";
  const authorName =
    named && !spoken
      ? noted(problems, () => givenLine(input.authorName, "authorName", limits["response.authorName"]))
      : null;
  if (named && !spoken && !authorName && !problems.some(({ field }) => field === "authorName"))
    problems.push({ code: "NAME_REQUIRED", field: "authorName" });
  if (problems.length > 0) throw new Refusal(problems);
  await refuseReserved(db, { authorName });
  return { text: text!, source, territory: territory!, appearance: appearance as Appearance, authorName };
}

/** Takes one's supply back: its words are erased wherever they were copied; its place stays. */
export async function withdrawSupply({ db, now, viewer }: Transaction, { code }: WithdrawSupplyInput) {
  const supply = await db.findOneBy(Supplies, { codeDigest: (await currentDigest(db, linkDigest("supply", code)))! });
  if (!supply) throw new Refusal("UNKNOWN_RECEIPT", "code");
  const { organisationId } = await db.findOneByOrFail(Contributions, { id: supply.contributionId });
  await keepVoice({ db, viewer }, organisationId);
  await eraseSupply({ db, now }, supply.contributionId);
  return answer({ ...supply, source: null }, "WITHDRAWN");
}

/** Erases the words of a supply, now or again after a restore; false where they are gone. */
export async function eraseSupply({ db, now }: Pick<Transaction, "db" | "now">, contributionId: string) {
  const contribution = await db.findOne(Contributions, {
    where: { id: contributionId },
    lock: { mode: "for_no_key_update" },
  });
  if (!contribution || contribution.status === "WITHDRAWN") return false;
  await db.update(Supplies, contributionId, { source: null, digest: "" });
  await db.delete(ArgumentRatings, { contributionId });
  const record = recorder(db, visitor, now);
  await eraseContribution({ db, record, now }, contributionId);
  await forgetListener(db, "SUPPLY", contributionId);
  await record("supply.withdrawn", contributionId);
  return true;
}

/**
 * Saves one reader's rating of an argument: of use, not of popularity, once a device. Only the writers of the proposal
 * see the counts; arguments are in the order of their ids, which are drawn at random.
 */
export async function rateArgument({ db, count, deviceAt }: Act, input: RateArgumentInput) {
  const contributionId = isId(input.contributionId) ? input.contributionId.toLowerCase() : null;
  const [found] = await db.query<unknown[]>(
    `select from supply s join contribution c on c.id = s.contribution_id and ${visible("c")}
     join proposal p on p.id = s.proposal_id and ${publicProposal("p")}
     where s.contribution_id = $1 and s.slot in ('FOR', 'AGAINST') for share of c`,
    [contributionId],
  );
  if (!found || !contributionId) throw new Refusal("GONE", "contributionId");
  const mine = { contributionId, raterDigest: deviceAt(contributionId) };
  if (!input.use) await db.delete(ArgumentRatings, mine);
  else if (!(await insertOnce(db, ArgumentRatings, { ...mine, use: input.use })))
    await db.update(ArgumentRatings, mine, { use: input.use });
  count("rating", contributionId);
  return {};
}

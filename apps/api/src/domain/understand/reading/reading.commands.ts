import { limits } from "@cahier/schema/limits";
import type { ReadContributionsInput, UnreadContributionsInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { givenText } from "../../../platform/text/text.ts";
import type { Contribution } from "../../listen/contribution/contribution.entity.ts";
import {
  judge,
  type Judgement,
  keepForwarding,
  keepReading,
  noJudgement,
  takeBackForwarding,
  takeBackReading,
  takeBackReceived,
} from "../../listen/contribution/reading.writes.ts";
import { Themes } from "../../ground/theme/theme.entity.ts";
import { heldKeyPoint, saying } from "../keyPoint/keyPoint.writes.ts";
import { reasonsOfTeam } from "../passage/passage.policy.ts";
import { goesOn, readBlind } from "../passage/passage.queries.ts";
import { contributionsToRead, receive } from "./reading.writes.ts";

export async function readContributions(tx: Transaction, input: ReadContributionsInput) {
  const { db, viewer, record, now } = tx;
  const contributions = await contributionsToRead(tx, input.contributionIds);
  const said = await whyNothingFollows(tx, input);
  const ids = contributions.map(({ id }) => id);
  // A blind second reader who finds nothing records a reading, not a reason: the first one may have marked passages.
  const blind = said ? await readBlind({ db }, ids, viewer.id) : [];
  const judged = ids.filter((id) => !blind.includes(id));
  if (said) {
    const marked = await goesOn(db, judged);
    if (marked.length) throw new Refusal("ALREADY_MARKED", "contributionIds", String(marked.length));
    await judge(db, judged, said);
  }
  const received = await receive(tx, ids, said?.notRetained ?? null);
  if (said?.forwardedThemeId)
    await forward(
      tx,
      contributions.filter(({ id }) => judged.includes(id)),
      said.forwardedThemeId,
    );
  for (const contribution of contributions) {
    const { id: contributionId } = contribution;
    const first = await keepReading(db, { contributionId, personId: viewer.id!, readAt: now });
    const done = { contributionId, first, received: received.includes(contributionId), was: saidOf(contribution) };
    // An act sent twice counts once: taking it back still restores the judgement before the first.
    const again = said && !first && isSaid(contribution, said);
    if (said && !again && judged.includes(contributionId))
      await record("contribution.notRetained", contributionId, { reason: said.notRetained, ...done });
    else if (first) await record("contribution.read", contributionId, done);
  }
  const after = (contribution: Contribution) =>
    judged.includes(contribution.id) ? { ...contribution, ...said } : contribution;
  return { contributions: contributions.map(after) };
}

export const saidOf = ({
  notRetained,
  notRetainedNote,
  notRetainedOn,
  forwardedThemeId,
  saidById,
}: Contribution): Judgement => ({ notRetained, notRetainedNote, notRetainedOn, forwardedThemeId, saidById });

const isSaid = (contribution: Contribution, said: Judgement) =>
  contribution.notRetained === said.notRetained &&
  contribution.notRetainedNote === said.notRetainedNote &&
  contribution.forwardedThemeId === said.forwardedThemeId &&
  contribution.saidById === said.saidById;

/** Hands published contributions to another theme. Authors who chose not to be published chose one team of readers. */
async function forward({ db, now, record }: Transaction, contributions: Contribution[], themeId: string) {
  for (const { id: contributionId, status } of contributions) {
    if (status !== "VISIBLE") continue;
    if (await keepForwarding(db, { contributionId, themeId, forwardedOn: dayOf(now) }))
      await record("contribution.forwarded", contributionId, { themeId });
  }
}

/** Hours during which an act of reading can be undone: an evening. */
const reversible = 12;

/** Last act on a contribution, from the journal. */
interface LastAct {
  id: string;
  event: string;
  actorId: string | null;
  /** `was`: the judgement before the act, which taking it back puts there again. */
  data: { first: boolean; received: boolean; was: Judgement; forTwo?: boolean };
}

/** The last act of reading on each of some contributions, of those that can be undone. */
export const lastActs = ({ db, now }: Transaction, ids: string[]) =>
  db.query<LastAct[]>(
    `select distinct on (subject_id) subject_id as id, event, actor_id as "actorId", data from journal_entry
     where subject_type = 'contribution' and subject_id = any($1::uuid[]) and recorded_at > $2
       and event in ('contribution.read', 'contribution.notRetained', 'contribution.retained', 'contribution.unread')
     order by subject_id, recorded_at desc`,
    [ids, new Date(now.getTime() - reversible * 3_600_000)],
  );

export async function unreadContributions(tx: Transaction, { contributionIds }: UnreadContributionsInput) {
  const { db, viewer, record } = tx;
  const contributions = await contributionsToRead(tx, contributionIds);
  const ids = contributions.map(({ id }) => id);
  if ((await goesOn(db, ids)).length) throw new Refusal("ALREADY_MARKED", "contributionIds", String(ids.length));
  const acts = await lastActs(tx, ids);
  const mine = acts.filter(({ event, actorId }) => actorId === viewer.id && reading.has(event));
  // Taken back already, all of it: a retry.
  if (acts.length === ids.length && acts.every(({ event, actorId }) => actorId === viewer.id && event === taken))
    return { contributions };
  if (mine.length < ids.length) throw new Refusal("GONE", "contributionIds");
  const back = new Map(mine.map((act) => [act.id, act.data]));
  const judgements = new Map<string, Judgement>();
  for (const [contributionId, { first, received, was }] of back) {
    // A key point that was removed meanwhile says it no more; what was kept before they were named tells of none.
    const saidById = was.saidById ? ((await heldKeyPoint(db, was.saidById))?.id ?? null) : null;
    const judgement = { ...noJudgement, ...was, saidById };
    judgements.set(contributionId, judgement);
    await judge(db, [contributionId], judgement);
    if (first) await takeBackReading(db, { contributionId, personId: viewer.id! });
    if (received) await takeBackReceived(db, contributionId);
    const forwarded = contributions.find(({ id }) => id === contributionId)!.forwardedThemeId;
    if (forwarded && forwarded !== was.forwardedThemeId) await takeBackForwarding(db, contributionId, forwarded);
    await record(taken, contributionId, { contributionId });
  }
  return {
    contributions: contributions.map((contribution) => ({ ...contribution, ...judgements.get(contribution.id) })),
  };
}

/** Act that takes another one back. */
const taken = "contribution.unread";

/** The acts that can be taken back. */
const reading = new Set(["contribution.read", "contribution.notRetained"]);

/** The reason as it is kept; null when none is given. */
async function whyNothingFollows(tx: Transaction, { notRetained, note, theme, saidBy }: ReadContributionsInput) {
  const { db, now } = tx;
  const notRetainedNote = givenText(note, "note", limits["contribution.notRetainedNote"]);
  if (!notRetained) return null;
  if (!reasonsOfTeam.includes(notRetained)) throw new Refusal("UNKNOWN_CHOICE", "notRetained");
  let forwardedThemeId: string | null = null;
  if (notRetained === "OUT_OF_SCOPE") {
    if (!theme) throw new Refusal("REQUIRED", "theme");
    const forwarded = await db.findOneBy(Themes, { slug: theme });
    if (!forwarded) throw new Refusal("UNKNOWN_CHOICE", "theme");
    forwardedThemeId = forwarded.id;
  }
  const saidById = await saying(tx, notRetained, saidBy);
  return { notRetained, notRetainedNote, notRetainedOn: dayOf(now), forwardedThemeId, saidById };
}

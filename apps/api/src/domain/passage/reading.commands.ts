import { limits } from "@cahier/schema/limits";
import { In } from "typeorm";
import type { NotRetainedReason, ReadContributionsInput } from "../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../platform/context.ts";
import { dayOf } from "../../platform/day.ts";
import { insertOnce } from "../../platform/linked.ts";
import { authorize, Refusal } from "../../platform/refusal.ts";
import { givenText, isId } from "../../platform/text.ts";
import { type Contribution, Contributions, Readings } from "../contribution/contribution.entity.ts";
import { Questions } from "../questionnaire/questionnaire.entity.ts";
import { Themes } from "../theme/theme.entity.ts";
import { benchPolicy, passagePolicy } from "./passage.policy.ts";
import { groupOfContribution, goesOn } from "./passage.queries.ts";

/** What one act can read: more than a screen of the queue, less than what would hold it up. */
const most = 200;

/** What the team may say; that it was withdrawn is its author's to say. */
const reasons: NotRetainedReason[] = [
  "ALREADY_SAID",
  "OUT_OF_SCOPE",
  "NOT_ACTIONABLE",
  "NOT_UNDERSTOOD",
  "NOTHING_TO_ADD",
];

export async function readContributions(tx: Transaction, input: ReadContributionsInput) {
  const { db, viewer, record, now } = tx;
  const contributions = await contributionsToRead(tx, input.contributionIds);
  const said = await whyNothingFollows(tx, input);
  const ids = contributions.map(({ id }) => id);
  if (said) {
    const marked = await goesOn(db, ids);
    if (marked.length) throw new Refusal("ALREADY_MARKED", "contributionIds", String(marked.length));
    await db.update(Contributions, { id: In(ids) }, said);
  }
  for (const contributionId of ids) {
    const first = await insertOnce(db, Readings, { contributionId, personId: viewer.id!, readAt: now });
    if (said) await record("contribution.notRetained", contributionId, { reason: said.notRetained });
    else if (first) await record("contribution.read", contributionId);
  }
  return { contributions: contributions.map((contribution) => ({ ...contribution, ...said })) };
}

/** The contributions, held until the end of the transaction, in the order they were asked. */
async function contributionsToRead({ db, viewer }: Transaction, asked: string[]): Promise<Contribution[]> {
  authorize(benchPolicy.hold(viewer));
  const ids = [...new Set(asked.map((id) => id.toLowerCase()))];
  if (!ids.length) throw new Refusal("REQUIRED", "contributionIds");
  if (ids.length > most) throw new Refusal("TOO_MANY_CHOICES", "contributionIds", String(most));
  const rows = await db.find(Contributions, {
    where: { id: In(ids.filter(isId)) },
    order: { id: "ASC" },
    lock: { mode: "for_no_key_update" },
  });
  if (rows.length < ids.length) throw new Refusal("GONE", "contributionIds");
  const questions = await db.findBy(Questions, { id: In(rows.flatMap(({ questionId }) => questionId ?? [])) });
  const answered = new Map(questions.map((question) => [question.id, question]));
  const groups = new Map(rows.map((row) => [homeOf(row), row]));
  for (const [home, row] of groups) {
    const groupId = await groupOfContribution(db, row);
    for (const each of rows)
      if (homeOf(each) === home)
        authorize(passagePolicy.read(viewer, each, answered.get(each.questionId ?? "") ?? null, groupId));
  }
  return ids.map((id) => rows.find((row) => row.id === id)!);
}

/** What says to which group a contribution goes. */
const homeOf = ({ objectiveId, themeId }: Contribution) => objectiveId ?? themeId;

/** The reason as it is kept; null when none is given. */
async function whyNothingFollows({ db, now }: Transaction, { notRetained, note, theme }: ReadContributionsInput) {
  const notRetainedNote = givenText(note, "note", limits["contribution.notRetainedNote"]);
  if (!notRetained) return null;
  if (!reasons.includes(notRetained)) throw new Refusal("UNKNOWN_CHOICE", "notRetained");
  let forwardedThemeId: string | null = null;
  if (notRetained === "OUT_OF_SCOPE") {
    if (!theme) throw new Refusal("REQUIRED", "theme");
    const forwarded = await db.findOneBy(Themes, { slug: theme });
    if (!forwarded) throw new Refusal("UNKNOWN_CHOICE", "theme");
    forwardedThemeId = forwarded.id;
  }
  return { notRetained, notRetainedNote, notRetainedOn: dayOf(now), forwardedThemeId };
}

import { saysAlready } from "../../../platform/again.ts";
import { freeSlug } from "../../../platform/data/freeSlug.ts";
import { limits } from "@cahier/schema/limits";
import type { DefineTermInput, RestoreTermInput, RetireTermInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, notFound, Refusal, together, refuseStale } from "../../../platform/refusal.ts";
import { givenText, isId, neededLine, neededText } from "../../../platform/text/text.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { Meetings } from "../../meet/meeting/meeting.entity.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { Reactions } from "../../ground/reaction/reaction.entity.ts";
import { type GlossaryTerm, GlossaryTerms, GlossaryVersions, type Wording } from "./glossary.entity.ts";

/** Defines a term, or redefines it: its former meaning stays, with author, reason and causes of the change. */
export async function defineTerm(tx: Transaction, input: DefineTermInput) {
  const { db, viewer, record, now } = tx;
  authorize(readingPolicy.hold(viewer));
  // Locked until the end: a retry that overtakes the first finds it done,
  // and two people cannot define the same word of a group at once.
  const group = await db.findOne(WorkingGroups, {
    where: { slug: input.group.replaceAll("\0", "") },
    lock: { mode: "for_no_key_update" },
  });
  if (!group) throw new Refusal("UNKNOWN_CHOICE", "group");
  authorize(readingPolicy.hold(viewer, group.id));
  if (!isId(input.id)) throw new Refusal("WRONG_KIND", "id");
  const id = input.id.toLowerCase();
  const words = wordingOf(input);
  const more = { english: givenText(input.english, "english", limits["glossaryTerm.word"]), inTexts: input.inTexts };

  const before = await db.findOne(GlossaryTerms, { where: { id }, lock: { mode: "for_no_key_update" } });
  if (!before) return open(tx, { id, groupId: group.id, ...words, ...more }, input.version);
  authorize(readingPolicy.hold(viewer, before.groupId));
  // A retry, or the same act by two people.
  if (saysAlready(before, { ...words, ...more })) return { term: before };
  if (before.retiredOn) throw new Refusal("RETIRED", "id");
  refuseStale(before, input.version);
  await refuseTwice(tx, words.word, id);
  const term: GlossaryTerm = { ...before, ...words, ...more, version: before.version + 1 };
  await db.update(GlossaryTerms, id, { ...words, ...more, version: term.version });
  if (same(before, words)) {
    // The meaning is the same: no version to keep.
    await record("glossaryTerm.arranged", term, more);
    return { term };
  }
  const why = neededText(input.why ?? "", "why", limits["glossaryTerm.why"]);
  const causes = await causesOf(tx, input);
  const number = ((await db.maximum(GlossaryVersions, "number", { termId: id })) ?? 0) + 1;
  const version = { termId: id, number, ...words, definedOn: dayOf(now), definedById: viewer.id, why, ...causes };
  await db.insert(GlossaryVersions, version);
  await record("glossaryTerm.redefined", term, { from: wordsOf(before), to: words, why, ...causes });
  return { term };
}

/** Retires a term: texts and lists no longer tell it; its page, its versions and why it was retired stay. */
export async function retireTerm(tx: Transaction, { id, version, why }: RetireTermInput) {
  const { db, record, now } = tx;
  const before = await termToWrite(tx, id);
  const retiredWhy = neededText(why, "why", limits["glossaryTerm.why"]);
  // Retired by somebody else meanwhile: as good as done.
  if (before.retiredOn) return { term: before };
  refuseStale(before, version);
  const retired = { retiredOn: dayOf(now), retiredWhy, version: before.version + 1 };
  await db.update(GlossaryTerms, before.id, retired);
  await record("glossaryTerm.retired", before, { ...wordsOf(before), why: retiredWhy });
  return { term: { ...before, ...retired } };
}

/** Puts a retired term back into the glossary, as it was. */
export async function restoreTerm(tx: Transaction, { id }: RestoreTermInput) {
  const { db, record } = tx;
  const before = await termToWrite(tx, id);
  if (!before.retiredOn) return { term: before };
  const restored = { retiredOn: null, retiredWhy: null, version: before.version + 1 };
  await db.update(GlossaryTerms, before.id, restored);
  const { retiredOn, retiredWhy } = before;
  await record("glossaryTerm.restored", before, { from: { retiredOn, retiredWhy } });
  return { term: { ...before, ...restored } };
}

/** A term, held until the end of the transaction, for those who answer for it. */
async function termToWrite({ db, viewer }: Transaction, id: string): Promise<GlossaryTerm> {
  authorize(readingPolicy.hold(viewer));
  const lock = { mode: "for_no_key_update" } as const;
  const term = isId(id) ? await db.findOne(GlossaryTerms, { where: { id }, lock }) : null;
  if (!term) throw notFound();
  authorize(readingPolicy.hold(viewer, term.groupId));
  return term;
}

/** Adds a new term. */
async function open(
  tx: Transaction,
  it: Omit<GlossaryTerm, "slug" | "retiredOn" | "retiredWhy" | "version" | "fictional">,
  version: number,
) {
  const { db, viewer, record, now } = tx;
  if (version > 0) throw new Refusal("GONE", "id");
  await refuseTwice(tx, it.word, it.id);
  await db.insert(GlossaryTerms, { ...it, slug: await freeSlug(db, GlossaryTerms, it.word, "mot") });
  const words = wordsOf(it);
  await db.insert(GlossaryVersions, {
    termId: it.id,
    number: 1,
    ...words,
    definedOn: dayOf(now),
    definedById: viewer.id,
  });
  await record("glossaryTerm.defined", it.id, { ...words });
  return { term: await db.findOneByOrFail(GlossaryTerms, { id: it.id }) };
}

/** Refuses a second definition of a word; one that was retired is restored instead. */
async function refuseTwice({ db }: Transaction, word: string, id: string) {
  const [other] = await db.query<{ word: string; retired: boolean }[]>(
    "select word, retired_on is not null as retired from glossary_term where lower(word) = lower($1) and id <> $2",
    [word, id],
  );
  if (other?.retired) throw new Refusal("RETIRED", "word", other.word);
  if (other) throw new Refusal("ALREADY_THERE", "word", other.word);
}

/** Causes of the change, if given: a readable reaction, a meeting. */
async function causesOf({ db }: Transaction, { causedByReaction, causedByMeeting }: DefineTermInput) {
  const known = async (id: string | null | undefined, field: string, isThere: (id: string) => Promise<boolean>) => {
    if (!id) return null;
    if (!isId(id) || !(await isThere(id))) throw new Refusal("UNKNOWN_CHOICE", field);
    return id.toLowerCase();
  };
  return {
    reactionId: await known(causedByReaction, "causedByReaction", (id) =>
      db.existsBy(Reactions, { id, status: "VISIBLE" }),
    ),
    meetingId: await known(causedByMeeting, "causedByMeeting", (id) => db.existsBy(Meetings, { id, draft: false })),
  };
}

const wordingOf = (input: DefineTermInput): Wording =>
  together({
    word: () => neededLine(input.word, "word", limits["glossaryTerm.word"]),
    definition: () => neededText(input.definition, "definition", limits["glossaryTerm.definition"]),
    synonyms: () => listOf(input.synonyms, "synonyms"),
    avoid: () => listOf(input.avoid, "avoid"),
  });

/** The words, without repeats. */
function listOf(given: readonly string[], field: string): string[] {
  const words = given.flatMap((word) => givenText(word, field, limits["glossaryTerm.word"]) ?? []);
  if (words.length > limits["glossaryTerm.words"])
    throw new Refusal("TOO_MANY_CHOICES", field, String(limits["glossaryTerm.words"]));
  return [...new Set(words)];
}

const wordsOf = ({ word, definition, synonyms, avoid }: Wording): Wording => ({ word, definition, synonyms, avoid });

const same = (a: Wording, b: Wording) => JSON.stringify(wordsOf(a)) === JSON.stringify(wordsOf(b));

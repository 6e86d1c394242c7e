import { saysAlready } from "../../../platform/again.ts";
import { freeSlug } from "../../../platform/data/freeSlug.ts";
import { limits } from "@cahier/schema/limits";
import type { DefineTermInput, RemoveTermInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, Refusal, together, refuseStale } from "../../../platform/refusal.ts";
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

/** Takes a term out, with its versions: the journal keeps what it meant. */
export async function removeTerm({ db, viewer, record }: Transaction, { id, version }: RemoveTermInput) {
  authorize(readingPolicy.hold(viewer));
  const lock = { mode: "for_no_key_update" } as const;
  const term = isId(id) ? await db.findOne(GlossaryTerms, { where: { id }, lock }) : null;
  // Taken out by somebody else meanwhile: as good as done.
  if (!term) return {};
  authorize(readingPolicy.hold(viewer, term.groupId));
  refuseStale(term, version);
  await db.delete(GlossaryVersions, { termId: term.id });
  await db.delete(GlossaryTerms, { id: term.id });
  await record("glossaryTerm.removed", term, { ...wordsOf(term) });
  return {};
}

/** Adds a new term. */
async function open(tx: Transaction, it: Omit<GlossaryTerm, "slug" | "version" | "fictional">, version: number) {
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

/** Refuses a second definition of a word. */
async function refuseTwice({ db }: Transaction, word: string, id: string) {
  const [other] = await db.query<{ word: string }[]>(
    "select word from glossary_term where lower(word) = lower($1) and id <> $2",
    [word, id],
  );
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

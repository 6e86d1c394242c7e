import { limits } from "@cahier/schema/limits";
import { In, Not } from "typeorm";
import type { WriteLanguageKitInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { authorize, notFound, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { givenLine, givenText, isId, neededLine, neededText } from "../../../platform/text/text.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { readingPolicy } from "../../understand/passage/passage.policy.ts";
import { Syntheses } from "../../understand/synthesis/synthesis.entity.ts";
import { type KitWords, type LanguageKit, LanguageKits, LanguageKitVersions } from "./languageKit.entity.ts";
import { blankKit } from "./languageKit.queries.ts";

/** Writes the kit of a group; its former words stay, with the author and the reason of the change. */
export async function writeLanguageKit(tx: Transaction, input: WriteLanguageKitInput) {
  const { db, viewer, record, now } = tx;
  authorize(readingPolicy.hold(viewer));
  // Locked while the first one is written: a group has one kit.
  const group = isId(input.id)
    ? await db.findOne(WorkingGroups, { where: { id: input.id }, lock: { mode: "for_no_key_update" } })
    : null;
  authorize(readingPolicy.hold(viewer, group?.id ?? input.id));
  if (!group) throw notFound();
  const { id } = group;
  const words = wordsOf(input);
  await refuseUnknown(tx, words);

  const before = (await db.findOneBy(LanguageKits, { id })) ?? blankKit(id);
  // A retry finds it written.
  if (same(before.words, words)) return { kit: before };
  refuseStale(before, input.version);
  const why = before.version > 0 ? neededText(input.why ?? "", "why", limits["languageKit.why"]) : null;
  const kit: LanguageKit = { ...before, words, version: before.version + 1 };
  if (before.version > 0) await db.update(LanguageKits, id, { words, version: kit.version });
  else await db.insert(LanguageKits, { id, words });
  const version = { kitId: id, number: kit.version, words, writtenOn: dayOf(now), writtenById: viewer.id, why };
  await db.insert(LanguageKitVersions, version);
  await record("languageKit.written", id, { number: kit.version, why });
  return { kit };
}

function wordsOf(input: WriteLanguageKitInput): KitWords {
  const lines = <Line, Kept>(
    field: keyof WriteLanguageKitInput,
    given: readonly Line[],
    keep: (line: Line) => Kept[],
  ) => {
    if (given.length > limits["languageKit.lines"])
      throw new Refusal("TOO_MANY_CHOICES", field, String(limits["languageKit.lines"]));
    return given.flatMap(keep);
  };
  const line = (text: string | null | undefined, field: string, most: number = limits["languageKit.line"]) =>
    givenLine(text, field, most);
  return {
    oneSentence: neededLine(input.oneSentence, "oneSentence", limits["languageKit.oneSentence"]),
    thirtySeconds: neededText(input.thirtySeconds, "thirtySeconds", limits["languageKit.thirtySeconds"]),
    arguments: lines("arguments", input.arguments, ({ text, synthesisId }) => {
      const said = line(text, "arguments");
      return said ? [{ text: said, synthesisId: synthesisId?.toLowerCase() ?? null }] : [];
    }),
    sayRather: lines("sayRather", input.sayRather, ({ avoid, prefer, why }) => {
      const [left, taken] = [avoid, prefer].map((word) => line(word, "sayRather", limits["languageKit.word"]));
      if (!left !== !taken) throw new Refusal("REQUIRED", "sayRather");
      return left && taken ? [{ avoid: left, prefer: taken, why: line(why, "sayRather") }] : [];
    }),
    commitments: lines("commitments", input.commitments, (text) => {
      const said = line(text, "commitments", limits["languageKit.commitment"]);
      return said ? [said] : [];
    }),
    objections: lines("objections", input.objections, ({ text, reply }) => {
      const held = line(text, "objections");
      const answer = givenText(reply, "objections", limits["languageKit.reply"]);
      if (!held !== !answer) throw new Refusal("REQUIRED", "objections");
      return held && answer ? [{ text: held, reply: answer }] : [];
    }),
  };
}

/** Refuses an argument that leads to a synthesis not public. */
async function refuseUnknown({ db }: Transaction, words: KitWords) {
  const ids = [...new Set(words.arguments.flatMap(({ synthesisId }) => synthesisId ?? []))];
  const known = await db.countBy(Syntheses, { id: In(ids.filter(isId)), state: Not("DRAFT") });
  if (known < ids.length) throw new Refusal("UNKNOWN_CHOICE", "arguments");
}

/** True if two kits say the same. JSON columns come back with their keys in another order. */
const same = (a: KitWords, b: KitWords) => JSON.stringify(a, ordered) === JSON.stringify(b, ordered);

const ordered = (_: string, value: unknown) =>
  value && typeof value === "object" && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;

import { limits } from "@cahier/schema/limits";
import { isOtherTerm } from "@cahier/schema/text/terms";
import { free, freeSlug } from "../../../platform/data/freeSlug.ts";
import type { EntityManager } from "typeorm";
import type {
  MoveListItemInput,
  ListItem,
  ReferenceList,
  RemoveListItemInput,
  ReplaceListInput,
  RetireListItemInput,
  TermKind,
  WriteListItemInput,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { slugOf } from "../../../platform/text/slug.ts";
import { givenLine, isId, neededLine } from "../../../platform/text/text.ts";
import { deskOf, itemsOf, mostItems, sameWords, takeLists } from "./list.queries.ts";
import { Axes, Terms, Themes } from "./theme.entity.ts";
import { themePolicy } from "./theme.policy.ts";

const longestLabel = limits["list.label"];

/** A list, nobody else writing any until the end. */
async function held({ db, viewer }: Transaction, list: ReferenceList) {
  authorize(themePolicy.write(viewer));
  await takeLists(db);
  return itemsOf(db, list);
}

const among = (items: ListItem[], id: string) => {
  const item = items.find((one) => one.id === id);
  if (!item) throw new Refusal("GONE", "id");
  return item;
};

export async function writeListItem(tx: Transaction, input: WriteListItemInput) {
  const items = await held(tx, input.list);
  const label = neededLine(input.label, "label", longestLabel);
  const labelEn = givenLine(input.labelEn, "labelEn", longestLabel) ?? label;
  const before = input.id ? among(items, input.id) : null;
  const there = before ?? items.find((one) => one.label === label && !one.retired);
  // Written already, as by a first try whose answer was lost.
  if (there && isWordedSo(there, label, labelEn, input.axisId)) return { desk: await deskOf(tx.db, input.list) };
  if (before && before.label !== input.was)
    throw new Refusal("STALE", "label").with({ desk: await deskOf(tx.db, input.list) });
  if (items.some((one) => one !== before && sameWords(one.label, label))) throw new Refusal("ALREADY_THERE", "label");
  if (!before && items.length >= mostItems) throw new Refusal("TOO_MANY_CHOICES", "label", String(mostItems));
  const words = { list: input.list, label, labelEn, axisId: await axisOf(tx.db, input) };
  if (before) await reword(tx.db, before, words);
  else await add(tx.db, words);
  await tx.record(before ? "list.reworded" : "list.extended", null, { list: input.list, label, was: before?.label });
  return { desk: await deskOf(tx.db, input.list) };
}

/** Content is worded in one language, and themes alone have an axis. */
const isWordedSo = (it: ListItem, label: string, labelEn: string, axisId: string | null | undefined) =>
  it.label === label && (it.labelEn ?? labelEn) === labelEn && it.axisId === (axisId ?? null);

interface Words {
  list: ReferenceList;
  label: string;
  labelEn: string;
  axisId: string | null;
}

async function axisOf(db: EntityManager, { list, axisId }: WriteListItemInput) {
  if (list !== "THEME") return null;
  if (!axisId) throw new Refusal("REQUIRED", "axisId");
  if (!isId(axisId) || !(await db.existsBy(Axes, { id: axisId }))) throw new Refusal("UNKNOWN_CHOICE", "axisId");
  return axisId;
}

async function reword(db: EntityManager, { id }: ListItem, { list, label, labelEn, axisId }: Words) {
  if (list === "AXIS") await db.update(Axes, id, { name: label });
  else if (list === "THEME") await db.update(Themes, id, { title: label, axisId: axisId! });
  else await db.update(Terms, { kind: list, key: id }, { label, labelEn });
}

/** After all the others; addresses and keys are made of the label, once. */
async function add(db: EntityManager, { list, label, labelEn, axisId }: Words) {
  if (list === "AXIS") {
    const slug = await freeSlug(db, Axes, label, "axe");
    await db.insert(Axes, { slug, name: label, keywords: [], position: await nextIn(db, "axis", "position") });
  } else if (list === "THEME") {
    const slug = await freeSlug(db, Themes, label, "theme");
    const number = await nextIn(db, "theme", "number");
    await db.insert(Themes, { slug, axisId: axisId!, number, title: label, sourceText: label });
  } else await addTerm(db, list, label, labelEn);
}

const keyOf = (label: string) =>
  (slugOf(label).slice(0, 60) || "liste").replace(/-$/, "").toUpperCase().replaceAll("-", "_");

/** A word after all those of its list, but for the one that stands for all others; its key. */
export async function addTerm(db: EntityManager, kind: TermKind, label: string, labelEn: string) {
  const taken = async (one: string) => db.existsBy(Terms, { kind, key: one });
  const key = await free(keyOf(label), taken, "_");
  const position = await nextIn(db, "term", "position", `kind = '${kind}'`);
  await db.insert(Terms, { kind, key, position, label, labelEn });
  return key;
}

async function nextIn(db: EntityManager, table: "axis" | "theme" | "term", column: string, kind = "true") {
  const text = `select coalesce(max(${column}), 0)::int + 1 as next from ${table} where ${kind}`;
  return (await db.query<[{ next: number }]>(text))[0].next;
}

export async function moveListItem(tx: Transaction, { list, id, ...input }: MoveListItemInput) {
  const items = await held(tx, list);
  const { axisId } = among(items, id);
  const beside = items.filter((one) => one.axisId === axisId && !isOtherTerm(one.id)).map((one) => one.id);
  // The word for all others stays last.
  if (!beside.includes(id)) return { desk: await deskOf(tx.db, list) };
  const from = beside.indexOf(id) + 1;
  const asked = input.to ?? (typeof input.up === "boolean" ? from + (input.up ? -1 : 1) : null);
  if (asked === null) throw new Refusal("REQUIRED", "to");
  const to = Math.min(Math.max(asked, 1), beside.length);
  if (to !== from) {
    await place(tx.db, list, beside.toSpliced(from - 1, 1).toSpliced(to - 1, 0, id));
    await tx.record("list.moved", null, { list, id, to });
  }
  return { desk: await deskOf(tx.db, list) };
}

/** Puts those that stand beside each other in this order, in the places that they have. */
async function place(db: EntityManager, list: ReferenceList, order: string[]) {
  const [table, key, number, kind] =
    list === "AXIS"
      ? ["axis", "id::text", "position", "true"]
      : list === "THEME"
        ? ["theme", "id::text", "number", "true"]
        : ["term", "key", "position", `kind = '${list}'`];
  await db.query(
    `with beside as (select ${key} as id, ${number} as number from ${table} where ${key} = any ($1) and ${kind}),
       places as (select number, row_number() over (order by number) as rank from beside)
     update ${table} set ${number} = places.number
     from unnest($1::text[]) with ordinality as said (id, rank) join places using (rank)
     where ${key.replace("id", `${table}.id`)} = said.id and ${kind}`,
    [order],
  );
}

export async function retireListItem(tx: Transaction, { list, id, retired }: RetireListItemInput) {
  const before = among(await held(tx, list), id);
  if (before.retired === retired) return { desk: await deskOf(tx.db, list) };
  if (list === "AXIS") await tx.db.update(Axes, id, { retired });
  else if (list === "THEME") await tx.db.update(Themes, id, { retired });
  else await tx.db.update(Terms, { kind: list, key: id }, { retired });
  await tx.record(retired ? "list.retired" : "list.offeredAgain", null, { list, id });
  return { desk: await deskOf(tx.db, list) };
}

export async function removeListItem(tx: Transaction, { list, id }: RemoveListItemInput) {
  const items = await held(tx, list);
  const item = items.find((one) => one.id === id);
  // Deleted by somebody else meanwhile: as good as done.
  if (!item) return { desk: await deskOf(tx.db, list) };
  if (item.used) throw new Refusal("STILL_USED", "id");
  if (list === "AXIS") await tx.db.delete(Axes, id);
  else if (list === "THEME") await tx.db.delete(Themes, id);
  else await tx.db.delete(Terms, { kind: list, key: id });
  await tx.record("list.shortened", null, { list, label: item.label });
  return { desk: await deskOf(tx.db, list) };
}

/** Replaces a list whole, before anything names it. Axes and themes are replaced together. */
export async function replaceList(tx: Transaction, { list, was, text }: ReplaceListInput) {
  const items = await held(tx, list);
  const together = list === "AXIS" || list === "THEME";
  const said = saidBy(text, together);
  // Replaced already, as by a first try whose answer was lost.
  if (JSON.stringify(said) === JSON.stringify(await wordsNow(tx.db, items, together)))
    return { desk: await deskOf(tx.db, list) };
  if (was && (was.length !== items.length || items.some(({ label }, at) => label !== was[at])))
    throw new Refusal("STALE", "text").with({ desk: await deskOf(tx.db, list) });
  const themes = together ? await itemsOf(tx.db, "THEME") : items;
  if (themes.some(({ used }) => used)) throw new Refusal("STILL_USED", "text");
  await (together ? clearThemes(tx.db) : tx.db.delete(Terms, { kind: list }));
  let axisId: string | null = null;
  for (const { axis, label, labelEn } of said) {
    if (axis && together) {
      await add(tx.db, { list: "AXIS", label, labelEn, axisId });
      axisId = (await tx.db.findOneByOrFail(Axes, { name: label })).id;
    } else await add(tx.db, { list: together ? "THEME" : list, label, labelEn, axisId });
  }
  await tx.record("list.replaced", null, { list, count: said.length });
  return { desk: await deskOf(tx.db, list) };
}

/** The words that a text says, line by line. */
function saidBy(text: string, together: boolean) {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  if (lines.length === 0) throw new Refusal("REQUIRED", "text");
  if (lines.length > mostItems) throw new Refusal("TOO_MANY_CHOICES", "text", String(mostItems));
  const said = lines.map((line, at) => wordsOf(line, at + 1));
  if (together && !said[0]!.axis) throw new Refusal("EMPTY_LINE", "text", "1");
  const isLast = ({ label }: { label: string }) => Number(!together && isOtherTerm(keyOf(label)));
  return said.toSorted((one, other) => isLast(one) - isLast(other));
}

/** The words of a list as it stands, as a text would say them. */
async function wordsNow(db: EntityManager, items: ListItem[], together: boolean) {
  const worded = (axis: boolean) => (it: ListItem) => ({ axis, label: it.label, labelEn: it.labelEn ?? it.label });
  if (!together) return items.map(worded(false));
  const [axes, themes] = [await itemsOf(db, "AXIS"), await itemsOf(db, "THEME")];
  return axes.flatMap((axis) => [
    worded(true)(axis),
    ...themes.filter(({ axisId }) => axisId === axis.id).map(worded(false)),
  ]);
}

async function clearThemes(db: EntityManager) {
  await db.query("delete from theme");
  await db.query("delete from axis");
}

/** « ## Axis », « français ; English ». */
function wordsOf(line: string, number: number) {
  const axis = /^#+\s*/.exec(line)?.[0] ?? "";
  const [label = "", labelEn = ""] = line
    .slice(axis.length)
    .split(";")
    .map((part) => part.trim());
  if (!label) throw new Refusal("EMPTY_LINE", "text", String(number));
  return {
    axis: axis !== "",
    label: neededLine(label, "text", longestLabel),
    labelEn: givenLine(labelEn, "text", longestLabel) ?? label,
  };
}

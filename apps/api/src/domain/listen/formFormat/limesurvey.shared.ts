import type { FormSettings } from "@cahier/schema/form";
import type { ReadQuestion, Assembly } from "./assembly.ts";
import type { LimePart, LimeQuestion } from "./limesurvey.tables.ts";
import type { Texts } from "./formWords.ts";

/** A question being asked, and where. */
export type Read = { form: Assembly; it: LimeQuestion; asked: Omit<ReadQuestion, "type"> };

/** Words that the file does not carry. */
export const both = (fr: string, en: string): Texts => ({ fr, en });

/** One attribute that is the same in all languages. */
export function attribute(it: LimeQuestion, name: string): string {
  const texts = it.attributes.get(name);
  return texts ? (texts[""] ?? Object.values(texts)[0] ?? "").trim() : "";
}

/** The same, where it is a whole number. */
export function whole(it: LimeQuestion, name: string): number | undefined {
  const value = attribute(it, name);
  return /^-?\d{1,9}$/.test(value) ? Number(value) : undefined;
}

/** Only what there is. */
export const given = (settings: FormSettings) =>
  Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined)) as FormSettings;

/** Asks, under the name of the file and under those of the database: « Q1 », « 48864X811X12399 », « Q12399 ». */
export function ask(form: Assembly, it: LimeQuestion, asked: ReadQuestion) {
  const question = form.ask(asked);
  if (!question) return;
  const target = { question, codes: asked.codes };
  // « .shown » is the value of a number, but the label of a choice, and options are known by code here.
  const shown = asked.codes ? [] : [`${it.code}.shown`];
  for (const name of [...namesOf(it), ...shown]) form.call(name, target);
  for (const [code, option] of asked.codes ?? [])
    for (const name of namesOf(it, code)) form.call(name, { question, option, codes: asked.codes });
}

/** All the names that an expression may call an answer by. */
export function namesOf({ sid, gid, qid, code, parts }: LimeQuestion, part?: string) {
  const id = parts[0].find((one) => one.code === part)?.qid;
  const names =
    part === undefined
      ? [code, `${sid}X${gid}X${qid}`, `Q${qid}`]
      : [`${code}_${part}`, `${sid}X${gid}X${qid}${part}`, ...(id ? [`Q${qid}_S${id}`] : [])];
  return names.flatMap((name) => [name, `${name}.NAOK`, `${name}.value`, `${name}.value.NAOK`, `${name}.code`]);
}

/** Beginnings of the names that an expression may call a row or a cell by. */
export const rowsNamed = ({ sid, gid, qid, code }: LimeQuestion) => [`${code}_`, `${sid}X${gid}X${qid}`, `Q${qid}_S`];

/** The least and the most of a number. */
export function bounds(it: LimeQuestion): FormSettings {
  const [min, max] = [whole(it, "min_num_value_n"), whole(it, "max_num_value_n")];
  return given({ min, max });
}

/** A condition on one row, which rows do not have here. */
export function sayPart(form: Assembly, asked: Omit<ReadQuestion, "type">, { code, relevance }: LimePart) {
  const condition = relevance.trim();
  if (condition && condition !== "1") form.left("CONDITION", asked, `${code} : ${condition}`);
}

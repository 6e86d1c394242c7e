import type { Form } from "@cahier/schema/form";
import { type Assembly, assembly } from "./assembly.ts";
import { asList, asTexts, languagesIn, type Json, linesIn } from "./surveyjs.json.ts";
import { askElement } from "./surveyjs.question.ts";
import { largest, Unreadable } from "../../../platform/files/reading/unreadable.ts";

/** Reads a form of SurveyJS: pages, or elements of one page, as JSON. */
export async function readSurveyJs(text: string, fileName: string): Promise<Form> {
  refuseDeep(text);
  let survey: unknown;
  try {
    survey = JSON.parse(text);
  } catch {
    throw new Unreadable("BROKEN");
  }
  if (typeof survey !== "object" || survey === null || Array.isArray(survey)) throw new Unreadable("UNKNOWN");
  const { pages, elements, questions, title, description, locale, ...rest } = survey as Json;
  const own = asList(elements ?? questions);
  const all = pages === undefined ? [{ elements: own }] : asList(pages);
  if (!all.some((page) => asList(page.elements ?? page.questions).length > 0)) throw new Unreadable("NO_QUESTION");

  const { unnamed, languages } = languagesIn(survey as Json, locale);
  const form = assembly("SURVEYJS", languages);
  for (const [name, value] of linesIn(rest)) form.left("SETTING", undefined, `${name} = ${value}`);
  all.forEach((page, index) => readPage(form, page, index, unnamed));
  const titles = asTexts(title, unnamed);
  return form.finish(
    Object.keys(titles).length > 0 ? titles : { [form.main]: fileName.replace(/\.\w+$/, "") },
    asTexts(description, unnamed),
  );
}

/** Looked at before it is parsed: brackets within brackets are the one thing that makes a small text slow to read. */
function refuseDeep(text: string) {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (quoted) {
      if (sign === "\\") at++;
      else if (sign === '"') quoted = false;
    } else if (sign === '"') quoted = true;
    else if (sign === "[" || sign === "{") {
      if (++depth > largest.depth) throw new Unreadable("TOO_DEEP");
    } else if (sign === "]" || sign === "}") depth--;
  }
}

function readPage(form: Assembly, page: Json, index: number, unnamed: string) {
  const { name, title, description, elements, questions, visibleIf, visible, ...rest } = page;
  const spot = { place: `page ${index + 1}`, name: typeof name === "string" ? name : `page${index + 1}` };
  form.section(spot, "page", asTexts(title, unnamed), asTexts(description, unnamed));
  for (const [key, value] of linesIn(rest)) form.left("COLUMN", spot, `${key} = ${value}`);
  const shared = sharedBy(form, spot, visibleIf, visible);
  for (const element of asList(elements ?? questions)) readElement(form, element, shared, unnamed, 0);
}

/** A panel joins its page; the rest is asked. */
function readElement(form: Assembly, element: Json, within: string[], unnamed: string, depth: number) {
  if (depth > 20) throw new Unreadable("TOO_DEEP");
  if (element.type !== "panel") return askElement(form, element, within, unnamed);
  const { type: _type, name, title, description, elements, visibleIf, visible, ...rest } = element;
  const own = typeof name === "string" ? name : "panel";
  const spot = { place: own, name: own };
  const shared = [...within, ...sharedBy(form, spot, visibleIf, visible)];
  form.changed("FLATTENED", spot, own);
  for (const [key, value] of linesIn(rest)) form.left("COLUMN", spot, `${key} = ${value}`);
  const [label, help] = [asTexts(title, unnamed), asTexts(description, unnamed)];
  if (Object.keys(label).length > 0) form.tell({ ...spot, kind: "panel", label, help, conditions: shared });
  for (const inner of asList(elements)) readElement(form, inner, shared, unnamed, depth + 1);
}

/** The condition of what holds questions, put on each of them. */
function sharedBy(form: Assembly, spot: { place: string; name: string }, visibleIf: unknown, visible: unknown) {
  if (visible === false) return ["false"];
  if (typeof visibleIf !== "string" || visibleIf.trim() === "") return [];
  form.changed("SHARED_CONDITION", spot, visibleIf);
  return [visibleIf];
}

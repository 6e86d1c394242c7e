import type { FormSettings } from "@cahier/schema/form";
import type { QuestionType } from "@cahier/schema/questionnaire/definition";
import { type Expression, parseExpression, Untranslatable } from "./expression.ts";

/** Bounds of an answer, from an XLSForm constraint; null when the constraint says anything else. */
export function boundsOf(
  source: string,
  type: QuestionType,
  whole: boolean,
  codes: ReadonlyMap<string, string>,
): FormSettings | null {
  try {
    const tree = parseExpression(source);
    const parts = tree.is === "and" ? tree.parts : [tree];
    return Object.assign({}, ...parts.map((part) => boundOf(part, type, whole, codes))) as FormSettings;
  } catch (error) {
    if (error instanceof Untranslatable) return null;
    throw error;
  }
}

const isOwn = (it: Expression | undefined) => it?.is === "name" && it.name === ".";

function boundOf(it: Expression, type: QuestionType, whole: boolean, codes: ReadonlyMap<string, string>): FormSettings {
  if (it.is === "not") return exclusive(it.of, codes);
  if (it.is !== "compare" || it.right.is !== "value") throw new Untranslatable();
  const { left, sign } = it;
  const bound = Number(it.right.value);
  if (it.right.value === "" || !Number.isInteger(bound)) throw new Untranslatable();
  if (type === "NUMBER" && isOwn(left)) {
    if (sign === ">=" || (sign === ">" && whole)) return { min: sign === ">" ? bound + 1 : bound };
    if (sign === "<=" || (sign === "<" && whole)) return { max: sign === "<" ? bound - 1 : bound };
  }
  if (left.is !== "call" || left.args.length !== 1 || !isOwn(left.args[0])) throw new Untranslatable();
  const upper = sign === "<=" ? bound : sign === "<" ? bound - 1 : null;
  const lower = sign === ">=" ? bound : sign === ">" ? bound + 1 : null;
  if (left.name === "string-length" && upper !== null && upper > 0 && upper <= 4000 && type.endsWith("_TEXT"))
    return { maxLength: upper };
  if (left.name === "count-selected" && (type === "MULTIPLE_CHOICE" || type === "RANKING")) {
    if (upper !== null && upper > 0) return { maxSelect: upper };
    if (lower !== null && type === "MULTIPLE_CHOICE") return lower > 0 ? { minSelect: lower } : {};
    if (sign === "=" && bound > 0 && type === "MULTIPLE_CHOICE") return { minSelect: bound, maxSelect: bound };
  }
  throw new Untranslatable();
}

/** « not(selected(., 'none') and count-selected(.) > 1) »: what excludes every other choice. */
function exclusive(it: Expression, codes: ReadonlyMap<string, string>): FormSettings {
  const [chosen, counted] = it.is === "and" && it.parts.length === 2 ? it.parts : [];
  const code =
    chosen?.is === "call" && chosen.name === "selected" && isOwn(chosen.args[0]) ? chosen.args[1] : undefined;
  const alone =
    counted?.is === "compare" &&
    counted.left.is === "call" &&
    counted.left.name === "count-selected" &&
    counted.right.is === "value" &&
    `${counted.sign}${counted.right.value}` === ">1";
  const value = code?.is === "value" && alone ? codes.get(String(code.value)) : undefined;
  if (value === undefined) throw new Untranslatable();
  return { exclusiveValues: [value] };
}

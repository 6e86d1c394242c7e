import { type Condition, OTHER } from "@cahier/schema/questionnaire/definition";
import { deepest } from "@cahier/schema/questionnaire/logic";
import type { FormQuestion } from "@cahier/schema/form";
import { type Expression, parseExpression, Untranslatable } from "./expression.ts";

/** A question asked before, as an expression calls it. */
export interface Target {
  question: FormQuestion;
  /** The option whose tick is meant, where each option has a name of its own. */
  option?: string;
  /** One row of a table is meant: no condition speaks of one here. */
  row?: true;
  /** The options by their codes in the file. */
  codes?: ReadonlyMap<string, string>;
}

/** Answers the question that a name refers to; null when it is no question asked before. */
export type Resolve = (name: string) => Target | null;

/** A condition that speaks of something else than an answer given before. */
export class Elsewhere extends Error {}

/** The condition that an expression comes to: always, never, or a tree. Throws `Untranslatable` or `Elsewhere`. */
export function conditionOf(source: string, resolve: Resolve): Condition | boolean {
  const condition = translated(parseExpression(source), resolve);
  if (typeof condition !== "boolean" && depthOf(condition) > deepest) throw new Untranslatable();
  return condition;
}

const depthOf = (it: Condition): number => {
  const parts = "all" in it ? it.all : "any" in it ? it.any : "not" in it ? [it.not] : [];
  return parts.length ? 1 + Math.max(...parts.map(depthOf)) : 0;
};

/** Several conditions that must all hold. */
export const allOf = (parts: (Condition | boolean)[]) => joined("all", parts);

function joined(word: "all" | "any", parts: (Condition | boolean)[]): Condition | boolean {
  const ends = word === "any";
  if (parts.includes(ends)) return ends;
  const left = parts.filter((part): part is Condition => typeof part !== "boolean");
  if (left.length === 0) return !ends;
  if (left.length === 1) return left[0]!;
  return word === "all" ? { all: left } : { any: left };
}

const negated = (it: Condition | boolean): Condition | boolean => {
  if (typeof it === "boolean") return !it;
  if ("answered" in it) return { ...it, answered: !it.answered };
  return "not" in it ? it.not : { not: it };
};

function translated(it: Expression, resolve: Resolve): Condition | boolean {
  switch (it.is) {
    case "and":
    case "or":
      return joined(
        it.is === "and" ? "all" : "any",
        it.parts.map((part) => translated(part, resolve)),
      );
    case "not":
      return negated(translated(it.of, resolve));
    case "value":
      return it.value !== "" && it.value !== 0 && it.value !== false;
    case "call":
      return called(it.name, it.args, resolve);
    case "compare":
      return compared(it, resolve);
    default:
      throw new Untranslatable();
  }
}

function targetOf(it: Expression | undefined, resolve: Resolve): Target {
  if (it?.is !== "name") throw new Untranslatable();
  const target = resolve(it.name);
  if (!target) throw new Elsewhere();
  if (target.row) throw new Untranslatable();
  return target;
}

const answered = ({ question, option }: Target): Condition =>
  option ? { question: question.name, contains: option } : { question: question.name, answered: true };

function called(name: string, args: Expression[], resolve: Resolve): Condition | boolean {
  const [first, second] = args;
  if (name === "selected" && args.length === 2) return has(targetOf(first, resolve), second!);
  if (["is_empty", "empty"].includes(name) && args.length === 1) return negated(answered(targetOf(first, resolve)));
  throw new Untranslatable();
}

/** An option is chosen. */
function has({ question, codes, option }: Target, code: Expression): Condition {
  if (code.is !== "value" || option) throw new Untranslatable();
  const value = codes?.get(String(code.value));
  if (value === undefined) throw new Elsewhere();
  if (question.type === "MULTIPLE_CHOICE" || question.type === "RANKING")
    return { question: question.name, contains: value };
  return { question: question.name, equals: value };
}

const mirrored: Record<string, string> = { "<": ">", ">": "<", "<=": ">=", ">=": "<=", "=": "=", "!=": "!=" };

function compared(it: Expression & { is: "compare" }, resolve: Resolve): Condition | boolean {
  let { left, right, sign } = it;
  if (left.is === "value" && mirrored[sign]) [left, right, sign] = [right, left, mirrored[sign]!];
  if (left.is === "call" && right.is === "value") return counted(left, sign, Number(right.value), resolve);
  const target = targetOf(left, resolve);
  if (sign === "contains" || sign === "notcontains") {
    const found = right.is === "list" ? allOf(right.items.map((one) => has(target, one))) : has(target, right);
    return sign === "contains" ? found : negated(found);
  }
  if (sign === "anyof" || sign === "allof") {
    if (right.is !== "list") throw new Untranslatable();
    return joined(
      sign === "anyof" ? "any" : "all",
      right.items.map((one) => has(target, one)),
    );
  }
  if (right.is !== "value") throw new Untranslatable();
  if (sign === "!=") return negated(equal(target, right.value));
  return sign === "=" ? equal(target, right.value) : ordered(target, sign, Number(right.value));
}

/** « count-selected(q) > 0 »: how many were chosen, or how long a text is, said of whether there is any. */
function counted(call: Expression & { is: "call" }, sign: string, bound: number, resolve: Resolve) {
  if (!["count-selected", "string-length", "count", "strlen"].includes(call.name) || call.args.length !== 1)
    throw new Untranslatable();
  const any = answered(targetOf(call.args[0], resolve));
  if ((sign === ">" && bound === 0) || (sign === ">=" && bound === 1) || (sign === "!=" && bound === 0)) return any;
  if ((sign === "=" && bound === 0) || (sign === "<" && bound === 1)) return negated(any);
  throw new Untranslatable();
}

function equal(target: Target, value: string | number | boolean): Condition | boolean {
  const { question, option, codes } = target;
  if (value === "") return negated(answered(target));
  if (option) {
    if (["Y", "1", "true"].includes(String(value))) return { question: question.name, contains: option };
    throw new Untranslatable();
  }
  switch (question.type) {
    case "SINGLE_CHOICE":
      return has(target, { is: "value", value: codes?.has(String(value)) ? value : spelled(value) });
    case "NUMBER":
    case "RATING":
      if (!Number.isFinite(Number(value))) throw new Untranslatable();
      return { question: question.name, equals: Number(value) };
    case "SHORT_TEXT":
    case "LONG_TEXT":
    case "DATE":
      return { question: question.name, equals: String(value) };
    default:
      throw new Untranslatable();
  }
}

/** Spells a value as options do: a boolean question calls its answers « true » and « false ». */
const spelled = (value: string | number | boolean) => (value === true ? "true" : value === false ? "false" : value);

const names = { "<": "lt", "<=": "lte", ">": "gt", ">=": "gte" } as const;
const compare: Record<string, (a: number, b: number) => boolean> = {
  "<": (a, b) => a < b,
  "<=": (a, b) => a <= b,
  ">": (a, b) => a > b,
  ">=": (a, b) => a >= b,
};

/** More or less than a number: of a choice whose codes are numbers, the options that are. */
function ordered({ question, codes, option }: Target, sign: string, bound: number): Condition | boolean {
  if (!Number.isFinite(bound) || option) throw new Untranslatable();
  if (question.type === "NUMBER" || question.type === "RATING")
    return { question: question.name, [names[sign as keyof typeof names]]: bound } as unknown as Condition;
  if (question.type !== "SINGLE_CHOICE" || !codes) throw new Untranslatable();
  const known = [...codes].filter(([, value]) => value !== OTHER);
  if (known.some(([code]) => code.trim() === "" || !Number.isFinite(Number(code)))) throw new Untranslatable();
  const kept = known.filter(([code]) => compare[sign]!(Number(code), bound));
  return joined(
    "any",
    kept.map(([, value]) => ({ question: question.name, equals: value })),
  );
}

import { deepest } from "@cahier/schema/questionnaire/logic";

/** Binds a value; answers with its place in the statement. */
type Bind = (value: unknown) => string;

const comparisons: Record<string, string> = { gt: ">", gte: ">=", lt: "<", lte: "<=" };

/**
 * The condition under which a question is asked, as SQL on `given`: a response's answers, by question id, as `jsonb`; a
 * long text is `true` there. It says what `holds` says of the same answers (`@cahier/schema/questionnaire/logic`): what is
 * no condition does not hold.
 */
export function conditionSql(condition: unknown, bind: Bind, depth = 0): string {
  if (typeof condition !== "object" || condition === null || depth > deepest) return "false";
  const rule = condition as Record<string, unknown>;
  const inner = (rules: unknown[], word: "and" | "or", none: string) =>
    rules.length > 0 ? `(${rules.map((one) => conditionSql(one, bind, depth + 1)).join(` ${word} `)})` : none;
  if (Array.isArray(rule.all)) return inner(rule.all, "and", "true");
  if (Array.isArray(rule.any)) return inner(rule.any, "or", "false");
  if ("not" in rule) return `not ${conditionSql(rule.not, bind, depth + 1)}`;
  if (typeof rule.question !== "string") return "false";
  const answer = `given -> ${bind(rule.question)}::text`;
  if (typeof rule.answered === "boolean") return rule.answered ? `(${answer}) is not null` : `(${answer}) is null`;
  if ("equals" in rule) return isPlain(rule.equals) ? equals(answer, rule.equals, bind) : "false";
  if ("contains" in rule) return typeof rule.contains === "string" ? contains(answer, rule.contains, bind) : "false";
  for (const [name, sign] of Object.entries(comparisons)) {
    const bound = rule[name];
    if (typeof bound !== "number") continue;
    return `case jsonb_typeof(${answer}) when 'number' then (${answer})::numeric ${sign} ${bind(bound)}::numeric else false end`;
  }
  return "false";
}

const isPlain = (value: unknown): value is string | number => typeof value === "string" || typeof value === "number";

const equals = (answer: string, value: string | number, bind: Bind) =>
  `coalesce(${answer} = ${bind(JSON.stringify(value))}::jsonb, false)`;

/** A list contains one of its values, anything else contains itself. */
const contains = (answer: string, value: string, bind: Bind) =>
  `coalesce(${answer} @> ${bind(JSON.stringify(value))}::jsonb, false)`;

import { isDay } from "@cahier/schema/calendar/days";
import {
  getNullableType,
  type GraphQLFieldResolver,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
} from "graphql";
import type { ProblemFound } from "../refusal.ts";

/** Finds what is wrong with the days of a value, each by its path from the input: `on`, `blocks.0.due`. */
type Finder = (given: unknown, path: string) => ProblemFound[];

const dayOf = (given: unknown) => (given instanceof Date ? given.toISOString().slice(0, 10) : String(given));
const ofDay: Finder = (given, field) => (isDay(dayOf(given)) ? [] : [{ code: "NOT_A_DATE", field }]);

/** The finder of a type; null where it has no days. A type that stands within itself is looked at once. */
function finderOf(type: GraphQLInputType, within: readonly string[] = []): Finder | null {
  const bare = getNullableType(type);
  if (isListType(bare)) {
    const each = finderOf(bare.ofType, within);
    return each && ((given, path) => (given as unknown[]).flatMap((one, at) => found(each, one, `${path}.${at}`)));
  }
  if (!isInputObjectType(bare)) return bare.name === "Date" || bare.name === "DateTime" ? ofDay : null;
  if (within.includes(bare.name)) return null;
  const fields = Object.values(bare.getFields()).flatMap(({ name, type: of }) => {
    const finder = finderOf(of, [...within, bare.name]);
    return finder ? [[name, finder] as const] : [];
  });
  if (fields.length === 0) return null;
  return (given, path) =>
    fields.flatMap(([name, finder]) =>
      found(finder, (given as Record<string, unknown>)[name], path ? `${path}.${name}` : name),
    );
}

const found = (finder: Finder, given: unknown, path: string) =>
  given === null || given === undefined ? [] : finder(given, path);

/**
 * Makes every act that is given a day refuse one that is not of the calendar, at its field and before it begins: a year
 * half typed (« 0026 ») is a day to a browser, and to PostgreSQL.
 */
export function refuseImpossibleDays(schema: GraphQLSchema) {
  for (const field of Object.values(schema.getMutationType()!.getFields())) {
    const finder = field.args[0] && finderOf(field.args[0].type);
    if (!finder) continue;
    const act = field.resolve as GraphQLFieldResolver<unknown, unknown>;
    field.resolve = (parent, args, ...rest) => {
      const problems = found(finder, args.input, "").map((it) => ({ value: null, ...it }));
      return problems.length > 0 ? { problems } : act(parent, args, ...rest);
    };
  }
  return schema;
}

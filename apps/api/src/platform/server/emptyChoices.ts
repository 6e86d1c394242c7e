import type { GraphQLFieldResolver, GraphQLSchema } from "graphql";
import type { Problem } from "../../graphql/resolvers.generated.ts";

interface Payload {
  problems: Problem[];
}

type Act = GraphQLFieldResolver<unknown, unknown, { input?: Record<string, unknown> }, Promise<Payload>>;

const isEmpty = (given: unknown) => given === null || (typeof given === "string" && given.trim() === "");

/** Asks for a choice that was not made: « ce choix n’est pas proposé » is for one that was. */
export function askForChoices(schema: GraphQLSchema) {
  for (const field of Object.values(schema.getMutationType()!.getFields())) {
    const act = field.resolve as Act;
    field.resolve = (async (parent, args, ...rest) => {
      const payload = await act(parent, args, ...rest);
      const isUnchosen = (it: Problem) => it.code === "UNKNOWN_CHOICE" && isEmpty(args.input?.[it.field ?? ""]);
      if (!payload.problems.some(isUnchosen)) return payload;
      const problems = payload.problems.map((it) => (isUnchosen(it) ? { ...it, code: "REQUIRED" as const } : it));
      return { ...payload, problems };
    }) satisfies Act;
  }
  return schema;
}

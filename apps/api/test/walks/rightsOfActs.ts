import { rights } from "@cahier/schema/rights";
import type { Role } from "../../src/graphql/resolvers.generated.ts";
import { type Viewer, visitor } from "../../src/platform/viewer.ts";
import type { seededApi } from "../site/demo.ts";
import { inputsFor } from "./inputs.ts";
import { holderOf } from "../site/people.ts";
import { schema } from "./walk.ts";

/** All acts; those that need an account; and those that need more than one. */
export const mutations = Object.values(schema.getMutationType()!.getFields());
export const withAccount = mutations.filter(({ name }) => rights[name] !== "ANYONE");
export const guarded = withAccount.filter(({ name }) => rights[name] !== "SIGNED_IN");

/** Runs acts with an input that is right, as one who holds a role or not. */
export function actsOn(api: ReturnType<typeof seededApi>) {
  const { inputOf } = inputsFor(api);

  const act = async (mutation: string, viewer = visitor, given?: object) => {
    const [input] = schema.getMutationType()!.getFields()[mutation]!.args;
    const { data, errors } = await api.ask(
      `mutation ($input: ${String(input!.type)}) { ${mutation}(input: $input) { problems { code } } }`,
      { input: given ?? (await inputOf(mutation)) },
      viewer,
    );
    return { done: data?.[mutation] ?? null, code: errors?.[0]?.extensions.code };
  };

  const holders = new Map<Role, Promise<Viewer>>();
  /** Holder of a role in the demonstration: no act of these ends it. */
  const holding = (role: Role) => {
    const known = holders.get(role) ?? holderOf(api.database, role);
    holders.set(role, known);
    return known;
  };

  return { act, holding, inputOf };
}

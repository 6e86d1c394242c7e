import { typeDefs } from "@cahier/schema/typeDefs";
import { expect } from "vitest";
import type { Viewer } from "../../src/platform/viewer.ts";
import type { From, testApi } from "../site/api.ts";

type Api = Pick<ReturnType<typeof testApi>, "ask">;

/** Text of a mutation, with the problems as told by `problem` and the fields asked for. */
export function mutationOf(name: string, fields = "", problem = "code field") {
  const type = new RegExp(`^  ${name}\\(input: (\\w+)`, "m").exec(typeDefs)![1];
  return `mutation ($input: ${type}!) { ${name}(input: $input) { problems { ${problem} } ${fields} } }`;
}

/**
 * Tries a mutation of an API: its payload, with the problems as told by `problem` and the fields asked for; or the errors
 * of whoever may not.
 */
export const trying =
  (api: Api, problem = "code field") =>
  async (name: string, input: object, fields = "", viewer?: Viewer, from?: From) => {
    const { data, errors } = await api.ask(mutationOf(name, fields, problem), { input }, viewer, from);
    return { payload: data?.[name], errors, code: errors?.[0]?.extensions.code };
  };

/** Runs a mutation that anybody it is run for may, and answers with its payload. */
export const acting = (api: Api, problem?: string) => {
  const attempt = trying(api, problem);
  return async (...act: Parameters<typeof attempt>) => {
    const { payload, errors } = await attempt(...act);
    expect(errors).toBeUndefined();
    return payload;
  };
};

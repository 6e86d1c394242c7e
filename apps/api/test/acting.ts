import { expect } from "vitest";
import type { Viewer } from "../src/platform/viewer.ts";
import type { From, testApi } from "./api.ts";

type Api = Pick<ReturnType<typeof testApi>, "ask">;

/**
 * Tries a mutation of an API: its payload, with the problems as told by `problem` and the fields asked for; or the errors
 * of whoever may not.
 */
export const trying =
  (api: Api, problem = "code field") =>
  async (name: string, input: object, fields = "", viewer?: Viewer, from?: From) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await api.ask(
      `mutation ($input: ${type}!) { ${name}(input: $input) { problems { ${problem} } ${fields} } }`,
      { input },
      viewer,
      from,
    );
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

import { expect } from "vitest";
import type { Viewer } from "../src/platform/viewer.ts";
import type { testApi } from "./api.ts";

/** Runs a mutation of an API and answers with its payload: its problems, and the fields asked for. */
export const acting =
  (api: Pick<ReturnType<typeof testApi>, "ask">) =>
  async (name: string, input: object, fields = "", viewer?: Viewer) => {
    const type = `${name[0]!.toUpperCase()}${name.slice(1)}Input`;
    const { data, errors } = await api.ask(
      `mutation ($input: ${type}!) { ${name}(input: $input) { problems { code field } ${fields} } }`,
      { input },
      viewer,
    );
    expect(errors).toBeUndefined();
    return data[name];
  };

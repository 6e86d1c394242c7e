import type { DataSource } from "typeorm";
import type { Execute } from "@cahier/schema/page";
import type { createGraphQL } from "../../apps/api/src/app.ts";
import { createContext } from "../../apps/api/src/platform/context.ts";
import { builtWeb } from "../../apps/api/src/platform/server/web.ts";

/** Makes pages for a visitor as the site does, past the pages that it keeps. */
export function pageMaker(graphql: ReturnType<typeof createGraphQL>, database: DataSource) {
  const web = builtWeb();
  const make = (path: string, execute: Execute) =>
    web({ url: new URL(path, "http://site"), execute, requestId: "perf" });
  const asking = (): Execute => {
    const contextValue = createContext(database);
    return async (query, variables, operationName) => {
      const { body } = await graphql.executeOperation({ query, variables, operationName }, { contextValue });
      if (body.kind !== "single") throw new Error("No incremental answers here.");
      return body.singleResult;
    };
  };
  return {
    /** Makes a page anew. */
    make: (path: string) => make(path, asking()),
    /** Milliseconds of processor that its document takes alone: each query is answered by what the API said once. */
    async html(path: string, times: number) {
      const ask = asking();
      const said = new Map<string, ReturnType<Execute>>();
      const execute: Execute = (query, variables, operationName) => {
        const asked = JSON.stringify([query, variables]);
        const answer = said.get(asked) ?? ask(query, variables, operationName);
        said.set(asked, answer);
        return answer;
      };
      const { status } = await make(path, execute);
      if (status !== 200) throw new Error(`${path} answers ${status}.`);
      const before = process.cpuUsage();
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      for (let time = 0; time < times; time++) await make(path, execute);
      const { user, system } = process.cpuUsage(before);
      return (user + system) / 1000 / times;
    },
  };
}

import { beforeAll, expect, test } from "vitest";
import { operations } from "../../../scripts/perf/operations.documents.ts";
import { subjectsIn } from "../../../scripts/perf/operations.subjects.ts";
import { createGraphQL } from "../src/app.ts";
import { createContext } from "../src/platform/context.ts";
import { prepared } from "../src/platform/data/statement.ts";
import { visitor } from "../src/platform/viewer.ts";
import { seededApi } from "./demo.ts";
import { statementsOf } from "./statements.ts";

const api = seededApi();
let subjects: Awaited<ReturnType<typeof subjectsIn>>;
beforeAll(async () => {
  subjects = await subjectsIn(api.database);
});

test("what is asked with others of its turn is answered as if it had been asked alone", async () => {
  const graphql = createGraphQL();
  const now = new Date();
  let fewer = 0;
  for (const operation of operations().values()) {
    const variables = operation.kind === "query" && subjects.variablesOf(operation);
    if (!variables) continue;
    const viewer = subjects.isTeams(operation) ? subjects.team : visitor;
    const ask = async (apart: boolean) => {
      const context = { ...createContext(api.database, { viewer, device: () => "joined" }), now };
      if (apart) context.joined = (name, text, values) => prepared(context.db, name, text, values);
      const { body } = await graphql.executeOperation(
        { query: operation.text, variables },
        { contextValue: context },
      );
      return JSON.stringify((body as { singleResult: object }).singleResult);
    };
    await ask(true);
    let [together, apart] = ["", ""];
    const all = await statementsOf(async () => (together = await ask(false)));
    const each = await statementsOf(async () => (apart = await ask(true)));
    expect({ [operation.name]: together }).toEqual({ [operation.name]: apart });
    fewer += each.length - all.length;
  }
  expect(fewer).toBeGreaterThan(40);
});

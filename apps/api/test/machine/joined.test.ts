import { beforeAll, expect, test } from "vitest";
import { operations } from "../../../../scripts/perf/operations.documents.ts";
import { subjectsIn } from "../../../../scripts/perf/operations.subjects.ts";
import { visitor } from "../../src/platform/viewer.ts";
import { seededApi } from "../site/demo.ts";
import { askedDuring } from "../site/statements.ts";

const api = seededApi();
let subjects: Awaited<ReturnType<typeof subjectsIn>>;
beforeAll(async () => {
  subjects = await subjectsIn(api.database);
});

test("what is asked with others of its turn is answered as if it had been asked apart", async () => {
  let fewer = 0;
  for (const operation of operations().values()) {
    const variables = operation.kind === "query" && subjects.variablesOf(operation);
    if (!variables) continue;
    const viewer = subjects.isTeams(operation) ? subjects.team : visitor;
    const ask = async (apart: boolean) =>
      JSON.stringify(await api.ask(operation.text, variables, viewer, { device: () => "joined", apart }));
    await ask(true);
    let [together, apart] = ["", ""];
    const all = await askedDuring(async () => (together = await ask(false)));
    const each = await askedDuring(async () => (apart = await ask(true)));
    expect({ [operation.name]: together }).toEqual({ [operation.name]: apart });
    fewer += each.statements.length - all.statements.length;
  }
  expect(fewer).toBeGreaterThan(40);
});

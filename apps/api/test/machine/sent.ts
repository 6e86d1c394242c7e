import pg from "pg";
import { operations } from "../../../../scripts/perf/operations.documents.ts";
import { subjectsIn } from "../../../../scripts/perf/operations.subjects.ts";
import { visitor } from "../../src/platform/viewer.ts";
import type { seededApi } from "../site/demo.ts";

/** Statements that pages ask of the database: those with a name, with the values of the last time, and those without. */
export async function statementsSent(api: ReturnType<typeof seededApi>) {
  const subjects = await subjectsIn(api.database);
  const { team } = subjects;
  const named = new Map<string, string>();
  const values = new Map<string, unknown[]>();
  const nameless = new Set<string>();
  const { query } = pg.Client.prototype;
  pg.Client.prototype.query = function heard(this: pg.Client, ...args: unknown[]) {
    const [first] = args as [string | { name?: string; text: string; values?: unknown[] }];
    if (typeof first === "string") nameless.add(first);
    else if (first.name) {
      named.set(first.name, first.text);
      values.set(first.name, first.values ?? []);
    } else nameless.add(first.text);
    return (query as (...all: unknown[]) => unknown).apply(this, args);
  } as typeof query;
  try {
    for (const operation of operations().values()) {
      const variables = operation.kind === "query" && subjects.variablesOf(operation);
      // oxlint-disable-next-line no-await-in-loop -- each as a page asks it
      if (variables)
        await api.ask(operation.text, variables, subjects.isTeams(operation) ? team : visitor, { apart: true });
    }
  } finally {
    pg.Client.prototype.query = query;
  }
  return { named, values, nameless };
}

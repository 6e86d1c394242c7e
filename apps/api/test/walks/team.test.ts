import { expect, test } from "vitest";
import type { Role } from "../../src/graphql/resolvers.generated.ts";
import { viewerOf, visitor } from "../../src/platform/viewer.ts";
import { createContext } from "../../src/platform/context.ts";
import { walkedApi } from "../site/demo.ts";
import { everyRow } from "./everyRow.ts";
import { personWith } from "../site/people.ts";
import { statementsOf } from "../site/statements.ts";
import { endlessLists } from "./unbounded.ts";
import { walk } from "./walk.ts";

const api = walkedApi();
const roles: Role[] = ["MEMBER", "MODERATOR", "REFERENT", "RAPPORTEUR", "FACILITATOR", "ADMINISTRATOR"];

/** The lists whose length the database holds: « erratum.proposal_id ». */
const held = async () => {
  const rows = await api.database.query<{ list: string }[]>(
    `select c.relname || '.' || split_part(encode(t.tgargs, 'escape'), '\\000', 1) as list
     from pg_trigger t join pg_class c on c.oid = t.tgrelid where t.tgname like 'hold_length%'`,
  );
  return new Set(rows.map(({ list }) => list));
};

test("no list is read without an end, whoever reads: the statement has one, or the database holds its length", async () => {
  const id = await personWith(api.database, roles);
  const everything = viewerOf(
    { ...visitor, id },
    roles.map((role) => ({ role, groupId: null, territoryId: null })),
  );
  const asked = await everyRow(api.database, ["le"]);
  const statements = await statementsOf(() => walk(api.database, everything, asked));
  expect(statements.length).toBeGreaterThan(200);
  const endless = endlessLists(statements, await held());
  expect(endless).toEqual([]);
});

test("a list that the database holds takes its last row, and an act past it is told so", async () => {
  const { run } = createContext(api.database, { viewer: visitor });
  const add = (many: number) =>
    run(async ({ db }) => {
      await db.query(
        `insert into erratum (proposal_id, text, added_on) select (select id from proposal order by number limit 1), 'x',
           current_date from generate_series(1, $1)`,
        [many],
      );
      return {};
    });
  const [{ there }] = await api.database.query<[{ there: number }]>(
    "select count(*)::int as there from erratum where proposal_id = (select id from proposal order by number limit 1)",
  );
  expect(await add(100 - there)).toEqual({ problems: [] });
  expect(await add(1)).toEqual({ problems: [{ code: "LIST_FULL", field: null, value: "100" }] });
});

test("so is a second list of the same rows: one initiative proves three hundred proposals at most", async () => {
  const [{ most }] = await api.database.query<[{ most: string }]>(
    `select split_part(encode(t.tgargs, 'escape'), '\\000', 2) as most from pg_trigger t
     where t.tgrelid = 'proposal_initiative'::regclass and t.tgname = 'hold_length_of_initiative_id'`,
  );
  expect(most).toBe("300");
  const lists = await held();
  for (const list of [
    "proposal_initiative.initiative_id",
    "questionnaire_revision.questionnaire_id",
    "reading.contribution_id",
  ])
    expect(lists).toContain(list);
});

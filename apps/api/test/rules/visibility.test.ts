/** One vocabulary of visibility for every text that people write: the same words in tables, in the schema and on screens. */
import { getNamedType, type GraphQLEnumType, isObjectType } from "graphql";
import { expect, test } from "vitest";
import { moderatedKinds } from "../../src/platform/moderated.ts";
import { seededApi } from "../site/demo.ts";
import { schema } from "../walks/walk.ts";

const api = seededApi();
const words = (schema.getType("TextStatus") as GraphQLEnumType).getValues().map(({ name }) => name);

/** Each kind of text, its table, and the type in which it is read. */
const texts: Record<string, { table: string; type: string }> = {
  CONTRIBUTION: { table: "contribution", type: "Contribution" },
  RESPONSE: { table: "response", type: "Receipt" },
  REACTION: { table: "reaction", type: "Reaction" },
  AMENDMENT: { table: "amendment", type: "Amendment" },
  SUPPLY: { table: "contribution", type: "Contribution" },
  MINORITY_POSITION: { table: "minority_position", type: "MinorityPosition" },
  INITIATIVE: { table: "initiative", type: "Initiative" },
  EXCHANGE: { table: "exchange", type: "Exchange" },
  AGENDA_REQUEST: { table: "agenda_request", type: "AgendaRequest" },
  ORGANISATION: { table: "organisation", type: "Organisation" },
  DOCUMENT: { table: "document", type: "Document" },
};
/** The reply of an office waits for the team, in the same words. */
const alsoRead = { table: "office_reply", type: "OfficeReply" };

test("every kind of text that moderators read is one of them, and no table has a visibility of its own", async () => {
  expect(
    moderatedKinds()
      .map(([kind]) => kind)
      .toSorted(),
  ).toEqual(Object.keys(texts).toSorted());
  const columns = await api.database.query<{ table: string; columns: string }[]>(
    `select table_name as table, string_agg(column_name || ' ' || data_type, ', ' order by column_name) as columns
     from information_schema.columns where table_schema = 'public'
       and column_name in ('status', 'status_reason', 'status_on')
     group by 1 having bool_or(column_name = 'status') order by 1`,
  );
  const tables = new Set([...Object.values(texts), alsoRead].map(({ table }) => table));
  expect(columns.map(({ table }) => table)).toEqual([...tables].toSorted());
  for (const { table, columns: said } of columns)
    expect([table, said]).toEqual([table, "status text, status_on date, status_reason text"]);
});

test.each([...Object.entries(texts), ["OFFICE_REPLY", alsoRead] as const])(
  "%s: its rows and its type say one of the five words",
  async (_, { table, type }) => {
    const rows = await api.database.query<{ status: string }[]>(`select distinct status from ${table}`);
    expect(rows.map(({ status }) => status).filter((status) => !words.includes(status))).toEqual([]);
    const found = schema.getType(type);
    const status = isObjectType(found) ? found.getFields().status : undefined;
    expect(getNamedType(status!.type).name).toBe("TextStatus");
  },
);

test("each text that moderators may read has the day it came, and a group unless it is of none: their page shows all", async () => {
  for (const [kind, { rows, ofAnyGroup }] of moderatedKinds()) {
    const [bare] = await api.database.query<[{ texts: number }]>(
      `select count(*)::int as texts from (${rows()}) x
       where x.given_on is null or x.parts is null or (x.group_id is null and not $1)`,
      [ofAnyGroup ?? false],
    );
    expect([kind, bare.texts]).toEqual([kind, 0]);
  }
});

/** The standing of a regional group with the team is no text: nobody reads or hides it. */
const otherwise = ["RegionalGroup"];

test("a field called status is a visibility, everywhere but where it is said", () => {
  const others = Object.values(schema.getTypeMap()).flatMap((type) =>
    isObjectType(type) && type.getFields().status && getNamedType(type.getFields().status!.type).name !== "TextStatus"
      ? [type.name]
      : [],
  );
  expect(others).toEqual(otherwise);
});

import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Field, type Fields, headsOf, namesOf, publicOf } from "@cahier/schema/fields";
import {
  type FragmentDefinitionNode,
  type GraphQLInputObjectType,
  isRequiredInputField,
  Kind,
  type OperationDefinitionNode,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { acting } from "../acts/acting.ts";
import { chainTables } from "../../src/domain/give/openData/chain.tables.ts";
import { readTable } from "../../src/domain/propose/initiative/table.ts";
import { dayOf } from "../../src/platform/day.ts";
import { snake } from "../../src/platform/data/naming.ts";
import type { Viewer } from "../../src/platform/viewer.ts";
import { seededApi } from "../site/demo.ts";
import { holderOf } from "../site/people.ts";
import { type Ids, idsIn, type Sheet, sheets } from "./sheets.ts";
import { schema } from "../walks/walk.ts";

const api = seededApi();
const act = acting(api);
const writers = {} as Record<"RAPPORTEUR" | "FACILITATOR" | "ADMINISTRATOR", Viewer>;
beforeAll(async () => {
  for (const role of ["RAPPORTEUR", "FACILITATOR", "ADMINISTRATOR"] as const)
    writers[role] = await holderOf(api.database, role);
});

const lists: Record<string, string> = {
  SECTOR: "CULTURE",
  ORGANISATION_TYPE: "ASSOCIATION",
  STAGE: "RUNNING",
  INTERLOCUTOR_CATEGORY: "LOCAL_AUTHORITY",
};
const special: Record<string, string> = {
  contactMail: "accueil@example.org",
  contactUrl: "https://example.org/page",
  website: "https://example.org/",
  accent: "#2c4a8c",
  contact: "contact@example.org",
  senderAddress: "cahier@example.org",
  onlineLink: "https://visio.example.org/reunion",
};

/** A valid value for a field. */
function sampleOf(name: string, field: Field): unknown {
  switch (field.kind) {
    case "line":
    case "text":
      return special[name] ?? `Des mots pour ${name}`;
    case "choice":
      return typeof field.among === "string" ? lists[field.among] : field.among[1];
    case "count":
    case "year":
      return field.least + 7;
    case "lines":
      return [`Un ${name}`, `Deux ${name}`];
    case "day":
      return dayOf(new Date(), 30);
    case "months":
      return [2, 9];
    default:
      return true;
  }
}
const samplesOf = (fields: Fields) =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, sampleOf(name, field)]));

const rowOf = async ({ table, where }: Sheet, ids: Ids) => {
  const keys = Object.entries(where(ids));
  const text = `select to_jsonb(it) as it from ${table} it where ${keys.map(([key], at) => `${key}::text = $${at + 1}`).join(" and ")}`;
  return (
    (
      await api.database.query<{ it: Record<string, unknown> }[]>(
        text,
        keys.map(([, value]) => value),
      )
    )[0]?.it ?? null
  );
};

async function save(sheet: Sheet, said: object, ids: Ids) {
  const was = await rowOf(sheet, ids);
  const saving = { version: Number(was?.["version"] ?? 0), was };
  const mutation = sheet.mutation(saving);
  const { problems } = await act(mutation, sheet.input(said, saving, ids), "", writers[sheet.by ?? "RAPPORTEUR"]);
  expect(problems).toEqual([]);
  const row = (await rowOf(sheet, ids))!;
  return Object.fromEntries(namesOf(sheet.fields).map((name) => [name, row[snake(name)]]));
}

/** Fields the schema requires in every save. */
const neededIn = ({ fields, inputOf }: Sheet) => {
  const input = (schema.getType(inputOf) as GraphQLInputObjectType).getFields();
  return namesOf(fields).filter((name) => isRequiredInputField(input[name]!));
};

describe.each(Object.entries(sheets))("the sheet of %s", (_, sheet) => {
  const { fields } = sheet;
  const samples = { ...samplesOf(fields), ...sheet.samples };
  const whole = (more: object) => ({ ...samples, ...more });

  test("keeps each of its fields; a save that leaves one out erases nothing; null clears it", async () => {
    const ids = await idsIn(api.database);
    expect(await save(sheet, samples, ids)).toEqual(samples);
    const needed = Object.fromEntries(neededIn(sheet).map((field) => [field, samples[field]]));
    expect(await save(sheet, needed, ids)).toEqual(samples);
    const optional = namesOf(fields).filter((field) => !(field in needed));
    const cleared = await save(sheet, whole(Object.fromEntries(optional.map((field) => [field, null]))), ids);
    for (const field of optional) expect([field, cleared[field] || []]).toEqual([field, []]);
  });

  test("is shown whole on its public page", () => {
    const shown = shownBy(sheet.page);
    const missing = namesOf(publicOf(fields)).filter(
      (field) => !shown.has(sheet.elsewhere?.[field] ?? `${sheet.type}.${field}`),
    );
    expect(missing).toEqual([]);
  });

  test.runIf(sheet.file)("is whole in the open file, without what the team alone reads", () => {
    const { columns } = chainTables.find((table) => table.name === sheet.file)!;
    const keys = new Set(columns.map(({ key }) => key));
    expect(namesOf(publicOf(fields)).filter((field) => !keys.has(field))).toEqual([]);
    expect(namesOf(fields).filter((field) => fields[field]!.team && keys.has(field))).toEqual([]);
  });
});

const contract = join(import.meta.dirname, "../../../../packages/schema/src");
const declared = globSync("*/*.fields.ts", { cwd: contract }).flatMap((file) =>
  [...readFileSync(join(contract, file), "utf8").matchAll(/export const (\w+Fields)/g)].map(([, it]) => it!),
);

test("every sheet is under these rules", () => {
  expect(declared.toSorted()).toEqual(
    Object.keys(sheets)
      .map((it) => `${it}Fields`)
      .toSorted(),
  );
});

test("a table of initiatives is read into each field, by each name of its column", async () => {
  const samples = samplesOf(sheets["initiative"]!.fields);
  const cell = (value: unknown) => `"${Array.isArray(value) ? value.join("\n") : String(value)}"`;
  const heads = headsOf(sheets["initiative"]!.fields);
  const most = Math.max(...Object.values(heads).map(({ length }) => length));
  for (let at = 0; at < most; at++) {
    const names = Object.keys(samples);
    const head = [...names.map((name) => heads[name]![at] ?? heads[name]![0]), "departement"].join(";");
    const line = [...names.map((name) => cell(samples[name])), "Finistère"].join(";");
    const { rows, unknownColumns } = await readTable(api.database.manager, `${head}\n${line}`, new Date());
    expect(unknownColumns).toEqual([]);
    expect(rows[0]).toMatchObject({ problems: [], sheet: samples });
  }
});

const web = join(import.meta.dirname, "../../../web/src");
const documents = globSync("**/*.{ts,tsx}", { cwd: web, exclude: (path) => /generated|\.test\.ts$/.test(path) })
  .flatMap((file) => [...readFileSync(join(web, file), "utf8").matchAll(/gql`([^`]*)`/g)])
  .flatMap(([, text]) => parse(text!.replace(/\$\{[^}]*\}/g, "")).definitions);
const named = new Map(
  documents
    .filter((node): node is OperationDefinitionNode | FragmentDefinitionNode => "selectionSet" in node)
    .map((node) => [node.name!.value, node]),
);

/** Each « Type.field » of a query, fragments included. */
function shownBy(query: string): Set<string> {
  const shown = new Set<string>();
  const seen = new Set<string>();
  const follow = (name: string) => {
    if (seen.has(name)) return;
    seen.add(name);
    const types = new TypeInfo(schema);
    visit(
      { kind: Kind.DOCUMENT, definitions: [named.get(name)!] },
      visitWithTypeInfo(types, {
        Field: ({ name: { value } }) => void shown.add(`${types.getParentType()?.name}.${value}`),
        FragmentSpread: ({ name: { value } }) => follow(value),
      }),
    );
  };
  follow(query);
  return shown;
}

import { isDeepStrictEqual } from "node:util";
import { CsvError } from "csv-parse/sync";
import type { EntityManager } from "typeorm";
import type {
  ImportTerritoriesInput,
  TerritoryDesk,
  TerritoryReading,
  TerritoryUser,
} from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import type { Table } from "../../../platform/files/cell.ts";
import { authorize, Refusal } from "../../../platform/refusal.ts";
import { territoriesOfFrance } from "../territory/france.ts";
import { Territories, type Territory } from "../territory/territory.entity.ts";
import { listOf, type ListLine } from "../territory/territory.list.ts";
import {
  addTerritories,
  knownOf,
  plannedOf,
  replaceTerritories,
  rewordTerritories,
  takeTerritories,
  usesOfTerritories,
} from "../territory/territory.writes.ts";
import { heldInstance, instanceIn } from "./instance.commands.ts";
import { Instances } from "./instance.entity.ts";
import { instancePolicy } from "./instance.policy.ts";

/**
 * Reads a list of territories, and keeps it where asked. It replaces all while nothing names them; it adds and renames
 * by code at any time.
 */
export async function importTerritories(tx: Transaction, { text, extend, write }: ImportTerritoriesInput) {
  const { db, viewer, record } = tx;
  authorize(instancePolicy.run(viewer));
  const before = await heldInstance(db);
  if (write) await takeTerritories(db);
  const desk = await territoryDeskOf(db);
  if (!extend && desk.uses.length > 0) throw new Refusal("TERRITORIES_USED", "file").with({ desk });
  const all = await db.find(Territories);
  const there = extend ? all : [];
  const lines = text == null ? null : read(text, there);
  const reading = lines ? readingOf(lines, there) : franceRead();
  if (!write) return { reading, desk };
  if (lines?.some(({ faults }) => faults.length > 0))
    throw new Refusal("LINES_TO_MEND", "file").with({ reading, desk });
  const fresh = lines ? plannedOf(addedBy(lines, there), there) : territoriesOfFrance();
  if (extend) {
    await rewordTerritories(db, lines ?? [], there);
    await addTerritories(db, fresh);
  } else {
    await replaceTerritories(db, fresh);
  }
  const kept = async () => ({ reading: { ...reading, kept: true }, desk: await territoryDeskOf(db) });
  const ownTerritories = extend ? before.ownTerritories : lines !== null;
  // A list that is there already, as by a first try whose answer was lost, is told once.
  const isThere = isDeepStrictEqual(wordsOf(await db.find(Territories)), wordsOf(all));
  if (isThere && ownTerritories === before.ownTerritories) return kept();
  if (!extend) {
    const row = { ...before, ownTerritories, version: before.version + 1 };
    await db.upsert(Instances, row, ["id"]);
  }
  const { regions, within, renamed } = reading;
  await record(extend ? "territories.extended" : "territories.replaced", before, {
    regions,
    within,
    renamed: renamed.length,
    france: lines === null,
  });
  return kept();
}

/** Territories of a list, in one order. */
const wordsOf = (there: readonly Territory[]) =>
  knownOf(there)
    .map(({ code, parent, territory }) => [code, parent, territory.name, territory.population].join("\t"))
    .toSorted();

function read(text: string, there: readonly Territory[]) {
  try {
    return listOf(text, knownOf(there));
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal("UNREADABLE_FILE", "file", "CSV");
    throw error;
  }
}

/** The lines that are no territory yet; the one that holds all the others never is. */
function addedBy(lines: readonly ListLine[], there: readonly Territory[]) {
  const known = new Set(knownOf(there).map(({ code }) => code));
  return lines.filter(({ code, level }) => level !== 0 && !known.has(code));
}

function readingOf(lines: ListLine[], there: readonly Territory[]): TerritoryReading {
  const added = addedBy(lines, there);
  const names = new Map(knownOf(there).map(({ code, territory }) => [code, territory.name]));
  return {
    lines,
    regions: added.filter(({ level }) => level === 1).length,
    within: added.filter(({ level }) => level === 2).length,
    whole: lines.find(({ level }) => level === 0)?.name ?? null,
    renamed: lines.flatMap(({ code, name }) => {
      const was = names.get(code);
      return was && name && was !== name ? [{ code, from: was, to: name }] : [];
    }),
    kept: false,
  };
}

const franceRead = (): TerritoryReading => {
  const planned = territoriesOfFrance();
  const count = (kind: Territory["kind"]) => planned.filter((one) => one.kind === kind).length;
  return {
    lines: [],
    regions: count("REGION"),
    within: count("DEPARTMENT"),
    whole: null,
    renamed: [],
    kept: false,
  };
};

/** The list as it stands, and all that names it. */
export async function territoryDeskOf(db: EntityManager): Promise<TerritoryDesk> {
  const { ownTerritories } = await instanceIn(db);
  const uses = await usesOfTerritories(db);
  return {
    france: !ownTerritories,
    regions: await db.countBy(Territories, { kind: "REGION" }),
    within: await db.countBy(Territories, { kind: "DEPARTMENT" }),
    uses: uses.map(({ table, count }) => ({ by: table.toUpperCase() as TerritoryUser, count })),
  };
}

/** The list as a file that can be brought back. */
export function territoryTable(there: readonly Territory[]): Pick<Table, "columns" | "rows"> {
  const column = (key: string) => ({ key, label: key, kind: "words" as const });
  const rows = knownOf(there).toSorted((one, other) => one.code.localeCompare(other.code));
  const inOrder = [...rows.filter(({ parent }) => !parent), ...rows.filter(({ parent }) => parent)];
  return {
    columns: ["code", "name", "parent", "population"].map(column) as Table["columns"],
    rows: [inOrder.map(({ code, parent, territory }) => [code, territory.name, parent, territory.population])],
  };
}

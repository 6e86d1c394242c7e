import type { EntityManager, EntitySchema } from "typeorm";
import { insertAll } from "../../platform/data/bulk.ts";
import { idsByName } from "../ids.ts";
import type { Reference } from "../reference.ts";
import type { Clock } from "./clock.ts";

/** Context in which the content becomes rows: its dates, its names, and the rows to write. */
export interface Demo extends Reference {
  clock: Clock;
  ids: ReturnType<typeof idsByName>;
  /** Keeps rows to be written all at once. */
  put: <Row extends object>(table: EntitySchema<Row>, rows: Partial<Row>[]) => void;
}

export function demoRows(clock: Clock, reference: Reference) {
  const kept = new Map<EntitySchema, object[]>();
  const demo: Demo = {
    ...reference,
    clock,
    ids: idsByName("demonstration"),
    put: (table, rows) => kept.set(table, [...(kept.get(table) ?? []), ...rows]),
  };
  /** Writes the tables in this order: what is named before what names it. */
  const write = async (db: EntityManager, order: EntitySchema[]) => {
    for (const table of order) await insertAll(db, table, kept.get(table) ?? []);
    const left = [...kept.keys()].filter((table) => !order.includes(table));
    if (left.length > 0) throw new Error(`Never written: ${left.map(({ options }) => options.name).join(", ")}.`);
  };
  return { demo, write };
}

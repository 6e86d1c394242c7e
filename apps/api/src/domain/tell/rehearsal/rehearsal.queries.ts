import type { EntityManager } from "typeorm";
import type { Context } from "../../../platform/context.ts";
import { noteOf } from "../../../platform/data/sealed.ts";
import type { WorkingGroup } from "../../ground/group/group.entity.ts";
import { groupPolicy } from "../../ground/group/group.policy.ts";
import { changedIn, type Marks } from "./changes.ts";

/** Name of the schema in which a group rehearses. */
export const schemaOf = (groupId: string) => `rehearsal_${groupId.replaceAll("-", "")}`;

/** Written on the schema: when it was begun, and the last migration of the tables that it copies. */
export interface RehearsalNote {
  begunAt: string;
  migration: string;
  /** Marks of its objectives and questionnaires as it began. */
  marks: Marks;
}

/** Last migration of this database. */
export const lastMigration = async (db: EntityManager) =>
  (await db.query<[{ name: string }]>("select name from public.migrations order by id desc limit 1"))[0].name;

/** The note of a rehearsal that goes on; null where there is none, or one of tables that have changed since. */
export async function rehearsalGoingOn(db: EntityManager, groupId: string): Promise<RehearsalNote | null> {
  const note = (await noteOf(db, schemaOf(groupId))) as RehearsalNote | null;
  return note && note.migration === (await lastMigration(db)) ? note : null;
}

const counted = {
  responses: "response",
  contributions: "contribution",
  passages: "passage",
  keyPoints: "key_point",
  syntheses: "synthesis",
  proposals: "proposal",
};
type Figures = Record<keyof typeof counted, number>;

/** A rehearsal that goes on, counted. */
export interface Rehearsal extends Figures {
  begunAt: Date;
  groupId: string;
  marks: Marks;
}

/** All that was made in a rehearsal, counted. */
export async function figuresOf(db: EntityManager, groupId: string): Promise<Figures> {
  const schema = schemaOf(groupId);
  const columns = Object.entries(counted).map(
    ([name, table]) => `(select count(*)::int from "${schema}"."${table}") as "${name}"`,
  );
  return (await db.query<[Figures]>(`select ${columns.join(", ")}`))[0];
}

/** The rehearsal of a group, for those who may take part in it. */
export async function rehearsalOf({ db, viewer }: Context, group: WorkingGroup): Promise<Rehearsal | null> {
  if (!groupPolicy.rehearse(viewer, group)) return null;
  const note = await rehearsalGoingOn(db, group.id);
  if (!note) return null;
  const { begunAt, marks } = note;
  return { begunAt: new Date(begunAt), groupId: group.id, marks, ...(await figuresOf(db, group.id)) };
}

/** Changes of a rehearsal that were not taken up yet. */
export const changesOf = ({ db }: Context, { groupId, marks }: Rehearsal) =>
  db.transaction((tx) => changedIn(tx, schemaOf(groupId), groupId, marks));

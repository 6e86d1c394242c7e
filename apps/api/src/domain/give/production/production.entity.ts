/**
 * A file that was made is kept with the ids of its passages and a digest of their words. Whoever takes it has
 * these read again: words taken back or changed make it anew before anybody gets it. The report and the deck are
 * made as a visitor reads, so a draft is in none; files of one proposal are made at once.
 */
import { EntitySchema } from "typeorm";
import type {
  ProductionFailure,
  ProductionFormat,
  ProductionKind,
  ProductionStep,
} from "../../../graphql/resolvers.generated.ts";
import { column, reference } from "../../../platform/data/columns.ts";

/**
 * A file that takes a while to make, asked for by a team: any process makes it, once; it is kept to be taken again. Its
 * bytes are apart, in `production_file`: what is listed is light.
 */
export interface Production {
  /** Made by the client of whoever asks, so that a retry finds it. */
  id: string;
  groupId: string;
  kind: ProductionKind;
  format: ProductionFormat;
  askedById: string;
  askedAt: Date;
  /** Number of times a process began it. */
  attempts: number;
  /** Number of times it was put back in the queue, since words that it holds were taken away: what was begun before is not kept. */
  turn: number;
  /** Lease: until then one process builds the file; past it another may. After a failure: earliest retry. */
  heldUntil: Date | null;
  /** Of a hundred. */
  progress: number;
  step: ProductionStep;
  failure: ProductionFailure | null;
  finishedAt: Date | null;
  /** In bytes, once it is made. */
  size: number | null;
  /** Since when anybody may take it; null while it is the team's alone. */
  publishedAt: Date | null;
  fictional: boolean;
}

export const Productions = new EntitySchema<Production>({
  name: "Production",
  columns: {
    id: column.orderedId,
    groupId: reference("WorkingGroup"),
    kind: column.text,
    format: column.text,
    askedById: reference("Person"),
    askedAt: { ...column.instant, default: () => "now()" },
    attempts: { ...column.integer, default: 0 },
    turn: { ...column.integer, default: 0 },
    heldUntil: column.optionalInstant,
    progress: { ...column.integer, default: 0 },
    step: { ...column.text, default: "WAITING" },
    failure: column.optionalText,
    finishedAt: column.optionalInstant,
    size: column.optionalInteger,
    publishedAt: column.optionalInstant,
    fictional: column.flag,
  },
  indices: [
    { name: "production_group", columns: ["groupId", "askedAt"] },
    { name: "production_due", columns: ["askedAt"], where: "finished_at is null and failure is null" },
  ],
});

/** File made, its trace, and what tells whether the words in it can still be read. */
export interface ProductionFile {
  productionId: string;
  file: Buffer;
  trace: string;
  /** The passages whose words are in it. */
  passageIds: string[];
  /** Digest of these words as they were shown, with who says them. */
  wordsDigest: string;
}

export const ProductionFiles = new EntitySchema<ProductionFile>({
  name: "ProductionFile",
  columns: {
    productionId: { type: "uuid", primary: true, foreignKey: { target: "Production", onDelete: "CASCADE" } },
    file: { type: "bytea" },
    trace: column.text,
    passageIds: { type: "uuid", array: true },
    wordsDigest: column.text,
  },
});

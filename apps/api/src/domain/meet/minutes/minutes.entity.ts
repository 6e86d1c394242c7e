import { EntitySchema } from "typeorm";
import type { BlockKind, MinutesState } from "../../../graphql/resolvers.generated.ts";
import { column, reference } from "../../../platform/data/columns.ts";

/** Minutes: words and decisions of a meeting. */
export interface Minutes {
  id: string;
  meetingId: string;
  state: MinutesState;
  publishedAt: Date | null;
  version: number;
  present: number;
  excused: number;
  remote: number;
  regions: number;
  facts: string;
  openQuestions: string[];
}

export const MinutesTable = new EntitySchema<Minutes>({
  name: "Minutes",
  columns: {
    id: column.orderedId,
    meetingId: { ...reference("Meeting"), unique: true },
    state: column.text,
    publishedAt: column.optionalInstant,
    version: column.version,
    present: column.integer,
    excused: column.integer,
    remote: column.integer,
    regions: column.integer,
    facts: column.text,
    openQuestions: column.textList,
  },
});

/** A block of minutes: note, decision, action or quote. */
export interface MinutesBlock {
  id: string;
  minutesId: string;
  position: number;
  kind: BlockKind;
  topic: string | null;
  text: string;
  owner: string | null;
  due: string | null;
  done: boolean | null;
}

export const MinutesBlocks = new EntitySchema<MinutesBlock>({
  name: "MinutesBlock",
  columns: {
    id: column.orderedId,
    minutesId: reference("Minutes"),
    position: column.integer,
    kind: column.text,
    topic: column.optionalText,
    text: column.text,
    owner: column.optionalText,
    due: column.optionalDay,
    done: { type: "boolean", nullable: true },
  },
  indices: [{ name: "minutes_block_order", columns: ["minutesId", "position"] }],
});

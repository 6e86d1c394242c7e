/**
 * The texts of a few days that come from one author, within one group: a moderator reads those of somebody who writes a
 * lot, and beside a text the others of the same author. A row goes after these days, and names nobody.
 */
import { EntitySchema } from "typeorm";
import type { ModeratedKind } from "../../../graphql/resolvers.generated.ts";
import { column, reference } from "../../../platform/data/columns.ts";

/** A text that came lately. */
export interface RecentText {
  kind: ModeratedKind;
  textId: string;
  groupId: string;
  /** Digest of the account, or of the device of whoever has none, within the group alone. */
  authorDigest: string;
  writtenOn: string;
  /** A moderator ruled on it. */
  isSeen: boolean;
  /** Its number among its author's answers, or other texts, when it came; at least so many, whatever went since. */
  nth: number;
}

export const RecentTexts = new EntitySchema<RecentText>({
  name: "RecentText",
  columns: {
    kind: { ...column.text, primary: true },
    textId: { type: "uuid", primary: true },
    groupId: reference("WorkingGroup"),
    authorDigest: column.text,
    writtenOn: column.day,
    isSeen: column.flag,
    nth: { ...column.integer, default: 1_000_000 },
  },
  indices: [
    { name: "recent_text_author", columns: ["authorDigest", "writtenOn"] },
    { name: "recent_text_group", columns: ["groupId", "writtenOn"] },
    {
      name: "recent_text_many",
      columns: ["groupId", "authorDigest"],
      where: "kind = 'CONTRIBUTION' AND nth > 60 OR kind <> 'CONTRIBUTION' AND nth > 10",
    },
  ],
});

/**
 * A line of a notebook is a passage, attached to a theme: its words follow the text, its masks and its withdrawal as
 * those of any passage. What is sent to another group is a row of its own, so that both see what became of it.
 */
import { EntitySchema } from "typeorm";
import type { NotebookLineState } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";

/** A line of a notebook, attached to a theme. */
export interface NotebookLine {
  id: string;
  passageId: string;
  themeId: string;
  /** The theme whose group sent it; null where it was attached at home. */
  fromThemeId: string | null;
  state: NotebookLineState;
  reason: string | null;
  answer: string | null;
  markedById: string | null;
  answeredById: string | null;
  changedOn: string;
}

export const NotebookLines = new EntitySchema<NotebookLine>({
  name: "NotebookLine",
  columns: {
    id: column.orderedId,
    passageId: reference("Passage"),
    themeId: reference("Theme"),
    fromThemeId: optionalReference("Theme"),
    state: column.text,
    reason: column.optionalText,
    answer: column.optionalText,
    markedById: optionalReference("Person"),
    answeredById: optionalReference("Person"),
    changedOn: column.day,
  },
  indices: [
    { name: "notebook_line_once", columns: ["passageId", "themeId"], unique: true },
    { name: "notebook_line_theme", columns: ["themeId", "state"] },
    { name: "notebook_line_from", columns: ["fromThemeId"] },
  ],
});

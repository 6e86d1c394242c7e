import { EntitySchema } from "typeorm";
import type { NotRetainedReason } from "../../../graphql/resolvers.generated.ts";
import { column, link } from "../../../platform/data/columns.ts";

/** A contribution forwarded to another theme, with what was said of it there. */
export interface Forwarding {
  contributionId: string;
  themeId: string;
  forwardedOn: string;
  /** The day that the readers of that theme read it; null while they did not. */
  readOn: string | null;
  /** Why nothing follows there; null while it is not said, or where it was marked. */
  notRetained: NotRetainedReason | null;
}

export const Forwardings = new EntitySchema<Forwarding>({
  name: "Forwarding",
  columns: {
    contributionId: link("Contribution"),
    themeId: link("Theme"),
    forwardedOn: column.day,
    readOn: column.optionalDay,
    notRetained: column.optionalText,
  },
  indices: [{ name: "forwarding_theme", columns: ["themeId"] }],
});

/**
 * An address that serves once is a row apart, read for one mail and then removed. It also goes when the words are
 * taken back, by the stop link, and when the proposal is over. It is asked on the private page, so that the form
 * asks for nothing that is not published.
 */
import { EntitySchema } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { column } from "../../../platform/data/columns.ts";

/** Kind of thing that a listener waits for: an amendment that is settled, a supply that is taken up. */
export type ListenerSubject = "AMENDMENT" | "SUPPLY";

/** An address to which one mail goes, once, when something is settled: the row goes with it. Nothing else reads it. */
export interface Listener {
  subject: ListenerSubject;
  subjectId: string;
  address: string;
  language: Language;
}

export const Listeners = new EntitySchema<Listener>({
  name: "Listener",
  columns: {
    subject: { ...column.text, primary: true },
    subjectId: { type: "uuid", primary: true },
    address: column.text,
    language: column.text,
  },
});

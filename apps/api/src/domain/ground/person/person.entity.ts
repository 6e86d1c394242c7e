import { EntitySchema } from "typeorm";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference } from "../../../platform/data/columns.ts";

/** An account: somebody who signs in. Nobody needs one to answer. */
export interface Person {
  id: string;
  /** Never shown to anybody else; null once erased, and for whoever only stands in minutes. */
  email: string | null;
  emailVerified: boolean;
  displayName: string;
  territoryId: string | null;
  /** Language of the mails to this person. */
  language: Language;
  /** True if mails tell them what becomes of their responses. */
  toldByMail: boolean;
  image: string | null;
  fictional: boolean;
  /** The last day on which they used the site: what the time of an account that nobody uses counts from. */
  lastSeenOn: string;
  /** The day on which they were told that their account would go; null once they came back. */
  warnedOn: string | null;
  /** The day on which all but the id was erased. */
  erasedOn: string | null;
  createdAt: Date;
  updatedAt: Date;
}

export const Persons = new EntitySchema<Person>({
  name: "Person",
  columns: {
    id: column.orderedId,
    email: { ...column.optionalText, unique: true },
    emailVerified: column.flag,
    displayName: { ...column.text, default: "" },
    territoryId: optionalReference("Territory"),
    language: { ...column.text, default: "fr" },
    toldByMail: { type: "boolean", default: true },
    image: column.optionalText,
    fictional: column.flag,
    lastSeenOn: { ...column.day, default: () => "now()" },
    warnedOn: column.optionalDay,
    erasedOn: column.optionalDay,
    createdAt: { ...column.instant, createDate: true },
    updatedAt: { ...column.instant, updateDate: true },
  },
});

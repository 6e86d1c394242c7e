import type { Kept } from "@cahier/schema/fields";
import { exchangeFields } from "@cahier/schema/propose/exchange.fields";
import { EntitySchema } from "typeorm";
import type { IntroductionState } from "../../../graphql/resolvers.generated.ts";
import { columnsFor } from "../../../platform/fields.ts";
import { column, optionalReference, reference } from "../../../platform/data/columns.ts";
import { type TextVisibility, visibilityColumns } from "../../ground/moderation/visibility.columns.ts";

/** « Je cherche » or « je propose »: what somebody with an account needs, or has to offer. */
export interface Exchange extends Kept<typeof exchangeFields>, TextVisibility {
  /** Made by the client, kept through retries. */
  id: string;
  /** The group whose moderators are responsible for it. */
  groupId: string;
  territoryId: string;
  /** Today's region, derived from the territory. */
  regionId: string | null;
  initiativeId: string | null;
  authorId: string;
  postedOn: string;
  /** The day its author closed it. */
  closedOn: string | null;
  version: number;
  fictional: boolean;
}

export const Exchanges = new EntitySchema<Exchange>({
  name: "Exchange",
  columns: {
    id: column.orderedId,
    groupId: reference("WorkingGroup"),
    ...columnsFor(exchangeFields),
    territoryId: reference("Territory"),
    regionId: optionalReference("Territory"),
    initiativeId: optionalReference("Initiative"),
    authorId: reference("Person"),
    postedOn: column.day,
    closedOn: column.optionalDay,
    ...visibilityColumns,
    version: column.version,
    fictional: column.flag,
  },
  indices: [
    { name: "exchange_newest", columns: ["postedOn", "id"] },
    { name: "exchange_author", columns: ["authorId"] },
  ],
});

/** A request to meet the author of an exchange. Addresses go by mail alone, once both agreed. */
export interface Introduction {
  /** Made by the client, kept through retries. */
  id: string;
  exchangeId: string;
  askedById: string;
  /** Words about themselves, for the author of the exchange. */
  text: string;
  state: IntroductionState;
  askedOn: string;
  answeredOn: string | null;
}

export const Introductions = new EntitySchema<Introduction>({
  name: "Introduction",
  columns: {
    id: column.randomId,
    exchangeId: reference("Exchange"),
    askedById: reference("Person"),
    text: column.text,
    state: { ...column.text, default: "ASKED" },
    askedOn: column.day,
    answeredOn: column.optionalDay,
  },
  indices: [
    { name: "introduction_once", columns: ["exchangeId", "askedById"], unique: true },
    { name: "introduction_asked_by", columns: ["askedById"] },
  ],
});

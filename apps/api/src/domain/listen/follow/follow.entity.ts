/**
 * A follower of a response stands apart from it: neither the row nor a dump of the database leads from one to the other
 * without the secret of the installation, since both keys are made with it and what links them is sealed.
 */
import { EntitySchema } from "typeorm";
import { column } from "../../../platform/data/columns.ts";

/** Address or account that follows a response. */
export interface Follow {
  /** Made of the response. */
  key: string;
  /** Made of the address or the account. */
  holder: string;
  /** Both, sealed. */
  sealed: string;
}

export const Follows = new EntitySchema<Follow>({
  name: "Follow",
  columns: {
    key: { ...column.text, primary: true },
    holder: column.text,
    sealed: column.text,
  },
  indices: [{ name: "follow_holder", columns: ["holder"] }],
});

import { m } from "@cahier/schema/messages";

/** Names of the uses made of a supply, in the language of the page or in the one given. */
export const supplyUseNames = {
  STATEMENT: m.supply_taken_as_STATEMENT,
  OBJECTION: m.supply_taken_as_OBJECTION,
  EXAMPLE: m.supply_taken_as_EXAMPLE,
  CARRIER: m.supply_taken_as_CARRIER,
  WORK: m.supply_taken_as_WORK,
  INTERLOCUTOR: m.supply_taken_as_INTERLOCUTOR,
  REPLY: m.supply_taken_as_REPLY,
};

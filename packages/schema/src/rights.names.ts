import { carryActNames } from "./carry/rights.names.ts";
import { giveActNames } from "./give/rights.names.ts";
import { groundActNames } from "./ground/rights.names.ts";
import { listenActNames } from "./listen/rights.names.ts";
import { meetActNames } from "./meet/rights.names.ts";
import { proposeActNames } from "./propose/rights.names.ts";
import { tellActNames } from "./tell/rights.names.ts";
import { understandActNames } from "./understand/rights.names.ts";

/** Acts in words, by the name of their mutation. */
export type ActNames = Record<string, (input?: object, options?: { locale?: "fr" | "en" }) => string>;

/** Acts of the site in words, along the chain. */
export const actNames: ActNames = {
  ...listenActNames,
  ...meetActNames,
  ...understandActNames,
  ...proposeActNames,
  ...carryActNames,
  ...tellActNames,
  ...giveActNames,
  ...groundActNames,
};

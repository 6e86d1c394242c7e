import { createContext } from "react";
import { paths } from "../../paths.ts";

/** Where a questionnaire is answered: the addresses of its parts, and what keeps its draft. */
export interface AnsweringPlace {
  hrefOf: (slug: string, part?: number | "review") => string;
  device: () => Storage;
  /** Whether the server keeps the draft too: not that of a preview. */
  onServer?: boolean;
  /** Whether the plain wording is shown, where that is not a choice kept on the device. */
  plain?: readonly [boolean, (on: boolean) => void];
}

/** Its own page, and the device; elsewhere, whoever draws it says so. */
export const PlaceContext = createContext<AnsweringPlace>({
  hrefOf: paths.questionnaire,
  device: () => localStorage,
  onServer: true,
});

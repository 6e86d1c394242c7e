import { createContext } from "react";
import { paths } from "../../paths.ts";
import { type Shelf, shelf } from "../../ui/shelf.ts";

/** Place where a questionnaire is answered: the addresses of its parts, and the storage of its draft. */
export interface AnsweringPlace {
  hrefOf: (slug: string, part?: number | "review") => string;
  device: Shelf;
  /** True if the server keeps the draft too: never for a preview. */
  onServer?: boolean;
  /** True if the plain wording is shown, where that choice is not kept on the device. */
  plain?: readonly [boolean, (on: boolean) => void];
}

/** Its own page, and the device; elsewhere, whoever draws it says so. */
export const PlaceContext = createContext<AnsweringPlace>({
  hrefOf: paths.questionnaire,
  device: shelf,
  onServer: true,
});

/** True where there is room for one question at a time; as the style sheet has it. */
export const onTelephone = () => matchMedia("(max-width: 860px)").matches;

import { overwriteGetLocale } from "@cahier/schema/runtime";
import { expect, test } from "vitest";
import { fateInWords } from "./Fate.tsx";

test("what became of texts is said by its counts, and not what there is none of", () => {
  overwriteGetLocale(() => "fr");
  const said = (texts: number, takenUp: number, explained: number, waiting: number) =>
    fateInWords({ __typename: "Fate", texts, takenUp, explained, waiting }).replaceAll(/\s/g, " ");
  expect(said(161, 108, 42, 11)).toBe("161 paroles : 108 reprises, 42 expliquées, 11 en attente");
  expect(said(12, 5, 0, 7)).toBe("12 paroles : 5 reprises, 7 en attente");
  expect(said(1, 1, 0, 0)).toBe("1 parole : 1 reprise");
});

import { expect, it } from "vitest";
import { appearsAs } from "./appears.ts";

const place = { territory: "Creuse", region: "Nouvelle-Aquitaine" };
const said = { authorName: " Ano ", organisationName: "SCIC" };

it("tells the name and the territory of who appears under a name, the region alone of anybody else", () => {
  expect(appearsAs({ appearance: "NAMED", ...said }, place)).toEqual({
    authorName: "Ano",
    organisationName: "SCIC",
    place: "Creuse",
  });
  for (const appearance of ["ANONYMOUS", "UNPUBLISHED", null] as const)
    expect(appearsAs({ appearance, ...said }, place)).toEqual({
      authorName: null,
      organisationName: null,
      place: "Nouvelle-Aquitaine",
    });
  expect(appearsAs({ appearance: "ANONYMOUS" }, { territory: "Bretagne", region: null }).place).toBe("Bretagne");
});

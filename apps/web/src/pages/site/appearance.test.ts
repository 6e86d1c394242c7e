import { appearsAs } from "@cahier/schema/questionnaire/appears";
import { expect, it } from "vitest";
import { appearanceWords } from "../../features/questionnaire/appearance.ts";
import { appearanceOf } from "../../features/response/appearance.ts";
import { authorOf, placeBeside } from "../../i18n/voices.ts";

const territory = { name: "Creuse" };
const region = { name: "Nouvelle-Aquitaine" };

/** As the review before sending, the receipt and the page of the text tell it. */
function told(appearance: "NAMED" | "ANONYMOUS", authorName: string, organisationName: string | null) {
  const said = { appearance, authorName, organisationName };
  const { place, ...shown } = appearsAs(said, { territory, region });
  return {
    review: appearanceWords(
      { appearance, authorName },
      { organisationName, peopleCount: null },
      { territory: `${territory.name}, ${region.name}`, region: region.name },
    ),
    receipt: appearanceOf({ ...said, peopleCount: null, territory, region, status: "VISIBLE" } as never),
    page: `${authorOf(shown)}, ${placeBeside({ ...shown, territory: place, region })}`,
  };
}

it("says the same of a response in the review before sending, in its receipt and beside its text", () => {
  expect(told("ANONYMOUS", "Ano", "SCIC")).toEqual({
    review: "Sans nom, Nouvelle-Aquitaine",
    receipt: "Elle paraît sans nom, Nouvelle-Aquitaine.",
    page: "Sans nom, Nouvelle-Aquitaine",
  });
  expect(told("NAMED", "Ano", null)).toEqual({
    review: "Ano, Creuse, Nouvelle-Aquitaine",
    receipt: "Elle paraît sous le nom «\u00A0Ano\u00A0», Creuse, Nouvelle-Aquitaine.",
    page: "Ano, Creuse, Nouvelle-Aquitaine",
  });
});

it("says of one that a moderator reads, or hid, what was chosen, and not that it appears", () => {
  const said = {
    appearance: "ANONYMOUS",
    authorName: null,
    organisationName: null,
    peopleCount: null,
    territory,
    region,
  };
  for (const status of ["HELD", "HIDDEN"])
    expect(appearanceOf({ ...said, status } as never)).toBe(
      "Vous avez choisi qu’elle paraisse sans nom, Nouvelle-Aquitaine.",
    );
});

it("names a place once beside an author whose name says it", () => {
  const haut = { name: "Haut-Rhin" };
  const east = { name: "Grand Est" };
  expect(placeBeside({ authorName: "Un éleveur du Haut-Rhin", territory: haut, region: east })).toBe("Grand Est");
  expect(placeBeside({ authorName: "Une élue du Grand Est", territory: east, region: east })).toBe("");
  expect(placeBeside({ authorName: "Ano", territory: haut, region: east })).toBe("Haut-Rhin, Grand Est");
  expect(placeBeside({ authorName: null, territory: null, region: east })).toBe("Grand Est");
});

import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router-dom";
import { expect, it } from "vitest";
import { Referent } from "../../features/regionalGroup/Referent.tsx";
import { nearestHeard } from "../../features/territory/nearest.ts";
import type { Referent_territory } from "../../graphql/operations.generated.ts";
import { isSilent, NothingSaid } from "./TerritoryParts.tsx";

const empty = (open: boolean) => {
  const territory = { kind: "REGION", responseCount: 0, slug: "bretagne" } as const;
  return renderToStaticMarkup(createElement(MemoryRouter, {}, createElement(NothingSaid, { territory, open })));
};

it("a territory where nobody wrote asks to answer while a questionnaire is open, and says else what one can do there", () => {
  expect(empty(true)).toContain("Répondez en quelques minutes");
  expect(empty(false)).not.toContain("Répondez");
  expect(empty(false)).toContain("suivez ce territoire");
});

const region = (code: string, contributions: number) => ({
  __typename: "RegionCoverage" as const,
  responses: 0,
  contributions,
  territory: { __typename: "Territory" as const, id: code, slug: `region-${code}`, code, name: code },
});
const nearest = (code: string, heard: Record<string, number>) =>
  nearestHeard(
    code,
    Object.entries(heard).map(([one, contributions]) => region(one, contributions)),
  ).map(({ territory }) => territory.code);

it("a region from which no word came leads to the two nearest ones that spoke, overseas too, and to none off the map", () => {
  const everywhere = {
    "11": 3,
    "24": 1,
    "27": 2,
    "28": 4,
    "52": 1,
    "53": 2,
    "75": 1,
    "93": 5,
    "01": 1,
    "02": 2,
    "04": 1,
  };
  expect(nearest("53", everywhere)).toEqual(["52", "28"]);
  expect(nearest("94", everywhere)).toEqual(["93", "27"]);
  expect(nearest("03", everywhere)).toEqual(["02", "01"]);
  expect(nearest("06", everywhere)[0]).toBe("04");
  expect(nearest("53", { ...everywhere, "52": 0 })).toEqual(["28", "24"]);
  expect(nearest("53", { "53": 0, "93": 1 })).toEqual(["93"]);
  expect(nearest("ZH", everywhere)).toEqual([]);
});

it("a region is silent where neither a word nor a response came; of a department without a name nothing is known", () => {
  const none = { kind: "REGION", responseCount: 0, unpublishedCount: 0, contributions: { totalCount: 0 } } as const;
  expect(isSilent(none)).toBe(true);
  expect(isSilent({ ...none, responseCount: 5 })).toBe(false);
  expect(isSilent({ ...none, unpublishedCount: 1 })).toBe(false);
  expect(isSilent({ ...none, contributions: { totalCount: 1 } })).toBe(false);
  expect(isSilent({ ...none, kind: "DEPARTMENT" })).toBe(false);
});

it("where no referent is, whoever reads is asked to hold the next meeting", () => {
  const territory = { id: "1", slug: "corse", kind: "REGION", region: null, ownCandidacy: null } as const;
  const card = (referents: Referent_territory["referents"], signedIn: boolean, announces = false) =>
    renderToStaticMarkup(
      createElement(
        MemoryRouter,
        {},
        createElement(Referent, {
          signedIn,
          announces,
          territory: {
            __typename: "Territory",
            ...territory,
            referents,
            viewerCan: { __typename: "TerritoryRights", volunteer: signedIn },
          },
        }),
      ),
    );
  for (const signedIn of [true, false]) expect(card([], signedIn)).toContain("Tenez la prochaine réunion");
  expect(card([], true, true)).not.toContain("Tenez la prochaine réunion");
  const held = card([{ __typename: "TeamMember", id: "2", displayName: "Ana", territory: null }], false);
  expect(held).not.toContain("Tenez la prochaine réunion");
});

import { expect, test, vi } from "vitest";
import type { MatterKind, TeamBar } from "../../graphql/operations.generated.ts";
import { actsOf, named } from "./acts.ts";
import { groupOf, placeAt, placesOf, tabsOf } from "./places.ts";

// Names of messages are enough here.
vi.mock("@cahier/schema/messages", () => ({
  m: new Proxy({}, { get: (_, name: string) => () => name.replace("team_", "") }),
}));

const may = {
  compose: true,
  read: true,
  keepInterlocutors: true,
  announceMeetings: true,
  giveRoles: true,
  moderate: true,
};
const none = Object.fromEntries(Object.keys(may).map((right) => [right, false]));
const nobody: TeamBar = {
  viewerCan: none as never,
  group: { id: "1", slug: "circuits-courts", name: "Groupe de réflexion", curation: null } as never,
  groups: [],
  appeals: null,
  matters: { count: 0, nodes: [] } as never,
};
const waiting = (nodes: [MatterKind, number][]) =>
  ({ count: nodes.length, nodes: nodes.map(([kind, count]) => ({ id: kind, kind, count })) }) as never;
const all: TeamBar = {
  ...nobody,
  viewerCan: may as never,
  group: { ...nobody.group!, curation: {} as never },
  matters: waiting([
    ["HELD_TEXTS", 2],
    ["REPORTED_TEXTS", 1],
    ["APPEAL", 1],
    ["READING", 16],
  ]),
};
const names = (data: TeamBar) => placesOf(data, null).map(({ name }) => name);

test("places stand in the order of the chain, and each of them alone that its right opens", () => {
  expect(names(all)).toEqual([
    ...["desk", "questionnaires", "reading", "keyPoints", "syntheses", "proposals"],
    ...["handovers", "meetings", "moderation", "people"],
  ]);
  expect(names({ ...nobody, viewerCan: { ...none, moderate: true } as never, group: all.group })).toEqual([
    ...["desk", "proposals", "moderation"],
  ]);
});

test("whoever has no role in the team has no bar", () => {
  expect(names(nobody)).toEqual([]);
});

test("what waits is counted in its place: held, reported and appealed together", () => {
  const places = placesOf(all, null);
  expect(places.find(({ name }) => name === "moderation")?.waiting).toBe(4);
  expect(places.find(({ name }) => name === "reading")).toMatchObject({ left: 16 });
  expect(places.find(({ name }) => name === "desk")?.waiting).toBe(4);
});

test("a telephone has four of them under the thumb, the same whatever waits", () => {
  expect(tabsOf(placesOf(all, null)).map(({ name }) => name)).toEqual(["desk", "reading", "keyPoints", "proposals"]);
});

test("an address belongs to one place, and names its group", () => {
  const at = (pathname: string) => placeAt(placesOf(all, null), pathname)?.name;
  expect([at("/reading"), at("/reading/key-points"), at("/groups/x/curation"), at("/profile")]).toEqual([
    ...["reading", "keyPoints", "proposals", undefined],
  ]);
  expect(groupOf("/groups/x/curation", new URLSearchParams())).toBe("x");
  expect(groupOf("/groups/new", new URLSearchParams())).toBe(null);
  expect(groupOf("/reading", new URLSearchParams("group=y"))).toBe("y");
});

test("acts are those that a right opens, found by their words without regard to accents", () => {
  expect(actsOf({ ...all, viewerCan: { ...none, compose: true } as never }).map(({ name }) => name)).toEqual([
    "act_questionnaire",
  ]);
  const some = [{ name: "Écrire un point d’étape" }, { name: "Saisir du papier" }];
  expect(named(some, "ecrire ETAPE")).toEqual([some[0]]);
  expect(named(some, "")).toEqual(some);
});

import { expect, test, vi } from "vitest";
import type { TeamBar } from "../../graphql/operations.generated.ts";
import { groupOf, placeAt, placesOf, tabsOf } from "./places.ts";

// Names of messages are enough here.
vi.mock("@cahier/schema/messages", () => ({
  m: new Proxy({}, { get: (_, name: string) => () => name.replace("team_", "") }),
}));

const nobody: TeamBar = {
  viewerCan: {
    compose: false,
    read: false,
    keepInterlocutors: false,
    announceMeetings: false,
    giveRoles: false,
  } as never,
  group: { id: "1", slug: "circuits-courts", name: "Groupe de réflexion", curation: null } as never,
  groups: [],
  moderationDesk: null,
  appeals: null,
  handoversToConfirm: [],
};
const all: TeamBar = {
  ...nobody,
  viewerCan: { compose: true, read: true, keepInterlocutors: true, announceMeetings: true, giveRoles: true } as never,
  group: { ...nobody.group!, curation: { count: 3 } as never },
  moderationDesk: { heldCount: 2, reportedCount: 1 } as never,
  appeals: [{ id: "1" } as never],
};
const names = (data: TeamBar) => placesOf(data, null, 16).map(({ name }) => name);

test("places stand in the order of the chain, and each of them alone that its right opens", () => {
  expect(names(all)).toEqual([
    ...["desk", "questionnaires", "reading", "keyPoints", "syntheses", "proposals"],
    ...["handovers", "meetings", "moderation", "people"],
  ]);
  expect(names({ ...nobody, moderationDesk: all.moderationDesk, group: all.group })).toEqual([
    ...["desk", "proposals", "moderation"],
  ]);
});

test("whoever has no role in the team has no bar", () => {
  expect(names(nobody)).toEqual([]);
});

test("what waits is counted in its place: held, reported and appealed together", () => {
  const places = placesOf(all, null, 16);
  expect(places.find(({ name }) => name === "moderation")?.waiting).toBe(4);
  expect(places.find(({ name }) => name === "reading")).toMatchObject({ left: 16 });
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

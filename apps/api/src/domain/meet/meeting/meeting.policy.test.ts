import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holders } from "../../../../test/site/people.ts";
import { type Viewer, viewerOf, visitor } from "../../../platform/viewer.ts";
import { meetingPolicy } from "./meeting.policy.ts";

const api = seededApi();
const at = holders(api, "REFERENT", "FACILITATOR", "RAPPORTEUR");
const place = (id: string, regionId: string | null = null) => ({ id, regionId });
const referent = (territoryId: string | null) =>
  viewerOf({ id: "1", displayName: "", language: "fr" }, [{ role: "REFERENT", groupId: null, territoryId }]);

test("a referent announces meetings in their territory and in those within it, and nowhere else", () => {
  expect(meetingPolicy.announceIn(referent("bretagne"), place("bretagne"))).toBe(true);
  expect(meetingPolicy.announceIn(referent("bretagne"), place("finistere", "bretagne"))).toBe(true);
  expect(meetingPolicy.announceIn(referent("bretagne"), place("corse"))).toBe(false);
  expect(meetingPolicy.announceIn(referent("finistere"), place("bretagne"))).toBe(false);
  expect(meetingPolicy.announceIn(referent(null), place("corse"))).toBe(true);
  // A place of no region is not that of a referent of nowhere.
  expect(meetingPolicy.announceIn(visitor, place("corse"))).toBe(false);
});

test("the page of a territory offers to announce a meeting there to whoever may", async () => {
  const offered = async (viewer: Viewer) => {
    const asked = `{ own: territory(slug: "finistere") { viewerCan { announceMeetings } }
      other: territory(slug: "corse") { viewerCan { announceMeetings } } }`;
    const { own, other } = (await api.ask(asked, {}, viewer)).data;
    return [own.viewerCan.announceMeetings, other.viewerCan.announceMeetings];
  };
  expect(await offered(at.REFERENT)).toEqual([true, false]);
  expect(await offered(at.FACILITATOR)).toEqual([true, true]);
  for (const viewer of [at.RAPPORTEUR, visitor]) expect(await offered(viewer)).toEqual([false, false]);
});

import { expect, test } from "vitest";
import { ownFirst } from "./ownRegion.ts";

test("one's own region comes first, the others keep their order, and none is lost", () => {
  const regions = ["corse", "bretagne", "normandie"];
  const slugOf = (slug: string) => slug;
  expect(ownFirst(regions, "bretagne", slugOf)).toEqual(["bretagne", "corse", "normandie"]);
  for (const own of [null, "", "mayotte"]) expect(ownFirst(regions, own, slugOf)).toEqual(regions);
});

import { expect, test } from "vitest";
import { viewerOf } from "../../../platform/viewer.ts";
import { signersIn } from "./signers.ts";
import { minorityPolicy } from "./minority.policy.ts";

const bretagne = { id: "bretagne", kind: "REGION" } as const;
const finistere = { id: "finistere", kind: "DEPARTMENT" } as const;
const of = (role: "REFERENT" | "FACILITATOR", territoryId: string | null, groupId: string | null = null) =>
  viewerOf({ id: "person", displayName: "", language: "fr" }, [{ role, groupId, territoryId }]);

test("the referent of a region speaks for it", () => {
  expect(minorityPolicy.speakFor(of("REFERENT", "bretagne"), bretagne)).toBe(true);
});

test("the referent of a department speaks for no region: neither the one around it nor their department", () => {
  expect(minorityPolicy.speakFor(of("REFERENT", "finistere"), bretagne)).toBe(false);
  expect(minorityPolicy.speakFor(of("REFERENT", "finistere"), finistere)).toBe(false);
});

test("a referent of everywhere or of a group, and whoever holds another role there, speak for no region", () => {
  for (const viewer of [of("REFERENT", null), of("REFERENT", null, "bretagne"), of("FACILITATOR", "bretagne")])
    expect(minorityPolicy.speakFor(viewer, bretagne)).toBe(false);
});

test("those who signed are named; where none of them has a name left, they are counted", () => {
  const named = [{ name: "Aline", organisationId: null }];
  expect(signersIn({ named, count: 3 }, { locale: "fr" })).toBe("Aline et 2 autres");
  expect(signersIn({ named: [], count: 3 }, { locale: "fr" })).toBe("3 personnes");
});

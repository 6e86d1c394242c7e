import { expect, test } from "vitest";
import { addressIn } from "./locale.ts";

test("the link to the other language never leaves the site, whatever the address", () => {
  expect(addressIn("en", "/questionnaires?part=2")).toBe("/en/questionnaires?part=2");
  for (const path of ["//evil.example/x", "///evil.example/x", "/\\\\evil.example/x", "\\\\evil.example/x"])
    expect(new URL(addressIn("fr", path), "https://cahier.example").host).toBe("cahier.example");
});

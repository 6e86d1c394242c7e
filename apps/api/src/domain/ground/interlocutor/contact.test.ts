import { describe, expect, test } from "vitest";
import { pageAddress } from "../../../platform/text/pageAddress.ts";
import { looksPrivate } from "./contact.ts";

describe("the address of an office", () => {
  test.each([
    ["mairie.quimper@orange.fr", false],
    ["contact@example.org", false],
    ["service.achats@example.org", false],
    ["int-06@exemple.invalid", false],
    ["jeanne.exemple@example.org", true],
    ["j-ne_exemple@gmail.com", true],
    ["poireau29@laposte.net", true],
  ])("%s looks private: %s", (mail, isPrivate) => {
    expect(looksPrivate(mail)).toBe(isPrivate);
  });

  test("a page is one that a browser opens", () => {
    expect(pageAddress("example.org/contact")).toBe("https://example.org/contact");
    expect(pageAddress("mailto:x@example.org")).toBeNull();
    expect(pageAddress("https://me:secret@example.org")).toBeNull();
    expect(pageAddress("nulle part")).toBeNull();
  });
});

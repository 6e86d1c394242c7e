import { overwriteGetLocale } from "@cahier/schema/runtime";
import { afterEach, beforeEach, expect, test } from "vitest";
import { contentIsIn } from "../../i18n/content.ts";
import { saidLang } from "./saidIn.ts";

beforeEach(() => overwriteGetLocale(() => "en"));
afterEach(() => {
  contentIsIn("fr");
  overwriteGetLocale(() => "fr");
});

test("a questionnaire is said to exist in French only where the site is written in French", () => {
  expect([saidLang("fr"), saidLang("en")]).toEqual(["fr", undefined]);
  contentIsIn("en");
  expect([saidLang("fr"), saidLang("en")]).toEqual([undefined, undefined]);
});

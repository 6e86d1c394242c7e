import { afterEach, expect, test } from "vitest";
import { isWrittenIn } from "../written.ts";
import { languageOf } from "./answer.ts";

afterEach(() => isWrittenIn(null));

test("a file is in the language that its address asks for, or else in the one that the site is written in", () => {
  const asked = (language?: string) => languageOf({ query: { language } });
  expect([asked(), asked("en"), asked("fr"), asked("de")]).toEqual(["fr", "en", "fr", "fr"]);
  isWrittenIn("en");
  expect([asked(), asked("en"), asked("fr"), asked("de")]).toEqual(["en", "en", "fr", "en"]);
});

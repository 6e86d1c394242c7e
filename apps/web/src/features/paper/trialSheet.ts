import type { Waiting } from "./unsent.ts";

/** A sheet as it waits. */
export const sheet = (key: string, savedAt = `2012-06-20T10:00:0${key}Z`): Waiting => ({
  key,
  questionnaireId: "q",
  slug: "q",
  name: `Feuille ${key}`,
  written: { kind: "SHEET", typed: { a: "1" }, head: {}, revision: 1 },
  input: { key },
  savedAt,
  problems: null,
});

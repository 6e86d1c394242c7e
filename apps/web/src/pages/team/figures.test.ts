import { m } from "@cahier/schema/messages";
import { overwriteGetLocale } from "@cahier/schema/runtime";
import { afterEach, expect, test } from "vitest";
import { faultSentences } from "../../features/textImport/textImport.names.ts";
import { sayInstanceProblems } from "../../features/instance/instanceProblems.ts";
import { problemSentence } from "../../ui/problems.ts";

afterEach(() => overwriteGetLocale(() => "fr"));

const said = (code: Parameters<typeof problemSentence>[0]["code"], value: string) =>
  problemSentence({ code, field: null, value });

test("a number in a refusal is written as the reader writes numbers, a day as days; a year stays as it is", () => {
  sayInstanceProblems();
  const figures = (most: string) => [
    [said("TOO_LONG", "60000"), most],
    [said("LIST_FULL", "60000"), most],
    [said("TOO_MANY_LINES", "60000"), most],
    [said("OUT_OF_RANGE", "0–60000"), `0–${most}`],
    [said("OUT_OF_RANGE", "≤ 60000"), `≤ ${most}`],
    [faultSentences.TOO_LONG({ value: "60000" }), most],
  ];
  for (const [locale, most, day] of [
    ["fr", "60\u202f000", "29 novembre 2026"],
    ["en", "60,000", "29 November 2026"],
  ] as const) {
    overwriteGetLocale(() => locale);
    for (const [sentence, figure] of figures(most)) expect(sentence).toContain(figure);
    expect(said("OUT_OF_RANGE", "≥ 2026")).toContain("≥ 2026");
    expect(said("OUT_OF_RANGE", "2026-11-29")).toContain(day);
    expect(said("TOO_MANY_TRIES", "3600")).toContain(m.problem_TOO_MANY_TRIES_minutes({ value: 60 }));
  }
});

import { expect, test } from "vitest";
import { today } from "../../shared/daysSince.ts";
import { progressWords } from "./progress.ts";

const inDays = (days: number) => new Date(Date.parse(today()) + days * 86_400_000).toISOString().slice(0, 10);
const told = (readBefore: string | null) => progressWords({ progress: "RECEIVED", progressOn: null, readBefore });

test("a response that nobody read is promised to be before a day, and said late once that day is over", () => {
  expect(told(inDays(2))).toMatch(/^Reçue. Elle sera lue avant le /);
  expect(told(inDays(-1))).toMatch(
    /^Reçue, pas encore lue. Elle devait l’être avant le .*\s: l’équipe est en retard.$/,
  );
  expect(told(null)).toBe("Reçue. L’équipe la lira avant le prochain point d’étape.");
});

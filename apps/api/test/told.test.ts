import { expect, test } from "vitest";
import { everyRow } from "./everyRow.ts";
import { answeringApi, text } from "./responses.ts";
import { walk } from "./walk.ts";
import { visitor } from "../src/platform/viewer.ts";

const api = answeringApi();

/** Parts of a row that have no id: what stands in them is named with them. */
const parts = new Set(["figures", "coverage", "regions", "whole", "share", "channels", "beyondFood"]);

/** A row is met by one path or another: « responseCount », « figures.responses ». */
function nameOf(path: string) {
  const [part = "", field = ""] = path.split(".").slice(-2);
  return parts.has(part) ? `${part}.${field}` : field || part;
}

/** All that a visitor reads, on any path: « responseCount=3 ». */
async function seen() {
  const asked = await everyRow(api.database, []);
  const { told } = await walk(api.database, visitor, asked);
  return told.map(({ path, value }) => `${nameOf(path)}=${JSON.stringify(value)}`).toSorted();
}

/** Lines that are no longer there, or that are new. */
function changed(before: string[], after: string[]) {
  const count = (lines: string[], line: string) => lines.filter((one) => one === line).length;
  const lines = [...new Set([...before, ...after])].filter((line) => count(before, line) !== count(after, line));
  return [...new Set(lines.map((line) => line.split("=")[0]!))];
}

/** Figures that say of an answer that it came, and nothing of it. */
const came = new Set(["responseCount", "figures.responses"]);

const heard = (lines: string[]) =>
  lines.filter((line) => /^regions\.responses=/.test(line)).reduce((sum, line) => sum + Number(line.split("=")[1]), 0);

test("before and after one answer nobody learns where it came from, in which kind, nor whether it is published", async () => {
  const send = async (department: number) => {
    const answers = { place: `DEPARTMENT:${department}`, text, sectors: ["ENERGY"] };
    const { problems } = await api.submit(api.inputOf(answers, { appearance: "UNPUBLISHED" }));
    expect(problems).toEqual([]);
  };
  const moves: number[] = [];
  let before = await seen();
  for (let sent = 1; sent <= 12; sent++) {
    await send(sent % 2 ? 29 : 75);
    const now = await seen();
    const more = heard(now) - heard(before);
    expect(more === 0 ? changed(before, now).filter((name) => !came.has(name)) : []).toEqual([]);
    moves.push(more);
    before = now;
  }
  // Of several scopes at once, so that each is five or more.
  const told = moves.filter((more) => more > 0);
  expect(told.length).toBe(1);
  expect(Math.min(...told)).toBeGreaterThanOrEqual(5);

  // Once nothing more can come, all are told together.
  await api.rows("update questionnaire set closes_at = now() - interval '9 days'");
  expect(heard(await seen()) - heard(before)).toBeGreaterThanOrEqual(5);
});

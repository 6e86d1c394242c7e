import { expect, test } from "vitest";
import { everyRow } from "./everyRow.ts";
import { dayFromNow, paperApi } from "../acts/paper.ts";
import { text } from "../acts/responses.ts";
import { createGraphQL, routes } from "../../src/app.ts";
import { configOf } from "../../src/platform/config.ts";
import { receiptCode } from "../../src/domain/listen/response/codes.ts";
import { createHttp } from "../../src/platform/server/http.ts";
import { unzipped } from "../acts/office.ts";
import { walk } from "./walk.ts";
import { visitor } from "../../src/platform/viewer.ts";

const api = paperApi();

const withdrawing = "mutation ($input: ReceiptInput!) { withdrawResponse(input: $input) { problems { code } } }";

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

/** All that files hold, by their lines: archives of open data, results, calendars. Pages read the schema alone. */
async function filed() {
  const config = configOf({ PORT: "4000" });
  const app = await createHttp({ graphql: createGraphQL(), database: api.database, config, routes, web: false });
  const slugs = async (table: string) =>
    (await api.database.query<{ slug: string }[]>(`select slug from ${table}`)).map(({ slug }) => slug);
  const asked = await slugs("questionnaire");
  const urls = [
    "/open-data.zip",
    "/open-data/dictionary.csv",
    ...asked.map((slug) => `/open-data/questionnaires/${slug}.zip`),
    ...asked.flatMap((slug) =>
      ["results.csv", "results.json"].map((file) => `/questionnaires/${slug}/results/${file}`),
    ),
    ...(await slugs("objective")).map((slug) => `/open-data/objectives/${slug}/passages.csv`),
    ...(await slugs("working_group")).map((slug) => `/groups/${slug}/calendar.ics`),
  ];
  const lines: string[] = [];
  for (const url of urls) {
    const { statusCode, rawPayload } = await app.inject({ url });
    if (statusCode !== 200) continue;
    const inside = url.endsWith(".zip") ? await unzipped(rawPayload) : { "": rawPayload };
    for (const [path, content] of Object.entries(inside))
      lines.push(
        ...content
          .toString()
          .split("\n")
          .map((line) => `${url} ${path}=${line}`),
      );
  }
  await app.close();
  return { urls, lines };
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

test("before and after one answer files say nothing that was not told with others", async () => {
  await api.rows("update questionnaire set closes_at = now() + interval '9 days'");
  const before = await filed();
  expect(before.lines.length).toBeGreaterThan(50);
  for (const department of [29, 75]) {
    const answers = { place: `DEPARTMENT:${department}`, text, sectors: ["ENERGY"] };
    const { problems } = await api.submit(api.inputOf(answers, { appearance: "UNPUBLISHED" }));
    expect(problems).toEqual([]);
  }
  expect(changed(before.lines, (await filed()).lines)).toEqual([]);
});

test("before and after one answer is taken back, counts by place stay, or five of them at least leave together", async () => {
  const codes: string[] = [];
  const send = async (department: number) => {
    const { code } = await api.sent(
      { place: `DEPARTMENT:${department}`, text, sectors: ["ENERGY"] },
      { appearance: "UNPUBLISHED" },
    );
    codes.push(code);
  };
  for (let sent = 0; sent < 24; sent++) await send(sent % 2 ? 29 : 75);
  const moves: number[] = [];
  let before = heard(await seen());
  const waits = async () => {
    const rows = await api.rows<{ id: string; waits: boolean }>("select id, awaits_others as waits from response");
    return new Map(rows.map((row) => [receiptCode(row.id), row.waits]));
  };
  // One that was told, then one that waits.
  for (const waiting of [false, true]) {
    const known = await waits();
    const code = codes.find((each) => known.get(each) === waiting)!;
    codes.splice(codes.indexOf(code), 1);
    const { data } = await api.ask(withdrawing, { input: { code } });
    expect(data.withdrawResponse.problems).toEqual([]);
    const now = heard(await seen());
    moves.push(before - now);
    before = now;
  }
  expect(moves[0]).toBeGreaterThanOrEqual(5);
  expect(moves[1]).toBe(0);
});

test("before and after one sheet that is typed in once it is over, counts by place stay, or five of them at least are told together", async () => {
  await api.rows("update questionnaire set closes_at = now() - interval '1 minute'");
  const receivedOn = dayFromNow(-1);
  const moves: number[] = [];
  let before = await seen();
  for (let typed = 0; typed < 7; typed++) {
    const sheet = api.sheetOf({ text, sectors: ["ENERGY"] }, { appearance: "UNPUBLISHED", receivedOn });
    expect((await api.enter(sheet)).problems).toEqual([]);
    const now = await seen();
    const more = heard(now) - heard(before);
    expect(more === 0 ? changed(before, now).filter((name) => !came.has(name) && name !== "paperCount") : []).toEqual(
      [],
    );
    moves.push(more);
    before = now;
  }
  const told = moves.filter((more) => more > 0);
  expect(told.length).toBeGreaterThanOrEqual(1);
  expect(Math.min(...told)).toBeGreaterThanOrEqual(5);
  await api.rows("update questionnaire set closes_at = now() - interval '9 days'");
  expect(heard(await seen()) - heard(before)).toBeGreaterThanOrEqual(5);
});

import { beforeAll, describe, expect, it } from "vitest";
import { smallInstance, type Small } from "../../../../test/rows/builders.ts";
import { changedQuestionnaire, read, stored } from "../../../../test/acts/exports.ts";
import { unzipped } from "../../../../test/acts/office.ts";
import { testSite } from "../../../../test/site/site.ts";
import type { Appearance } from "../../../graphql/resolvers.generated.ts";

const site = testSite();
let small: Small;
let made: Awaited<ReturnType<typeof changedQuestionnaire>>;
const send = (row: Parameters<typeof stored>[3]) => stored(site.database, small, made, row);

/** Enough of them not to be known by a trait they share. */
async function six(row: Parameters<typeof stored>[3], names: string[] = []) {
  for (let n = 0; n < 6; n++)
    await send({
      ...row,
      ...(names[n] && { appearance: "NAMED", authorName: names[n] }),
      followUpEmail: "canari@example.org",
    });
}

beforeAll(async () => {
  const { database } = site;
  small = await smallInstance(database);
  made = await changedQuestionnaire(database, small);
  const { paris, "ile-de-france": capital } = small.territories;
  const closed = {
    "3": ["FOOD"],
    "7": 4,
    "8": 1234567,
    "9": "1912-06-20",
    "10": "canari-court",
    "11": "INDIVIDUAL",
    "14": "NO",
  };
  await six({ organisationType: "INDIVIDUAL", closed, other: { "3": "canari-autre" } }, ["canari-nom"]);
  await six({
    organisationType: "SCIC",
    territoryId: paris!.id,
    regionId: capital!.id,
    closed: { "3": ["ENERGY"], "5": { a: "1" } },
    questionnaireRevision: 3,
    wording: 2,
  });
  // One more from there, alone in being what it is.
  await send({
    organisationType: "UNION",
    closed: { "3": ["OTHER"], "15": "q" },
    appearance: "NAMED",
    authorName: "canari-syndicat",
    texts: {
      "2": "=Un texte publié, signé.",
      "12": ["canari-équipe", "UNPUBLISHED"],
      "13": ["canari-compté", "UNPUBLISHED"],
    },
  });
  await six({
    appearance: "UNPUBLISHED",
    organisationType: "INDIVIDUAL",
    closed: { "3": ["WOOD"], "6": ["x"] },
    questionnaireRevision: 2,
    wording: 2,
    texts: { "2": ["canari-gardé", "UNPUBLISHED"] },
  });
  await send({
    status: "HELD",
    closed: { "3": ["OTHER"] },
    other: { "3": "canari-lien" },
    texts: { "2": ["canari-attente", "HELD"] },
  });
  await send({ status: "WITHDRAWN", closed: { "10": "canari-retiré" }, texts: { "2": ["", "WITHDRAWN"] } });
  await send({
    speaksAs: "GROUP",
    peopleCount: 40,
    organisationType: "CITIZEN_GROUP",
    closed: { "3": ["WOOD"] },
    texts: { "2": "Dit à quarante.", "4": ["canari-masqué", "HIDDEN"] },
  });
});

const get = (headers: Record<string, string> = {}, language = "fr") =>
  site.app.inject({ url: `/open-data/questionnaires/${made.questionnaire.slug}.zip?language=${language}`, headers });
const files = async (language?: string) => {
  const { rawPayload, statusCode } = await get({}, language);
  expect(statusCode).toBe(200);
  return Object.fromEntries(
    Object.entries(await unzipped(rawPayload)).map(([name, content]) => [name, content.toString()]),
  );
};
const table = async (name: string) => read((await files())[name]!, { labels: false });
const update = (set: string) =>
  site.database.query(`update questionnaire set ${set} where id = $1`, [made.questionnaire.id]);

describe("the open data of a questionnaire", () => {
  it("is for anybody, once nothing more can come: not before it closes, nor while paper is typed in", async () => {
    for (const closes of ["now() + interval '1 day'", "now() - interval '1 day'"]) {
      await update(`closes_at = ${closes}`);
      expect((await get()).statusCode).toBe(404);
    }
    // A draft that was put away was never published.
    await update("published_at = null, archived_at = now() - interval '1 minute'");
    expect((await get()).statusCode).toBe(404);
    await update("published_at = opens_at, archived_at = null");
    await update("closes_at = now() - interval '9 days'");
    const { statusCode, headers } = await get();
    expect(statusCode).toBe(200);
    expect(headers["content-disposition"]).toBe(
      `attachment; filename="${made.questionnaire.slug}-donnees-ouvertes.zip"`,
    );
    expect((await site.app.inject("/open-data/questionnaires/nowhere.zip")).statusCode).toBe(404);
  });

  it("holds nothing that its author does not publish: no name, no address, no word kept, no answer for the team or only counted", async () => {
    const all = await files();
    expect(Object.keys(all)).toEqual([
      "responses.csv",
      "contributions.csv",
      "dictionary.csv",
      "figures.csv",
      "README.md",
      "LICENCE.txt",
    ]);
    for (const content of Object.values(all))
      expect(content.replaceAll("Cahier", "")).not.toMatch(/canari|1234567|1912/);
    const ids = await site.database.query<{ id: string }[]>("select id from response");
    for (const { id } of ids) expect(JSON.stringify(all)).not.toContain(id);
    const { keys } = await table("responses.csv");
    expect(keys.filter((key) => /^(1|2|4|8|9|10|11|12|13|14)([:#]|$)/.test(key))).toEqual([]);
  });

  it("has a row for each response of those who publish theirs, and counts the others", async () => {
    const { rows } = await table("responses.csv");
    expect(rows).toHaveLength(13);
    const { rows: figures } = await table("figures.csv");
    expect(Object.fromEntries(figures.map(({ figure, count }) => [figure, Number(count)]))).toEqual({
      responses: 21,
      paper: 0,
      groups: 1,
      unpublished: 6,
      held: 1,
      withdrawn: 1,
      setAside: 0,
      rows: 13,
      leftOut: 1,
      contributions: 2,
      textsNotPublished: 8,
    });
    const readMe = (await files())["README.md"]!;
    expect(readMe).toContain(
      "Réponses comptées : 21, dont 6 que leur auteur ne publie pas et 1 qui attendent une modération.",
    );
    expect((await files("en"))["README.md"]).toContain("Responses counted: 21");
  });

  it("holds nothing that is told beside a text: no trait, no sector, no repeated option, nothing that depends on them", async () => {
    const { keys } = await table("responses.csv");
    expect([...new Set(keys.map((key) => key.replace(/[:#].*/, "")))]).toEqual(["5", "6", "7"]);
  });

  it("leaves out as many of those who publish as hide the few who do not: the results, less the file, tell of five at least", async () => {
    const other = await changedQuestionnaire(site.database, small);
    await site.database.query("update questionnaire set closes_at = now() - interval '9 days' where id = $1", [
      other.questionnaire.id,
    ]);
    const also = (appearance: Appearance) => stored(site.database, small, other, { appearance, closed: { "7": 4 } });
    const ids: string[] = [];
    for (let n = 0; n < 12; n++) ids.push((await also("ANONYMOUS")).id);
    await also("UNPUBLISHED");
    const { rawPayload } = await site.app.inject(`/open-data/questionnaires/${other.questionnaire.slug}.zip`);
    const archive = await unzipped(rawPayload);
    const { rows } = read(archive["responses.csv"]!.toString(), { labels: false });
    expect(rows.map((row) => row["7"])).toEqual(Array.from({ length: 8 }, () => "4"));
    expect(archive["figures.csv"]!.toString()).toMatch(/leftOut;[^;]*;4/);
  });

  it("cannot be joined: nothing leads from a row to a text, neither a key nor a day nor an order", async () => {
    const { keys } = await table("responses.csv");
    const { keys: others, rows } = await table("contributions.csv");
    expect(others.filter((key) => keys.includes(key))).toEqual([]);
    const ids = rows.map(({ contribution }) => contribution!);
    expect(ids).toEqual(ids.toSorted((a, b) => (a < b ? -1 : 1)));
  });

  it("has the texts that the site shows, with where to read each, no nearer than its region, and no formula", async () => {
    const { rows } = await table("contributions.csv");
    expect(new Set(rows.map(({ text }) => text))).toEqual(new Set(["'=Un texte publié, signé.", "Dit à quarante."]));
    const [row] = rows.filter(({ text }) => text!.includes("signé"));
    expect(row).toMatchObject({
      question: "2",
      questionRevision: "1",
      region: "53",
      regionName: "bretagne",
      day: "2026-11-12",
    });
    expect(row!.address).toMatch(new RegExp(`/contributions/${row!.contribution}$`));
  });

  it("says what each column means, in all its wordings, and which questions have none, with why", async () => {
    const { rows } = await table("dictionary.csv");
    const of = (file: string, key: string) => rows.find((row) => row.file === file && row.key === key)!;
    expect(of("responses.csv", "7")).toMatchObject({ asked: "13", answered: "6" });
    expect(of("contributions.csv", "2")).toMatchObject({ answered: "2", notPublished: "7" });
    expect(of("contributions.csv", "2").wordings).toContain("Dites-nous tout");
    const absent = Object.fromEntries(rows.filter((row) => row.absent).map((row) => [row.key, row.absent]));
    expect(
      Object.keys(absent)
        .map(Number)
        .toSorted((a, b) => a - b),
    ).toEqual([1, 3, 8, 9, 10, 11, 12, 13, 14, 15, 16]);
    expect(absent["12"]).toBe("Réservée à l’équipe");
    for (const code of ["1", "3", "11"]) expect(absent[code]).toMatch(/^Se lit aussi à côté des textes/);
    for (const code of ["15", "16"]) expect(absent[code]).toMatch(/^Changée pendant qu’on y répondait/);
    expect(rows.find((row) => row.key === "15")!.retired).toMatch(/Mal comprise/);
  });

  it("tells answers one by one only of the questions whose results are shown", async () => {
    await update("results_shown = 'CHOSEN'");
    await site.database.query("update question set results_shown = true where id = $1", [made.ids["7"]]);
    expect((await table("responses.csv")).keys).toEqual(["7"]);
    await update("results_shown = 'ALL', results_hidden_until = now() + interval '1 day'");
    const all = await files();
    expect(Object.keys(all)).not.toContain("responses.csv");
    expect(all["README.md"]).toContain("Aucune réponse aux questions fermées");
    await update("results_hidden_until = null");
  });

  it("is told in a word to whoever has it, and is another one as soon as something is written", async () => {
    const { headers, rawPayload } = await get();
    expect(headers["cache-control"]).toBe("public, max-age=0, must-revalidate");
    const again = await get({ "if-none-match": headers.etag as string });
    expect([again.statusCode, again.body]).toEqual([304, ""]);
    const { headers: english } = await get({}, "en");
    expect(english.etag).not.toBe(headers.etag);
    expect((await get()).rawPayload.equals(rawPayload)).toBe(true);
    await site.database.query("update contribution set status = 'HIDDEN' where body = 'Dit à quarante.'");
    const later = await get({ "if-none-match": headers.etag as string });
    expect(later.statusCode).toBe(200);
    expect((await table("contributions.csv")).rows).toHaveLength(1);
  });
});

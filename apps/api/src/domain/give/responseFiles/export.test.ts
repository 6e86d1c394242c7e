import { beforeAll, describe, expect, it } from "vitest";
import { added, smallInstance, type Small } from "../../../../test/rows/builders.ts";
import { changedQuestionnaire, read, stored } from "../../../../test/acts/exports.ts";
import { cookieOf, personWith } from "../../../../test/site/people.ts";
import { testSite } from "../../../../test/site/site.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import type { Response } from "../../listen/response/response.entity.ts";

const site = testSite();
let small: Small;
let made: Awaited<ReturnType<typeof changedQuestionnaire>>;
let cookie: string;
let personId: string;
const sent: Record<string, Response> = {};

beforeAll(async () => {
  const { database } = site;
  small = await smallInstance(database);
  made = await changedQuestionnaire(database, small);
  personId = await personWith(database, ["FACILITATOR"], small.group.id);
  cookie = await cookieOf(database, personId);
  const send = (row: Parameters<typeof stored>[3]) => stored(database, small, made, row);
  sent.first = await send({
    appearance: "NAMED",
    authorName: "canari-nom",
    followUpEmail: "canari@example.org",
    paperReference: "canari-papier",
    closed: {
      "3": ["FOOD", "OTHER"],
      "5": { a: "2", b: "0" },
      "6": ["z", "x"],
      "7": "NONE",
      "8": -12.5,
      "9": "1912-06-20",
      "11": "SCIC",
      "14": "NO",
      "15": "p",
    },
    other: { "3": 'le bois; "flotté"' },
    texts: {
      "2": 'Un texte; avec "des guillemets"\net deux lignes.',
      "12": ["Pour l’équipe.", "UNPUBLISHED"],
      "13": ["canari-compté", "UNPUBLISHED"],
    },
  });
  sent.unpublished = await send({
    appearance: "UNPUBLISHED",
    questionnaireRevision: 3,
    wording: 2,
    closed: { "3": ["ENERGY"], "16": ["q"] },
    texts: { "2": ["Ce que je garde pour vous.", "UNPUBLISHED"] },
  });
  sent.group = await send({
    channel: "LOCAL_MEETING",
    speaksAs: "GROUP",
    peopleCount: 40,
    questionnaireRevision: 2,
    wording: 2,
    closed: { "3": ["WOOD"] },
  });
  sent.held = await send({
    status: "HELD",
    closed: { "3": ["OTHER"], "10": "canari-lien example.org" },
    other: { "3": "canari-autre" },
    texts: { "2": ["canari-attente", "HELD"] },
  });
  sent.withdrawn = await send({ status: "WITHDRAWN", closed: { "10": "canari-retiré" } });
  sent.aside = await send({ status: "HIDDEN", closed: { "10": "canari-écarté" } });
});

const get = (format: string, headers: Record<string, string> = { cookie }, slug = made.questionnaire.slug) =>
  site.app.inject({ url: `/exports/questionnaires/${slug}.${format}`, headers });
const csv = async () => read((await get("csv")).body);
const rowOf = async (name: string) => (await csv()).rows.find(({ response }) => response === sent[name]!.id)!;

describe("a file of responses", () => {
  it("is for those who may take it out, and each time it is written down who did", async () => {
    const others = { anybody: {}, referent: ["REFERENT"], participant: [] } as const;
    expect((await get("csv", {})).statusCode).toBe(401);
    for (const roles of [others.referent, others.participant]) {
      const theirs = await cookieOf(site.database, await personWith(site.database, [...roles]));
      for (const format of ["csv", "codebook.csv", "xlsx", "ods", "json"])
        expect((await get(format, { cookie: theirs })).statusCode).toBe(404);
    }
    const { id: _, ...group } = small.group;
    const other = await added(site.database, WorkingGroups, { ...group, slug: "un-autre" });
    const elsewhere = await cookieOf(site.database, await personWith(site.database, ["FACILITATOR"], other.id));
    expect((await get("csv", { cookie: elsewhere })).statusCode).toBe(404);
    expect((await get("csv", { cookie }, "nowhere")).statusCode).toBe(404);
    expect((await get("csv", { cookie, "sec-fetch-site": "cross-site" })).statusCode).toBe(403);

    const count = () =>
      site.database.query(
        "select actor_id, data from journal_entry where event = 'questionnaire.exported' and subject_id = $1",
        [made.questionnaire.id],
      );
    const before = await count();
    const { statusCode, headers } = await get("csv");
    expect(statusCode).toBe(200);
    expect(headers["content-disposition"]).toMatch(
      /^attachment; filename="questionnaire-[0-9a-f]+-reponses-\d{4}-\d\d-\d\d\.csv"$/,
    );
    expect(headers["cache-control"]).toBe("private, no-store");
    const after = await count();
    expect(after.length).toBe(before.length + 1);
    expect(after).toContainEqual({ actor_id: personId, data: { to: "csv" } });
  });

  it("has one row for each response that counts, in the order of ids that were drawn", async () => {
    const { rows } = await csv();
    const counted = ["first", "unpublished", "group", "held"].map((name) => sent[name]!.id).toSorted();
    expect(rows.map(({ response }) => response)).toEqual(counted);
  });

  it("has a column a question in the order of the questionnaire, one an option, a row or a rank where there are several", async () => {
    const { keys, labels } = await csv();
    expect(keys.slice(11)).toEqual([
      "1",
      "2",
      "2#status",
      "2#revision",
      "3:FOOD",
      "3:ENERGY",
      "3:WOOD",
      "3:OTHER",
      "3#other",
      "3#revision",
      "4",
      "4#status",
      "5:a",
      "5:b",
      "6:x",
      "6:y",
      "6:z",
      "7",
      "8",
      "9",
      "10",
      "11",
      "11#label",
      "12",
      "12#status",
      "13",
      "14",
      "15",
      "15#label",
      "16:p",
      "16:q",
    ]);
    expect(labels[keys.indexOf("3:FOOD")]).toBe("3 Question 3 – « FOOD »");
    expect(await rowOf("first")).toMatchObject({
      "3:FOOD": "1",
      "3:ENERGY": "0",
      "3:OTHER": "1",
      "3#other": 'le bois; "flotté"',
      "5:a": "2",
      "6:x": "2",
      "6:y": "",
      "6:z": "1",
      "8": "-12.5",
      "9": "1912-06-20",
      "11": "SCIC",
      "11#label": "« SCIC »",
    });
  });

  it("tells what was not asked from what was not answered, and both from having no opinion", async () => {
    const [first, unpublished, group] = [await rowOf("first"), await rowOf("unpublished"), await rowOf("group")];
    // Asked later, retired before, left out by its condition; an option that came later.
    expect([first["16:p"], unpublished["15"], first["4"], first["3:WOOD"]]).toEqual(
      Array.from({ length: 4 }, () => "NOT_ASKED"),
    );
    expect([unpublished["4"], group["2"], group["15"], unpublished["5:a"]]).toEqual(["", "", "", ""]);
    expect([first["7"], first["5:b"]]).toEqual(["NO_OPINION", "NO_OPINION"]);
  });

  it("says to which revision of the questionnaire, and of a question that was reworded, an answer was given", async () => {
    expect(await rowOf("first")).toMatchObject({ revision: "1", "2#revision": "1", "3#revision": "1" });
    expect(await rowOf("unpublished")).toMatchObject({ revision: "3", "2#revision": "2", "3#revision": "2" });
    expect(await rowOf("group")).toMatchObject({ revision: "2", "2#revision": "", "3#revision": "2", "3:WOOD": "1" });
  });

  it("keeps the answers to a question that was retired", async () => {
    expect((await rowOf("first"))["15"]).toBe("p");
  });

  it("never adds a group to individuals: it is a row that says how many stand behind it", async () => {
    expect(await rowOf("group")).toMatchObject({ speaksAs: "GROUP", peopleCount: "40", channel: "LOCAL_MEETING" });
  });

  it("carries words that are not published only marked as such, and no name, no address, no place nearer than was chosen", async () => {
    expect(await rowOf("unpublished")).toMatchObject({
      appearance: "UNPUBLISHED",
      "2": "Ce que je garde pour vous.",
      "2#status": "UNPUBLISHED",
      region: "bretagne",
      territory: "",
      "1": "REGION:53",
    });
    expect(await rowOf("first")).toMatchObject({
      "12": "Pour l’équipe.",
      "12#status": "UNPUBLISHED",
      territory: "finistere",
      "1": "DEPARTMENT:29",
    });
    // Only counted: that there is an answer, not which.
    expect(await rowOf("first")).toMatchObject({ "13": "ANSWERED", "14": "ANSWERED" });
    expect(await rowOf("held")).toMatchObject({
      status: "HELD",
      "2": "",
      "2#status": "HELD",
      "3:OTHER": "1",
      "3#other": "WITHHELD",
      "10": "WITHHELD",
    });
    for (const format of ["csv", "codebook.csv", "json"]) expect((await get(format)).body).not.toContain("canari");
  });

  it("is CSV as RFC 4180 has it, in UTF-8 with its mark", async () => {
    const { body, headers, rawPayload } = await get("csv");
    expect(rawPayload.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(headers["content-type"]).toMatch(/^text\/csv; charset=utf-8/);
    expect(
      body
        .replaceAll(/"(?:[^"]|"")*"/g, "")
        .split("\r\n")
        .every((line) => !line.includes("\n")),
    ).toBe(true);
    expect((await rowOf("first"))["2"]).toBe('Un texte; avec "des guillemets"\net deux lignes.');
  });

  it("describes itself: each column, in all its wordings, with what was asked of how many", async () => {
    const { rows } = read((await get("codebook.csv")).body);
    const of = (key: string) => rows.find((row) => row.key === key)!;
    expect(of("2")).toMatchObject({ type: "LONG_TEXT", visibility: "PUBLIC", asked: "4", answered: "3" });
    expect(of("2").wordings).toBe("1 (2026-11-01) Dites-nous tout\n2 (2026-11-05) Question 2 — Plus clair.");
    expect(of("3:FOOD")).toMatchObject({ asked: "4", answered: "4", filled: "1" });
    expect(of("3:FOOD").values).toContain("ENERGY = « ENERGY »");
    expect(of("7")).toMatchObject({ asked: "4", answered: "1", noOpinion: "1" });
    expect(of("4")).toMatchObject({ asked: "1", answered: "0" });
    expect(of("15").retired).toBe("3 (2026-11-08) — Mal comprise.");
    expect(of("15")).toMatchObject({ asked: "3", answered: "1" });
    expect(of("16:p").replaces).toBe(of("15").key);
    expect(of("15").replacedBy).toBe(of("16:p").key!.split(":")[0]);
    expect(of("12").visibility).toBe("TEAM");
  });

  it("is also one JSON document, with what was asked and all its wordings", async () => {
    const document = (await get("json")).json();
    expect(document.responses).toHaveLength(4);
    expect(document.codebook.length).toBe(Object.keys(document.responses[0]).length);
    const questions = document.sections[0].questions as {
      code: string;
      wordings: { label: string }[];
      retiredReason: string;
    }[];
    expect(questions.find(({ code }) => code === "2")!.wordings.map(({ label }) => label)).toEqual([
      "Dites-nous tout",
      "Question 2",
    ]);
    expect(questions.find(({ code }) => code === "15")!.retiredReason).toBe("Mal comprise.");
    expect(document.questionnaire).toMatchObject({ slug: made.questionnaire.slug, revision: 3 });
    const first = document.responses.find(({ response }: { response: string }) => response === sent.first!.id);
    const short = Object.fromEntries(Object.entries(first).map(([key, value]) => [key, value]));
    expect(short).toMatchObject({ "8": -12.5, "3:FOOD": 1, "6:y": null, "16:p": "NOT_ASKED" });
    const said = JSON.stringify(document.about);
    for (const words of [
      'Retirées par leur auteur (pas dans le fichier)","text":1',
      'Mises de côté par la modération (pas dans le fichier)","text":1',
    ])
      expect(said).toContain(words);
  });
});

import { beforeAll, expect, test } from "vitest";
import { visitor, type Viewer } from "../../src/platform/viewer.ts";
import { walkedApi } from "../site/demo.ts";
import { everyRow } from "./everyRow.ts";
import { holderOf } from "../site/people.ts";
import { quotedText, takeBack } from "./quoted.ts";
import { walk } from "./walk.ts";

const api = walkedApi();
const canary = /zinzolin/i;
let team: Viewer;
let quoted: Awaited<ReturnType<typeof quotedText>>;
beforeAll(async () => {
  team = await holderOf(api.database, "RAPPORTEUR");
  quoted = await quotedText(api, "zinzolin");
});

/** Paths of the schema on which a viewer reads the canary. */
async function toldTo(viewer: Viewer) {
  const { code } = quoted;
  const ask = await everyRow(api.database, ["zinzolin"]);
  const { told } = await walk(api.database, viewer, { ...ask, receipt: [{ code }], receipts: [{ codes: [code] }] });
  return new Set(told.filter(({ value }) => canary.test(String(value))).map(({ path }) => path));
}

/** Public pages that show them. Each must show them before the withdrawal, or its silence after proves nothing. */
const paragraphs =
  "paragraphs { html plain passages { quote } keyPoints { passages { quote contribution { body } } } }";
const synthesis = (fields: string) => `{ synthesis(slug: "point-d-etape-1") { ${fields} } }`;
const places: Record<string, () => string> = {
  "the page of a text": () => `{ contribution(id: "${quoted.contributionId}") { body excerpt passages { quote } } }`,
  "the list that finds it by its words": () =>
    `{ contributions(filter: { search: "zinzolin" }) { nodes { body excerpt passages { quote } } } }`,
  "the list of its region": () =>
    `{ contributions(filter: { territory: "bretagne", objective: "objectif-4" }, first: 50) { nodes { body } } }`,
  "the page of a key point": () =>
    `{ keyPoint(id: "${quoted.keyPointId}") { passages { quote contribution { body } } } }`,
  "a synthesis": () => synthesis(paragraphs),
  "its detail in html": () => synthesis("paragraphs { html }"),
  "what it quotes as it is": () => synthesis("paragraphs { passages { quote } }"),
  "its first version, frozen": () => synthesis(`versionNumbered(version: 1) { ${paragraphs} }`),
  "the differences of two versions": () => synthesis("versions { paragraphs { plain passages { quote } } }"),
  "the annex": () => synthesis("inForce { setAside { passage { quote } passages { quote } } }"),
  "a proposal": () => `{ proposal(slug: "${quoted.proposal}") { statements { passages { quote } } } }`,
  "the page of one's own number": () =>
    `{ receipt(code: "${quoted.code}") { contributions { body passages { quote } } } }`,
};
test("withdrawn words are on no page and no path of the schema; where they were quoted, a note says so", async () => {
  const silent = async () => {
    const found: string[] = [];
    for (const [place, query] of Object.entries(places)) {
      const { data, errors } = await api.ask(query());
      expect([place, errors]).toEqual([place, undefined]);
      if (!canary.test(JSON.stringify(data))) found.push(place);
    }
    return found;
  };
  expect(await silent()).toEqual([]);
  expect((await toldTo(visitor)).size).toBeGreaterThan(5);
  expect((await toldTo(team)).size).toBeGreaterThan(5);

  await takeBack(api, quoted.code);

  expect(await silent()).toEqual(Object.keys(places));
  expect([...(await toldTo(visitor))]).toEqual([]);
  expect([...(await toldTo(team))]).toEqual([]);

  const place = await api.ask(
    `{ contribution(id: "${quoted.contributionId}") { status territory { slug } region { slug } sectors } }`,
  );
  expect(place.data.contribution).toEqual({ status: "WITHDRAWN", territory: null, region: null, sectors: [] });

  const { data: told } = await api.ask(
    synthesis("versions { paragraphs { kind position html plain passages { id } } }"),
  );
  expect(told.synthesis.versions).toHaveLength(2);
  for (const { paragraphs: all } of told.synthesis.versions) {
    const [written, cited] = all.filter(({ position }: { position: number }) => position >= 90);
    expect(written.html).toContain("<em>paroles qui ne paraissent plus</em>");
    expect(written.plain).toContain("paroles qui ne paraissent plus");
    expect(cited).toMatchObject({ kind: "QUOTE", passages: [] });
  }
}, 180_000);

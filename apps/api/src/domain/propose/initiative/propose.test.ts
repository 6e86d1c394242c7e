import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { trying } from "../../../../test/acts/acting.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { hourBetweenTests } from "../../../../test/site/hour.ts";
import { proposedSheet } from "../../../../test/acts/initiatives.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";

const api = seededApi();
hourBetweenTests(api);
let rapporteur: Viewer;
let facilitator: Viewer;
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
  facilitator = await holderOf(api.database, "FACILITATOR");
});

let names = 0;
const sheetOf = (more: object = {}) => proposedSheet(`L’atelier partagé ${++names}`, more);

const kept = `code reason agreement sameAs { name }
  initiative { id slug name state status version proposedOn criteria { key score reason } results notes { reason } }`;

const attempt = trying(api, "code field value");
async function send(mutation: string, input: object, viewer?: Viewer, fields = `proposed { ${kept} }`) {
  const { payload, code } = await attempt(mutation, input, fields, viewer);
  return { ...payload, error: code };
}

const propose = (sheet: object = sheetOf(), more: object = {}, viewer?: Viewer) =>
  send("proposeInitiative", { key: randomUUID(), sheet, consent: true, ...more }, viewer);

const judged = "initiative { id state status version } current { version summary }";
const judge = (act: "validate" | "return" | "decline" | "edit", input: object, viewer = rapporteur) =>
  send(`${act}Initiative`, input, viewer, judged);

const follow = async (code: string) =>
  (await api.ask(`query ($code: String!) { proposedInitiative(code: $code) { ${kept} } }`, { code })).data
    .proposedInitiative;

const see = async (slug: string, viewer?: Viewer) =>
  (
    await api.ask(
      `query ($slug: String!) { initiative(slug: $slug) { name state status viewerCan { judge }
         notes { agreement reason carriesContact near { name } history { event actorName } } } }`,
      { slug },
      viewer,
    )
  ).data.initiative;

test("anybody proposes an initiative: read at once, to be validated, kept once whatever the retries", async () => {
  const input = { key: randomUUID(), sheet: sheetOf({ agreement: "La coordinatrice, en mai" }), consent: true };
  const copies = await Promise.all([1, 2, 3].map(() => send("proposeInitiative", input)));
  const [first] = copies;
  expect(first).toMatchObject({
    problems: [],
    proposed: {
      initiative: { state: "PROPOSED", version: 1, results: ["Deux emplois"], notes: null },
      agreement: "La coordinatrice, en mai",
    },
  });
  for (const copy of copies) expect(copy).toEqual(first);
  const { code, initiative } = first.proposed;
  expect(code).toMatch(/^[\w-]{20}$/);
  expect(await see(initiative.slug)).toEqual({
    name: input.sheet.name,
    state: "PROPOSED",
    status: "VISIBLE",
    viewerCan: { judge: false },
    notes: null,
  });
  expect(await follow(code)).toMatchObject({ initiative: { id: initiative.id, state: "PROPOSED" }, reason: null });
  expect(await follow("AAAAAAAAAAAAAAAAAAAA")).toBeNull();
  expect(await send("proposeInitiative", { ...input, sheet: sheetOf() })).toMatchObject({
    problems: [{ code: "CONFLICT", field: "key" }],
  });
  const [entry] = await api.database.query(
    "select actor_id, recorded_at from journal_entry where event = 'initiative.proposed' and subject_id = $1",
    [initiative.id],
  );
  expect(entry).toEqual({ actor_id: null, recorded_at: null });
});

test("a link or contact details anywhere on the sheet wait for the team: nobody else reads them", async () => {
  for (const more of [{ source: "https://exemple.fr" }, { results: ["Appelez le 06 12 34 56 78"] }]) {
    const { proposed: mine } = await propose(sheetOf(more));
    expect(mine.initiative.status).toBe("HELD");
    expect(await see(mine.initiative.slug)).toBeNull();
    expect(await see(mine.initiative.slug, facilitator)).toMatchObject({
      status: "HELD",
      notes: { carriesContact: true },
    });
    const listed = async (viewer?: Viewer) =>
      (await api.ask(`{ initiatives(filter: { state: PROPOSED, status: HELD }) { totalCount } }`, {}, viewer)).data
        .initiatives.totalCount;
    expect(await listed()).toBe(0);
    expect(await listed(rapporteur)).toBeGreaterThan(0);
  }
});

test("all that is wrong is told at once, each at its field; without the consent nothing is kept", async () => {
  const sheet = sheetOf({
    name: " ",
    territory: "",
    sector: "MAGIC",
    summary: "x".repeat(601),
    startedYear: 1312,
    stage: "SOON",
    criteria: [
      { key: "SOCIAL_LINK", score: 9 },
      { key: "WHATEVER", score: 1 },
    ],
    levers: Array.from({ length: 13 }, (_, n) => `Levier ${n}`),
  });
  const { problems, proposed } = await propose(sheet, { consent: false });
  expect(proposed).toBeNull();
  expect(problems.map(({ code, field }: { code: string; field: string }) => `${field} ${code}`).toSorted()).toEqual([
    "consent REQUIRED",
    "criteria.SOCIAL_LINK OUT_OF_RANGE",
    "criteria.WHATEVER UNKNOWN_CHOICE",
    "levers TOO_MANY_CHOICES",
    "name REQUIRED",
    "sector UNKNOWN_CHOICE",
    "stage UNKNOWN_CHOICE",
    "startedYear OUT_OF_RANGE",
    "summary TOO_LONG",
    "territory TERRITORY_REQUIRED",
  ]);
});

test("sent back with a reason, it is read by its link alone, sent again, then validated", async () => {
  const { proposed: mine } = await propose();
  const { id, slug } = mine.initiative;
  expect(await judge("return", { id, version: 1, reason: "Depuis quand ?" })).toMatchObject({
    problems: [],
    initiative: { state: "RETURNED", version: 2 },
  });
  expect(await see(slug)).toBeNull();
  expect(await follow(mine.code)).toMatchObject({ reason: "Depuis quand ?", initiative: { state: "RETURNED" } });
  const sheet = sheetOf({ name: mine.initiative.name, startedYear: 2009 });
  const again = () => send("resendInitiative", { code: mine.code, version: 2, sheet });
  expect(await again()).toMatchObject({ problems: [], proposed: { initiative: { state: "PROPOSED", version: 3 } } });
  expect(await again()).toMatchObject({ problems: [], proposed: { initiative: { version: 3 } } });
  expect(await send("resendInitiative", { code: mine.code, version: 3, sheet: sheetOf() })).toMatchObject({
    problems: [{ code: "NOT_NOW", field: "code" }],
  });
  expect(await judge("validate", { id, version: 3 }, facilitator)).toMatchObject({
    problems: [],
    initiative: { state: "VALIDATED", version: 4 },
  });
  expect(await judge("validate", { id, version: 3 })).toMatchObject({ problems: [], initiative: { version: 4 } });
  const { notes } = await see(slug, rapporteur);
  expect(notes.history.map(({ event }: { event: string }) => event).toSorted()).toEqual([
    "initiative.proposed",
    "initiative.resent",
    "initiative.returned",
    "initiative.validated",
  ]);
});

test("validated by mistake, a sheet is declined after all, with a reason that its author reads", async () => {
  const { proposed: mine } = await propose();
  const { id, slug } = mine.initiative;
  expect((await judge("validate", { id, version: 1 })).problems).toEqual([]);
  const mistaken = { id, version: 2, reason: "Elle a fermé." };
  expect(await judge("decline", { ...mistaken, reason: "" })).toMatchObject({
    problems: [{ code: "REQUIRED", field: "reason" }],
  });
  expect(await judge("decline", { ...mistaken, sameAsId: id })).toMatchObject({
    problems: [{ code: "UNKNOWN_CHOICE", field: "sameAsId" }],
  });
  for (const _ of ["once", "twice"])
    expect(await judge("decline", mistaken)).toMatchObject({
      problems: [],
      initiative: { state: "DECLINED", status: "HIDDEN", version: 3 },
    });
  expect(await see(slug)).toBeNull();
  expect(await follow(mine.code)).toMatchObject({ reason: "Elle a fermé.", initiative: { state: "DECLINED" } });
});

test("declined for another that says the same, its author reads why and which", async () => {
  const { proposed: mine } = await propose(sheetOf({ name: "Les watts de Vertmarre", town: "Vertmare-sur-Lys" }));
  const { id, slug } = mine.initiative;
  const { notes } = await see(slug, rapporteur);
  expect(notes.near[0]).toEqual({ name: "Les Watts de Vertmare" });
  const [{ id: sameAsId }] = await api.database.query("select id from initiative where name = 'Les Watts de Vertmare'");
  expect(await judge("decline", { id, version: 1, reason: " " })).toMatchObject({
    problems: [{ code: "REQUIRED", field: "reason" }],
  });
  expect(await judge("decline", { id, version: 1, reason: "Déjà là.", sameAsId: id })).toMatchObject({
    problems: [{ code: "UNKNOWN_CHOICE", field: "sameAsId" }],
  });
  expect(await judge("decline", { id, version: 1, reason: "Déjà là.", sameAsId })).toMatchObject({
    initiative: { state: "DECLINED" },
  });
  expect(await follow(mine.code)).toMatchObject({ reason: "Déjà là.", sameAs: { name: "Les Watts de Vertmare" } });
  expect(await see(slug)).toBeNull();
});

test("what is near a name is suggested to whoever proposes: of what can be read, never the unlike", async () => {
  const near = async (name: string, town: string | null = null) =>
    (
      await api.ask(`query ($name: String!, $town: String) { nearInitiatives(name: $name, town: $town) { name } }`, {
        name,
        town,
      })
    ).data.nearInitiatives.map((it: { name: string }) => it.name);
  expect(await near("watts de vertmare")).toContain("Les Watts de Vertmare");
  expect(await near("Le pain partagé", "Roc’h-Aour")).toContain("Le pain d’avance de Roc’h Aour");
  expect(await near("Zinc et rotatives")).toEqual([]);
  expect(await near(" \0")).toEqual([]);
  await propose(sheetOf({ name: "La grotte aux secrets", source: "www.secret.fr" }));
  expect(await near("La grotte aux secrets")).toEqual([]);
});

test("two who rewrite a sheet lose nothing: the second is told what is in force", async () => {
  const { proposed: mine } = await propose();
  const { id, name } = mine.initiative;
  const mineNow = sheetOf({ name, summary: "Une phrase plus juste." });
  const edited = await judge("edit", { id, version: 1, sheet: mineNow });
  expect(edited).toMatchObject({ problems: [], initiative: { version: 2, state: "PROPOSED" } });
  expect(await judge("edit", { id, version: 1, sheet: mineNow })).toEqual(edited);
  expect(
    await judge("edit", { id, version: 1, sheet: sheetOf({ name, summary: "Autrement." }) }, facilitator),
  ).toMatchObject({
    problems: [{ code: "STALE", field: "version", value: "2" }],
    initiative: null,
    current: { version: 2, summary: "Une phrase plus juste." },
  });
  // Nobody validates what they did not read.
  expect(await judge("validate", { id, version: 1 })).toMatchObject({ problems: [{ code: "STALE" }] });
});

test("sheets are judged by the team of their group alone", async () => {
  const { proposed: mine } = await propose();
  const elsewhere = viewerOf(rapporteur, [{ role: "RAPPORTEUR", groupId: randomUUID(), territoryId: null }]);
  const { id, slug } = mine.initiative;
  for (const act of ["validate", "return", "decline", "edit"] as const)
    expect(
      (
        await judge(
          act,
          { id, version: 1, ...(act === "edit" ? { sheet: sheetOf() } : act === "validate" ? {} : { reason: "x" }) },
          elsewhere,
        )
      ).error,
    ).toBe("FORBIDDEN");
  expect(await see(slug, elsewhere)).toMatchObject({ notes: null, viewerCan: { judge: false } });
});

test("two of one name have two addresses, none that of a page", async () => {
  const slugs = [];
  for (const name of ["Propose", "Le même nom", "Le même nom"])
    slugs.push((await propose(sheetOf({ name }))).proposed.initiative.slug);
  expect(slugs).toEqual(["propose-2", "le-meme-nom", "le-meme-nom-2"]);
});

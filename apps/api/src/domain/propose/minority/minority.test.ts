import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf, personWith } from "../../../../test/site/people.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";
import { schema } from "../../../../test/walks/walk.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";

const api = seededApi();
let synthesisId: string;
let people: Viewer[];
let referent: Viewer;

const somebody = async (displayName = "Une personne fictive"): Promise<Viewer> => {
  const id = await personWith(api.database, []);
  await api.database.query("update person set display_name = $2 where id = $1", [id, displayName]);
  return viewerOf({ id, displayName, language: "fr" }, []);
};

beforeAll(async () => {
  [{ id: synthesisId }] = await api.database.query("select id from synthesis where slug = 'point-d-etape-2'");
  people = await Promise.all(["Aline", "Bruno", "Chloé", "Denis"].map(somebody));
  referent = await holderOf(api.database, "REFERENT");
});

interface PositionShown {
  id: string;
  text: string;
  signatures: number;
  signedBy: string[];
  isAttached: boolean;
  viewerSigned: boolean;
  territory: { name: string } | null;
}
const fields = "id text status statusReason signatures signedBy isAttached viewerSigned openedOn territory { name }";

const see = async (viewer?: Viewer, slug = "point-d-etape-2"): Promise<PositionShown[]> =>
  (
    await api.ask(
      `query ($slug: String!) { synthesis(slug: $slug) { minorityPositions { ${fields} } } }`,
      { slug },
      viewer,
    )
  ).data.synthesis.minorityPositions;

const act = async (name: "attachMinorityPosition" | "signMinorityPosition", input: object, viewer?: Viewer) => {
  const type = name === "attachMinorityPosition" ? "AttachMinorityPositionInput" : "SignMinorityPositionInput";
  const { data, errors } = await api.ask(
    `mutation ($input: ${type}!) { ${name}(input: $input) {
       problems { code field value } minorityPosition { ${fields} } synthesis { minorityPositions { id } } } }`,
    { input },
    viewer,
  );
  return { ...data?.[name], code: errors?.[0]?.extensions.code } as {
    problems: { code: string; field: string | null }[];
    minorityPosition: PositionShown | null;
    synthesis: { minorityPositions: { id: string }[] } | null;
    code?: string;
  };
};

const attach = (viewer: Viewer | undefined, more: object = {}) =>
  act("attachMinorityPosition", { key: randomUUID(), synthesisId, text: "Nous lisons autre chose.", ...more }, viewer);
const sign = (viewer: Viewer | undefined, id: string, more: object = {}) =>
  act("signMinorityPosition", { id, sign: true, ...more }, viewer);

test("one person opens a position, two others sign it, and it stands beside the synthesis with their names", async () => {
  const [aline, bruno, chloe] = people as [Viewer, Viewer, Viewer];
  const text = "Le point d’étape lisse la question du revenu.";
  const { problems, minorityPosition } = await attach(aline, { text });
  expect(problems).toEqual([]);
  expect(minorityPosition).toMatchObject({
    text,
    signatures: 1,
    isAttached: false,
    viewerSigned: true,
    territory: null,
  });
  const { id } = minorityPosition!;

  // Until then whoever is signed in reads it, to sign it or not; a visitor reads nothing of it.
  expect(await see()).toEqual([]);
  expect(await see(bruno)).toMatchObject([{ id, signedBy: ["Aline"], viewerSigned: false }]);
  expect((await sign(bruno, id)).minorityPosition).toMatchObject({ signatures: 2, isAttached: false });
  expect(await see()).toEqual([]);

  expect((await sign(chloe, id)).minorityPosition).toMatchObject({ signatures: 3, isAttached: true });
  expect(await see()).toMatchObject([{ id, text, signedBy: ["Aline", "Bruno", "Chloé"], viewerSigned: false }]);
  const acts = await api.database.query<{ event: string }[]>(
    "select event from journal_entry where subject_id = $1 order by recorded_at, event",
    [id],
  );
  expect(acts.map(({ event }) => event).toSorted()).toEqual([
    "minorityPosition.attached",
    "minorityPosition.opened",
    "minorityPosition.signed",
    "minorityPosition.signed",
  ]);
});

test("signing twice is signing once; everybody takes back their own signature, and three are needed at any time", async () => {
  const [{ id }] = (await see()) as [PositionShown];
  const [, bruno, , denis] = people as [Viewer, Viewer, Viewer, Viewer];
  expect((await sign(bruno, id)).minorityPosition).toMatchObject({ signatures: 3 });
  expect((await sign(denis, id)).minorityPosition).toMatchObject({ signatures: 4 });
  expect((await sign(bruno, id, { sign: false })).minorityPosition).toMatchObject({ signatures: 3, isAttached: true });
  // A person who did not sign has nothing to take back.
  expect((await sign(bruno, id, { sign: false })).minorityPosition).toMatchObject({ signatures: 3 });
  expect((await sign(denis, id, { sign: false })).minorityPosition).toMatchObject({ signatures: 2, isAttached: false });
  expect(await see()).toEqual([]);
  expect((await sign(bruno, id)).minorityPosition).toMatchObject({ isAttached: true });
});

test("an organisation opens one and signs as one, whoever of its members does; no row tells who", async () => {
  const [organisation] = await api.database.query<[{ id: string; slug: string; name: string }]>(
    `insert into organisation (slug, name, kind, about, state, registered_on)
     values ($1, 'Le Fil', 'OTHER', 'Nous filons.', 'CONFIRMED', now()) returning id, slug, name`,
    [uniqueWord()],
  );
  const [first, second, stranger] = await Promise.all([somebody("Émile"), somebody("Fanny"), somebody("Gaël")]);
  for (const { id } of [first, second])
    await api.database.query(
      "insert into organisation_member (organisation_id, person_id, role, since) values ($1, $2, 'ADMINISTRATOR', now())",
      [organisation.id, id],
    );
  const by = { organisationId: organisation.id };
  expect((await attach(stranger, by)).problems).toMatchObject([{ code: "NOT_A_MEMBER", field: "organisationId" }]);
  const { minorityPosition } = await attach(first, by);
  const id = minorityPosition!.id;
  expect(minorityPosition).toMatchObject({ signatures: 1, signedBy: ["Le Fil"], viewerSigned: false });
  expect((await attach(second, by)).problems).toMatchObject([{ code: "ALREADY_OPENED" }]);
  expect((await sign(second, id, by)).minorityPosition).toMatchObject({ signatures: 1 });
  await sign(people[0], id);
  expect((await sign(people[1], id)).minorityPosition).toMatchObject({ signatures: 3, isAttached: true });
  expect((await see()).find((it) => it.id === id)).toMatchObject({ signedBy: ["Aline", "Bruno", "Le Fil"] });
  const acts = await api.database.query(
    `select actor_id from journal_entry where subject_id = $1 and event = 'minorityPosition.opened'
     union select opened_by_id from minority_position where id = $1`,
    [id],
  );
  expect(acts).toEqual([{ actor_id: null }]);
  // Another of its members takes its signature back, and the position no longer stands.
  expect((await sign(second, id, { ...by, sign: false })).minorityPosition).toMatchObject({ isAttached: false });
  for (const viewer of people.slice(0, 2)) await sign(viewer, id, { sign: false });
  expect((await see(people[0])).find((it) => it.id === id)).toBeUndefined();
});

test("who opens one and is left alone takes it back with the last signature", async () => {
  const opener = await somebody();
  const { minorityPosition } = await attach(opener);
  const taken = await sign(opener, minorityPosition!.id, { sign: false });
  expect(taken).toMatchObject({ problems: [], minorityPosition: null });
  expect(taken.synthesis!.minorityPositions).not.toContainEqual({ id: minorityPosition!.id });
  expect((await sign(opener, minorityPosition!.id)).problems).toMatchObject([{ code: "GONE", field: "id" }]);
  expect((await attach(opener)).problems).toEqual([]);
});

test("a position that a moderator hid is read by those who signed it alone, with the reason; nobody else signs it", async () => {
  const [{ id }] = (await see()) as [PositionShown];
  const [, bruno, , denis] = people as [Viewer, Viewer, Viewer, Viewer];
  const set = (status: string, reason: string | null) =>
    api.database.query("update minority_position set status = $2, status_reason = $3 where id = $1", [
      id,
      status,
      reason,
    ]);
  await set("HIDDEN", "Elle met en cause une personne.");
  const own = { id, status: "HIDDEN", statusReason: "Elle met en cause une personne.", isAttached: false };
  expect((await see(bruno)).find((it) => it.id === id)).toMatchObject(own);
  for (const other of [undefined, denis]) expect((await see(other)).map((it) => it.id)).not.toContain(id);
  for (const more of [{}, { sign: false }])
    expect((await sign(denis, id, more)).problems).toMatchObject([{ code: "GONE", field: "id" }]);
  await set("VISIBLE", null);
  expect((await see()).map((it) => it.id)).toContain(id);
});

test("three who sign at once are three", async () => {
  const opener = await somebody();
  const { id } = (await attach(opener)).minorityPosition!;
  const others = await Promise.all(["E", "F", "G"].map(somebody));
  await Promise.all(others.map((other) => sign(other, id)));
  expect((await see(opener)).find((it) => it.id === id)).toMatchObject({ signatures: 4, isAttached: true });
  const attached = "select from journal_entry where subject_id = $1 and event = 'minorityPosition.attached'";
  expect(await api.database.query(attached, [id])).toHaveLength(1);
});

test("a region is spoken for by its referent, at once; by nobody else, and for no other region", async () => {
  const asked = async (viewer?: Viewer) =>
    (await api.ask(`{ synthesis(slug: "point-d-etape-2") { minorityRegions { slug name } } }`, {}, viewer)).data
      .synthesis.minorityRegions as { slug: string; name: string }[];
  const [region] = (await asked(referent)) as [{ slug: string; name: string }];
  expect(await asked()).toEqual([]);
  expect(await asked(people[0])).toEqual([]);

  const territory = region.slug;
  expect((await attach(people[0], { territory })).problems).toMatchObject([
    { code: "NOT_YOUR_TERRITORY", field: "territory" },
  ]);
  const rapporteur = await holderOf(api.database, "RAPPORTEUR");
  expect((await attach(rapporteur, { territory })).problems).toMatchObject([{ code: "NOT_YOUR_TERRITORY" }]);
  for (const [slug, code] of [
    ["guyane", "NOT_YOUR_TERRITORY"],
    ["finistere", "NOT_YOUR_TERRITORY"],
    ["atlantide", "UNKNOWN_TERRITORY"],
  ])
    expect((await attach(referent, { territory: slug })).problems).toMatchObject([{ code, field: "territory" }]);

  const { problems, minorityPosition } = await attach(referent, {
    territory,
    text: "Notre région tient à la distance.",
  });
  expect(problems).toEqual([]);
  expect(minorityPosition).toMatchObject({ isAttached: true, signatures: 1, territory: { name: region.name } });
  expect(await see()).toContainEqual(expect.objectContaining({ id: minorityPosition!.id }));
  expect((await attach(referent, { territory })).problems).toMatchObject([{ code: "ALREADY_OPENED" }]);
  // It is the region's: that its referent no longer signs does not take it away.
  expect((await sign(referent, minorityPosition!.id, { sign: false })).minorityPosition).toMatchObject({
    isAttached: true,
  });
});

test("no editor can remove a position: no act of the schema takes one away but the signatures of its own people", async () => {
  const acts = Object.values(schema.getMutationType()!.getFields()).filter(({ name }) => /position/i.test(name));
  expect(acts.map(({ name }) => name)).toEqual(["attachMinorityPosition", "signMinorityPosition"]);
  const [{ id, signedBy }] = (await see()) as [PositionShown];
  for (const role of ["RAPPORTEUR", "ADMINISTRATOR", "MODERATOR"] as const) {
    await sign(await holderOf(api.database, role), id, { sign: false });
    expect((await see())[0]).toMatchObject({ id, signedBy });
  }
});

test("it stays through the versions of the synthesis it is held against", async () => {
  const [before] = await see();
  await api.database.query(
    `insert into synthesis_version (synthesis_id, version, state, published_at, method)
     select id, version + 1, 'PUBLISHED', now(), '' from synthesis where id = $1`,
    [synthesisId],
  );
  await api.database.query("update synthesis set version = version + 1 where id = $1", [synthesisId]);
  expect((await see())[0]).toEqual(before);
});

test("a position shows a name: an account that has none takes the one it signs with", async () => {
  const nameless = await somebody("");
  expect((await attach(nameless)).problems).toMatchObject([{ code: "REQUIRED", field: "name" }]);
  expect((await attach(nameless, { name: "jo@exemple.fr" })).problems).toMatchObject([
    { code: "CARRIES_CONTACT", field: "name" },
  ]);
  expect((await attach(nameless, { name: " Josiane\nP. " })).minorityPosition).toMatchObject({
    signedBy: ["Josiane P."],
  });
  const [{ name }] = await api.database.query("select display_name as name from person where id = $1", [nameless.id]);
  expect(name).toBe("Josiane P.");
});

test("sent twice it is kept once; the same key with something else is refused", async () => {
  const opener = await somebody();
  const input = { key: randomUUID(), text: "Une seule fois." };
  const copies = await Promise.all([1, 2, 3].map(() => attach(opener, input)));
  for (const copy of copies)
    expect(copy).toMatchObject({ problems: [], minorityPosition: { id: copies[0]!.minorityPosition!.id } });
  expect((await attach(opener, { ...input, text: "Autre chose." })).problems).toMatchObject([{ code: "CONFLICT" }]);
  expect((await attach(opener)).problems).toMatchObject([{ code: "ALREADY_OPENED", field: "text" }]);
});

test.each([
  ["no text", { text: " " }, { code: "REQUIRED", field: "text", value: null }],
  ["more than a thousand signs", { text: "x".repeat(1001) }, { code: "TOO_LONG", field: "text", value: "1000" }],
  ["a link", { text: "Voyez www.exemple.fr" }, { code: "CARRIES_CONTACT", field: "text", value: null }],
  ["a telephone", { text: "06 12 34 56 78" }, { code: "CARRIES_CONTACT", field: "text", value: null }],
  ["no synthesis", { synthesisId: randomUUID() }, { code: "GONE", field: "synthesisId", value: null }],
  ["what is no id", { synthesisId: "x" }, { code: "GONE", field: "synthesisId", value: null }],
])("%s is refused by field", async (_, more, problem) => {
  expect((await attach(await somebody(), more)).problems).toEqual([problem]);
});

test("nobody opposes a draft, and nobody does without an account", async () => {
  await api.database.query("update synthesis set state = 'DRAFT' where slug = 'point-d-etape-3'");
  const [{ id }] = await api.database.query("select id from synthesis where slug = 'point-d-etape-3'");
  expect((await attach(await somebody(), { synthesisId: id })).problems).toMatchObject([{ code: "GONE" }]);
  const [held] = await api.database.query("select id from minority_position where synthesis_id = $1", [id]);
  expect((await sign(await somebody(), held.id)).problems).toMatchObject([{ code: "GONE" }]);
  await api.database.query("update synthesis set state = 'PUBLISHED' where slug = 'point-d-etape-3'");
  expect((await attach(undefined)).code).toBe("UNAUTHENTICATED");
  expect((await sign(undefined, held.id)).code).toBe("UNAUTHENTICATED");
});

test("many positions cost as many statements as few", async () => {
  const ask = (slugs: string[]) => () =>
    api.ask(
      `{ ${slugs.map((slug, at) => `s${at}: synthesis(slug: "${slug}") { minorityPositions { ${fields} } }`).join(" ")} }`,
      {},
      people[0],
    );
  const few = await statementsOf(ask(["point-d-etape-1"]));
  const many = await statementsOf(ask(["point-d-etape-2"]));
  expect((await see(people[0])).length).toBeGreaterThan(4);
  expect(many.length).toBeLessThanOrEqual(few.length);
});

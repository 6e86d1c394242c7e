import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { codes, organised, organising } from "../../../../test/acts/organisations.ts";
import { answeringApi } from "../../../../test/acts/responses.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = answeringApi();
const { act, somebody, kinds, sheet, registered, judge, confirmed, joined, see } = organising(api);

test("whoever has an account registers an organisation, once whatever the retries, with a public page", async () => {
  await kinds();
  const founder = await somebody();
  const input = { key: randomUUID(), fields: sheet() };
  const tries = await Promise.all([1, 2, 3].map(() => act("registerOrganisation", input, organised, founder)));
  for (const one of tries) expect(one).toMatchObject({ problems: [], organisation: { state: "REGISTERED" } });
  const about = "Nous réunissons des maraîchers et des boulangers.";
  const later = await act("registerOrganisation", { ...input, fields: { ...input.fields, about } }, organised, founder);
  expect(later).toMatchObject({ problems: [], organisation: { id: tries[0].organisation.id, version: 2 } });
  const page = await see(tries[0].organisation.slug);
  // Its site is nobody's to open before somebody looked at it; who is in it is nobody's to know.
  expect(page).toMatchObject({ verified: false, website: null, members: [], administrators: [], ownRole: null });
  const { data } = await api.ask("{ organisations { name } }");
  expect(data.organisations).toContainEqual({ name: input.fields.name });
  expect(await see(tries[0].organisation.slug, founder)).toMatchObject({
    website: "https://fil.example/",
    ownRole: "ADMINISTRATOR",
    viewerCan: { keep: true, judge: false, ask: false },
  });
});

test.each([
  ["no name", { name: " " }, "REQUIRED name"],
  ["nobody else", { kind: "INDIVIDUAL" }, "UNKNOWN_CHOICE kind"],
  ["no page", { website: "mailto:x@example.org" }, "NOT_A_LINK website"],
  ["contact details in its words", { about: "Appelez le 06 12 34 56 78" }, "CARRIES_CONTACT about"],
  ["the name of a role", { name: "Modérateur" }, "RESERVED_NAME name"],
  ["an unknown territory", { territory: "atlantide" }, "UNKNOWN_TERRITORY territory"],
])("%s is refused at its field", async (_, more, problem) => {
  await kinds();
  const input = { key: randomUUID(), fields: sheet(more) };
  expect(codes(await act("registerOrganisation", input, organised, await somebody()))).toEqual([problem]);
});

test("no organisation takes the name of who organises, nor one that stands for it, however it is spelt", async () => {
  await api.rows("insert into instance (name, organiser) values ('Le Cahier de Brest', 'Association Penn ar Bed')");
  const founder = await somebody();
  const tried = async (name: string) =>
    codes(await act("registerOrganisation", { key: randomUUID(), fields: sheet({ name }) }, organised, founder));
  const taken = [
    "Association Penn ar Bed",
    "L’ASSOCIATION Penn-ar-Bed",
    "Antenne de l’Association Pеnn ar Bed, Quimper",
  ];
  for (const name of [...taken, "Cahier de Brest, le service"])
    expect([name, await tried(name)]).toEqual([name, ["RESERVED_NAME name"]]);
  const it = await registered({ name: `Penn ar Roc ${uniqueWord()}` });
  const edit = { id: it.id, version: it.version, fields: sheet({ name: taken[2] }) };
  expect(codes(await act("editOrganisation", edit, organised, it.founder))).toEqual(["RESERVED_NAME name"]);
  await api.rows("delete from instance");
});

test("the same name twice in a territory is refused, however it is spelt; a homonym of elsewhere is another", async () => {
  const { name } = await registered();
  const again = async (more: object) =>
    codes(await act("registerOrganisation", { key: randomUUID(), fields: sheet(more) }, organised, await somebody()));
  expect(await again({ name: name.toUpperCase() })).toEqual(["NAME_TAKEN name"]);
  expect(await again({ name, territory: "finistere" })).toEqual([]);
  expect(await again({ name, territory: null })).toEqual([]);
});

test("a person of the team confirms it, never their own; the name of an institution is unverified until then", async () => {
  const moderator = await somebody("MODERATOR");
  const own = await registered({}, moderator);
  expect(codes(await judge(own.id, own.version, { confirm: true }, moderator))).toEqual(["OWN_ORGANISATION id"]);
  const it = await registered({ name: `Mairie de ${uniqueWord()}` });
  expect(await see(it.slug)).toMatchObject({ nameIsUnverified: true, verified: false });
  const waiting = async (viewer: Viewer) =>
    (await api.ask("{ organisationsToConfirm { id } }", {}, viewer)).data.organisationsToConfirm;
  expect(await waiting(moderator)).toContainEqual({ id: it.id });
  expect(await waiting(it.founder)).toEqual([]);
  // One person alone would speak for everybody.
  expect(codes(await judge(it.id, it.version, { confirm: true }, moderator))).toEqual(["TWO_IN_CHARGE id"]);
  await joined(it, "ADMINISTRATOR");
  for (const _ of [1, 2]) expect(codes(await judge(it.id, it.version, { confirm: true }, moderator))).toEqual([]);
  expect(await see(it.slug)).toMatchObject({
    nameIsUnverified: false,
    verified: true,
    website: "https://fil.example/",
  });
});

test("a refusal says why to its members and the team alone; the sheet is mended and waits anew", async () => {
  const it = await registered();
  expect(codes(await judge(it.id, it.version, { confirm: false }))).toEqual(["REQUIRED reason"]);
  expect(codes(await judge(it.id, it.version, { confirm: false, reason: "Qui êtes-vous ?" }))).toEqual([]);
  expect(await see(it.slug)).toBeNull();
  const refused = await see(it.slug, it.founder);
  expect(refused).toMatchObject({ state: "REFUSED", refusedBecause: "Qui êtes-vous ?" });
  const edit = {
    id: it.id,
    version: refused.version,
    fields: sheet({ name: it.name, about: "Une Scic de 40 fermes." }),
  };
  expect(codes(await act("editOrganisation", { ...edit, version: 1 }, organised, it.founder))).toEqual([
    "STALE version",
  ]);
  expect(await act("editOrganisation", edit, organised, it.founder)).toMatchObject({
    organisation: { state: "REGISTERED" },
  });
  expect(await see(it.slug)).toMatchObject({
    state: "REGISTERED",
    about: "Une Scic de 40 fermes.",
    refusedBecause: null,
  });
});

test("under another name a confirmed organisation waits to be confirmed anew; other words leave it confirmed", async () => {
  const it = await confirmed();
  const edit = (more: object, version: number) =>
    act("editOrganisation", { id: it.id, version, fields: sheet({ name: it.name, ...more }) }, organised, it.founder);
  expect((await edit({ about: "D’autres mots." }, 2)).organisation.state).toBe("CONFIRMED");
  expect((await edit({ name: `Autre ${uniqueWord()}` }, 3)).organisation.state).toBe("REGISTERED");
});

test("members ask and are accepted, or come by a link that opens once; the last but one of its administrators names another before leaving", async () => {
  const it = await confirmed();
  const [asking, invited] = [await somebody(), await somebody()];
  expect(codes(await act("askToJoinOrganisation", { id: it.id }, "", asking))).toEqual([]);
  expect((await see(it.slug, asking)).ownRole).toBe("ASKED");
  const waits = (await see(it.slug, it.founder)).members.at(-1);
  expect(waits).toMatchObject({ role: "ASKED" });
  // Nobody answers what they asked themselves.
  const asked = await api.ask(
    `mutation ($input: ChangeOrganisationMemberInput!) { changeOrganisationMember(input: $input) { problems { code } } }`,
    { input: { id: waits.id, role: "MEMBER" } },
    asking,
  );
  expect(asked.errors?.[0]?.extensions.code).toBe("NOT_FOUND");
  expect(codes(await act("changeOrganisationMember", { id: waits.id, role: "MEMBER" }, "", it.founder))).toEqual([]);
  expect((await see(it.slug, asking)).members).toHaveLength(3);

  const link = { id: it.id, key: randomUUID(), role: "ADMINISTRATOR" };
  const made = () => act("inviteToOrganisation", link, "token", it.founder);
  const told = () => api.rows("select 1 from journal_entry where event = 'organisation.invited'");
  const { token } = await made();
  const once = await told();
  // Sent again it is the same link, and each act below is done once.
  expect([(await made()).token, await told()]).toEqual([token, once]);
  const leave = (viewer: Viewer) => act("leaveOrganisation", { id: it.id }, "", viewer);
  expect(codes(await leave(it.founder))).toEqual(["TWO_IN_CHARGE id"]);
  const letter = `query ($token: String!) { organisationInvitation(token: $token) { role organisation { slug } } }`;
  expect((await api.ask(letter, { token })).data.organisationInvitation).toEqual({
    role: "ADMINISTRATOR",
    organisation: { slug: it.slug },
  });
  for (let n = 0; n < 2; n++) expect(codes(await act("joinOrganisation", { token }, "", invited))).toEqual([]);
  expect(codes(await act("joinOrganisation", { token }, "", await somebody()))).toEqual(["GONE token"]);
  expect((await see(it.slug, it.founder)).invitations).toEqual([]);
  expect(codes(await leave(it.founder))).toEqual([]);
  expect(await see(it.slug, it.founder)).toMatchObject({ ownRole: null, members: [] });
  expect(await api.rows("select 1 from organisation_member where person_id = $1", [it.founder.id])).toEqual([]);
});

test("a member who is removed is removed once, and is told that it is not there", async () => {
  const it = await registered();
  const member = await joined(it);
  const [, { id }] = (await see(it.slug, it.founder)).members;
  await sentTwice(api.database, () => act("changeOrganisationMember", { id, role: null }, "", it.founder));
  expect((await see(it.slug, member)).ownRole).toBeNull();
});

test("an administrator who is removed, or made a member, comes back by no link that they made", async () => {
  const it = await confirmed();
  for (const role of [null, "MEMBER"]) {
    const third = await joined(it, "ADMINISTRATOR");
    const link = { id: it.id, key: randomUUID(), role: "ADMINISTRATOR" };
    const { token } = await act("inviteToOrganisation", link, "token", third);
    const { members } = await see(it.slug, third);
    const { id } = members.find(({ isViewer }: { isViewer: boolean }) => isViewer);
    expect(codes(await act("changeOrganisationMember", { id, role }, "", it.founder))).toEqual([]);
    expect(codes(await act("joinOrganisation", { token }, "", third))).toEqual(["GONE token"]);
  }
});

test("one that is not confirmed keeps an administrator; nobody is held by one that is closed", async () => {
  const it = await registered();
  const leave = () => act("leaveOrganisation", { id: it.id }, "", it.founder);
  expect(codes(await leave())).toEqual(["ALONE_IN_CHARGE id"]);
  expect(codes(await act("closeOrganisation", { id: it.id }, "", it.founder))).toEqual([]);
  expect(codes(await leave())).toEqual([]);
});

test("a link that was taken back opens nothing", async () => {
  const it = await registered();
  const input = { id: it.id, key: randomUUID(), role: "MEMBER" };
  const { token } = await act("inviteToOrganisation", input, "token", it.founder);
  const [{ id }] = (await see(it.slug, it.founder)).invitations;
  for (let n = 0; n < 2; n++)
    expect(codes(await act("withdrawOrganisationInvitation", { id }, "", it.founder))).toEqual([]);
  expect(codes(await act("joinOrganisation", { token }, "", await somebody()))).toEqual(["GONE token"]);
});

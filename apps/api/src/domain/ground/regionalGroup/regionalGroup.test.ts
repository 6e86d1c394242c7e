import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { somebodyWaits } from "../../../../test/site/somebodyWaits.ts";
import { personWith } from "../../../../test/site/people.ts";
import type { Role } from "../../../graphql/resolvers.generated.ts";
import { type Viewer, visitor } from "../../../platform/viewer.ts";
import { holderNow } from "../role/role.queries.ts";
import { trying } from "../../../../test/acts/acting.ts";

const api = testApi();
let small: Small;
beforeAll(async () => {
  small = await smallInstance(api.database);
});

const somebody = async (roles: Role[] = [], scope: string | null = null): Promise<Viewer> => {
  const id = await personWith(api.database, roles, scope);
  await api.database.query("update person set email_verified = true where id = $1", [id]);
  return holderNow(api.database.manager, id);
};

const attempt = trying(api);
async function act(name: string, input: object, viewer: Viewer, fields = "") {
  const { payload, code } = await attempt(name, input, fields, viewer);
  return { ...payload, error: code };
}
const codes = ({ problems }: { problems: { code: string; field: string | null }[] }) =>
  problems.map(({ code, field }) => `${code} ${field}`);

const read = async (slug: string, viewer: Viewer = visitor) => {
  const fields = `hasReferent referents { displayName } ownCandidacy { id state why answer } viewerCan { openGroup volunteer }
    regionalGroups { id name status members joined held territory { slug } }`;
  const { data, errors } = await api.ask(
    `query ($slug: String!) { territory(slug: $slug) { ${fields} } }`,
    { slug },
    viewer,
  );
  expect(errors).toBeUndefined();
  return data.territory;
};
const open = (territory: string, viewer: Viewer, name = `Groupe ${territory}`) =>
  act("openRegionalGroup", { territory, name }, viewer, "regionalGroup { id name }");
const offer = (territory: string, viewer: Viewer, more: object = {}) =>
  act(
    "volunteer",
    { key: randomUUID(), territory, why: "Je réunis déjà dix personnes.", ...more },
    viewer,
    "candidacy { id state }",
  );

test("those who run the site or a group open the group of a territory, once, name it anew, close it and open it again", async () => {
  const facilitator = await somebody(["FACILITATOR"], small.group.id);
  expect(codes(await open("bretagne", facilitator))).toEqual([]);
  expect(codes(await open("bretagne", facilitator, "Groupe de Bretagne"))).toEqual([]);
  const [group] = (await read("bretagne")).regionalGroups;
  expect((await read("bretagne")).regionalGroups).toMatchObject([
    { name: "Groupe de Bretagne", territory: { slug: "bretagne" } },
  ]);
  expect((await read("finistere")).regionalGroups).toMatchObject([{ id: group.id }]);
  expect((await read("paris")).regionalGroups).toEqual([]);
  const listed = async () => (await api.ask("{ regionalGroups { territory { slug } } }")).data.regionalGroups;
  expect(await listed()).toEqual([{ territory: { slug: "bretagne" } }]);
  await act("closeRegionalGroup", { id: group.id }, facilitator);
  expect((await read("bretagne")).regionalGroups).toEqual([]);
  expect(await listed()).toEqual([]);
  expect(codes(await act("joinRegionalGroup", { id: group.id }, await somebody()))).toEqual(["NOT_NOW id"]);
  expect((await open("bretagne", facilitator)).regionalGroup.id).toBe(group.id);
  expect(codes(await open("nulle-part", facilitator))).toEqual(["UNKNOWN_TERRITORY territory"]);
  expect(codes(await open("bretagne", facilitator, " "))).toEqual(["REQUIRED name"]);
  for (const viewer of [visitor, await somebody(), await somebody(["RAPPORTEUR"], small.group.id)])
    expect((await open("paris", viewer)).error).toMatch(/FORBIDDEN|UNAUTHENTICATED/);
});

test("of two people who offer themselves at once under one key, the second is told so, and reads nothing of the first", async () => {
  const key = randomUUID();
  const [first, second] = [await somebody(), await somebody()];
  const offering = api.database.createQueryRunner();
  await offering.startTransaction();
  await offering.query(
    `insert into candidacy (key, person_id, territory_id, why, offered_on)
     select $1, $2, id, 'Le premier.', now() from territory where slug = 'paris'`,
    [key, first.id],
  );
  const later = offer("paris", second, { key });
  await somebodyWaits(api.database);
  await offering.commitTransaction();
  await offering.release();
  expect(codes(await later)).toEqual(["CONFLICT key"]);
  await api.database.query("delete from candidacy where key = $1", [key]);
});

test("groups that carry the labels of 2012 are found from the region of today and from its departments", async () => {
  const administrator = await somebody(["ADMINISTRATOR"]);
  await open("bretagne-2012", administrator, "Groupe régional Bretagne");
  for (const slug of ["finistere", "bretagne", "bretagne-2012"])
    expect((await read(slug)).regionalGroups).toContainEqual(
      expect.objectContaining({ name: "Groupe régional Bretagne", territory: { slug: "bretagne-2012" } }),
    );
});

test("members are counted by steps of five, and nobody under five", async () => {
  const administrator = await somebody(["ADMINISTRATOR"]);
  const { id } = (await open("ile-de-france", administrator)).regionalGroup;
  const members = async () => (await read("ile-de-france")).regionalGroups[0].members;
  const first = await somebody();
  expect(codes(await act("joinRegionalGroup", { id }, first))).toEqual([]);
  expect(codes(await act("joinRegionalGroup", { id }, first))).toEqual([]);
  expect((await read("ile-de-france", first)).regionalGroups[0]).toMatchObject({ joined: true, members: null });
  expect((await read("ile-de-france")).regionalGroups[0].joined).toBe(false);
  expect((await api.ask("{ viewer { ownRegion { slug } } }", {}, first)).data.viewer.ownRegion.slug).toBe(
    "ile-de-france",
  );
  for (let n = 0; n < 3; n++) await act("joinRegionalGroup", { id }, await somebody());
  expect(await members()).toBeNull();
  for (let n = 0; n < 3; n++) await act("joinRegionalGroup", { id }, await somebody());
  expect(await members()).toBe(5);
  await act("leaveRegionalGroup", { id }, first);
  expect(await members()).toBe(5);
  expect((await act("joinRegionalGroup", { id }, visitor)).error).toBeDefined();
});

test("somebody volunteers with a line of why, is accepted, and their territory has a referent as long as they are", async () => {
  const candidate = await somebody();
  const facilitator = await somebody(["FACILITATOR"], small.group.id);
  expect((await read("morbihan")).hasReferent).toBe(false);
  expect(codes(await offer("morbihan", candidate, { why: "  " }))).toEqual(["REQUIRED why"]);
  expect(codes(await offer("bretagne-2012", candidate))).toEqual(["UNKNOWN_TERRITORY territory"]);
  const { candidacy } = await offer("morbihan", candidate);
  expect(codes(await offer("morbihan", candidate))).toEqual(["ALREADY_OFFERED why"]);
  expect((await read("morbihan")).ownCandidacy).toBeNull();
  expect((await read("morbihan", candidate)).ownCandidacy).toMatchObject({ id: candidacy.id, state: "WAITING" });
  const waiting = "{ roleDesk { candidacies { id why displayName territory { slug } } } }";
  expect((await api.ask(waiting, {}, facilitator)).data.roleDesk.candidacies).toMatchObject([
    { id: candidacy.id, why: "Je réunis déjà dix personnes.", territory: { slug: "morbihan" } },
  ]);
  const judge = (input: object, viewer = facilitator) =>
    act("judgeCandidacy", { id: candidacy.id, accept: true, ...input }, viewer);
  expect(codes(await judge({ answer: "", group: small.group.slug }))).toEqual(["REQUIRED answer"]);
  expect(codes(await judge({ answer: "Bienvenue." }))).toEqual(["REQUIRED group"]);
  expect((await judge({ answer: "Bienvenue." }, candidate)).error).toBe("FORBIDDEN");
  expect(codes(await judge({ answer: "Bienvenue.", group: small.group.slug }))).toEqual([]);
  expect(codes(await judge({ answer: "Bienvenue.", group: small.group.slug }))).toEqual([]);
  expect(codes(await judge({ answer: "Non.", accept: false }))).toEqual(["NOT_NOW id"]);
  expect(await read("morbihan")).toMatchObject({
    hasReferent: true,
    referents: [{ displayName: "Une personne fictive" }],
  });
  expect((await read("finistere")).hasReferent).toBe(false);
  // The referent there is asked no more, and is still asked elsewhere.
  const asked = async (slug: string, viewer: Viewer) => (await read(slug, viewer)).viewerCan.volunteer;
  const referent = await holderNow(api.database.manager, candidate.id!);
  expect(await Promise.all([asked("morbihan", candidate), asked("finistere", referent)])).toEqual([true, true]);
  expect(await asked("morbihan", referent)).toBe(false);
  // They hold its group: they are not asked to join it, whatever they may do elsewhere.
  await open("morbihan", facilitator);
  const held = async (slug: string, viewer: Viewer) =>
    (await read(slug, viewer)).regionalGroups.map(({ held: one }: { held: boolean }) => one);
  expect(await held("morbihan", referent)).toContain(true);
  for (const viewer of [visitor, facilitator]) expect(await held("morbihan", viewer)).not.toContain(true);
  expect(await held("bretagne", referent)).not.toContain(true);
  const mails = await api.database.query("select text from outgoing_mail where key = $1", [
    `candidacy ${candidacy.id}`,
  ]);
  expect(mails).toEqual([{ text: expect.stringContaining("Bienvenue.") }]);
  await api.database.query("update role_grant set ended_at = now() where role = 'REFERENT'");
  expect((await read("morbihan")).hasReferent).toBe(false);
});

test("a candidacy is declined with a sentence that its author reads, or taken back while it waits", async () => {
  const administrator = await somebody(["ADMINISTRATOR"]);
  const candidate = await somebody();
  const { candidacy } = await offer("bretagne", candidate);
  await act(
    "judgeCandidacy",
    { id: candidacy.id, accept: false, answer: "Quelqu’un commence ce mois-ci." },
    administrator,
  );
  expect((await read("bretagne", candidate)).ownCandidacy).toMatchObject({
    state: "DECLINED",
    answer: "Quelqu’un commence ce mois-ci.",
  });
  expect(codes(await act("withdrawCandidacy", { id: candidacy.id }, candidate))).toEqual(["NOT_NOW id"]);
  const again = (await offer("bretagne", candidate)).candidacy;
  expect((await act("withdrawCandidacy", { id: again.id }, administrator)).error).toBe("NOT_FOUND");
  expect(codes(await act("withdrawCandidacy", { id: again.id }, candidate))).toEqual([]);
  const left = await api.database.query("select why from candidacy where id = $1", [again.id]);
  expect(left).toEqual([{ why: "" }]);
  expect((await act("judgeCandidacy", { id: again.id, accept: true, answer: "Oui." }, administrator)).error).toBe(
    "NOT_FOUND",
  );
});

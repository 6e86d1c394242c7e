import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { erases } from "../../../app.ts";
import { acting } from "../../../../test/acts/acting.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf, personWith } from "../../../../test/site/people.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";

const api = seededApi();
const acts = acting(api, "code field");
const fields = "id signatures isAttached viewerSpeaks territory { slug }";
const proposalSlug = "proposition-5";
let referent: Viewer;
let other: Viewer;
let proposalId: string;
let territory: string;
beforeAll(async () => {
  referent = await holderOf(api.database, "REFERENT");
  other = await holderOf(api.database, "RAPPORTEUR");
  const asked = `{ proposal(slug: "${proposalSlug}") { id minorityRegions { slug } } }`;
  const { proposal } = (await api.ask(asked, {}, referent)).data;
  proposalId = proposal.id;
  territory = proposal.minorityRegions[0].slug;
});

const attached = async (kind: string) => {
  const input = { key: randomUUID(), proposalId, text: "Notre région fait autrement.", kind, territory };
  return (await acts("attachMinorityPosition", input, `minorityPosition { ${fields} }`, referent)).minorityPosition;
};
const sign = (viewer: Viewer, id: string, more: object = {}) =>
  acts("signMinorityPosition", { id, sign: true, ...more }, `minorityPosition { ${fields} }`, viewer);
const takeBack = (viewer: Viewer, id: string) => sign(viewer, id, { sign: false, territory });
const seen = async (id: string, viewer?: Viewer) => {
  const asked = `{ proposal(slug: "${proposalSlug}") { minorityPositions { ${fields} } } }`;
  const { minorityPositions } = (await api.ask(asked, {}, viewer)).data.proposal;
  return minorityPositions.find((it: { id: string }) => it.id === id);
};

test("a region takes its position back by its referent, and by nobody else", async () => {
  const { id } = await attached("RESERVE");
  expect(await seen(id, referent)).toMatchObject({ viewerSpeaks: true, territory: { slug: territory } });
  expect(await seen(id, other)).toMatchObject({ viewerSpeaks: false });
  const refused = [{ code: "NOT_YOUR_TERRITORY", field: "territory" }];
  expect((await takeBack(other, id)).problems).toMatchObject(refused);
  expect((await sign(referent, id, { territory })).problems).toMatchObject(refused);
  expect(await seen(id)).toBeDefined();

  // A signature on a reserve is on what is the region's alone.
  await sign(other, id);
  for (let n = 0; n < 2; n++)
    expect(await takeBack(referent, id)).toMatchObject({ problems: [], minorityPosition: null });
  expect(await seen(id, other)).toBeUndefined();
  const written = "select 1 from journal_entry where subject_id = $1 and event = 'minorityPosition.takenBack'";
  expect(await api.database.query(written, [id])).toHaveLength(1);
});

test("a position that was taken back leaves a database that was restored from before, once, with who signed it", async () => {
  const { id } = await attached("RESERVE");
  await sign(other, id);
  const again = () =>
    api.database.transaction((db) =>
      erases["minorityPosition.takenBack"]!({ db, now: new Date() }, id, { proposalId, territoryId: null }),
    );
  expect([await again(), await again()]).toEqual([true, false]);
  expect(await seen(id, other)).toBeUndefined();
});

test("those who signed a minority position beside the referent keep it as theirs, and it waits for two more", async () => {
  const { id } = await attached("MINORITY");
  await sign(other, id);
  const left = { signatures: 1, isAttached: false, territory: null };
  expect((await takeBack(referent, id)).minorityPosition).toMatchObject(left);
  expect(await seen(id)).toBeUndefined();
  expect(await seen(id, other)).toMatchObject(left);
  // Sent again, it is done.
  expect((await takeBack(referent, id)).minorityPosition).toMatchObject(left);
  // Files that name the region are made again.
  const written = "select 1 from journal_entry where subject_id = $1 and event = 'minorityPosition.regionLeft'";
  expect(await api.database.query(written, [id])).toHaveLength(1);
});

test("what one referent opened for the region, another one takes back whole", async () => {
  const { id } = await attached("MINORITY");
  const [{ territoryId }] = await api.database.query<[{ territoryId: string }]>(
    'select territory_id as "territoryId" from minority_position where id = $1',
    [id],
  );
  const roles = [{ role: "REFERENT" as const, groupId: null, territoryId }];
  const successor = viewerOf({ id: await personWith(api.database, []), displayName: "Nadia", language: "fr" }, roles);
  expect(await takeBack(successor, id)).toMatchObject({ problems: [], minorityPosition: null });
  expect(await seen(id, other)).toBeUndefined();
});

test("what a moderator hid is not read by a referent who did not sign it", async () => {
  const { id } = await attached("MINORITY");
  await sign(other, id);
  await takeBack(referent, id);
  expect((await takeBack(referent, id)).minorityPosition).toMatchObject({ id });
  await api.database.query("update minority_position set status = 'HIDDEN' where id = $1", [id]);
  expect(await takeBack(referent, id)).toMatchObject({ problems: [], minorityPosition: null });
});

test("what went with the account of a referent is no longer in the way of the next one", async () => {
  const [{ id: territoryId }] = await api.database.query<[{ id: string }]>("select id from territory where slug = $1", [
    territory,
  ]);
  const referentHere = async (displayName: string) => {
    const id = await personWith(api.database, []);
    await api.database.query("update person set display_name = $2 where id = $1", [id, displayName]);
    return viewerOf({ id, displayName, language: "fr" }, [{ role: "REFERENT" as const, groupId: null, territoryId }]);
  };
  const [former, next] = await Promise.all(["Ancienne", "Suivante"].map(referentHere));
  const input = (text: string) => ({ key: randomUUID(), proposalId, text, kind: "LOCAL_VARIANT", territory });
  const opened = async (text: string, viewer: Viewer) =>
    acts("attachMinorityPosition", input(text), `minorityPosition { ${fields} signedBy }`, viewer);
  const { id } = (await opened("Chez nous, par les halles.", former!)).minorityPosition;
  await sign(other, id);
  expect((await opened("Chez nous, par bateau.", next!)).problems).toMatchObject([{ code: "ALREADY_OPENED" }]);

  // An account that leaves its texts has no name left among those who signed, and still counts.
  const asked = `{ proposal(slug: "${proposalSlug}") { minorityPositions { id signatures signedBy } } }`;
  const signers = async () =>
    (await api.ask(asked)).data.proposal.minorityPositions.find((it: { id: string }) => it.id === id);
  expect((await signers()).signedBy).toHaveLength(2);
  await acts("eraseAccount", { mode: "KEEP_TEXTS" }, "", other);
  expect(await signers()).toMatchObject({ signatures: 2, signedBy: ["Ancienne"] });

  // One that somebody else signed stays theirs; one that nobody else did is counted among what goes.
  const taken = async () => (await api.ask("{ personalData { erasure { positions } } }", {}, former)).data.personalData;
  expect(await taken()).toMatchObject({ erasure: { positions: 0 } });
  await sign(other, id, { sign: false });
  expect(await taken()).toMatchObject({ erasure: { positions: 1 } });
  await acts("eraseAccount", { mode: "REMOVE_ALL" }, "", former);
  expect(await signers()).toBeUndefined();
  expect(await opened("Chez nous, par bateau.", next!)).toMatchObject({ problems: [], minorityPosition: {} });
});

test("the page of a territory tells what it holds and where it stands, and so does that of the region around it", async () => {
  const [within] = await api.database.query<[{ id: string; slug: string }]>(
    "select c.id, c.slug from territory c join territory r on r.id = c.region_id where r.slug = $1 and c.kind = 'REGION_2012' limit 1",
    [territory],
  );
  const { id } = await attached("RESERVE");
  const told = async (slug: string) => {
    const asked = `query ($slug: String!) { territory(slug: $slug) {
      minorityPositions { id kind text proposal { slug } synthesis { slug } } } }`;
    return (await api.ask(asked, { slug })).data.territory.minorityPositions as { id: string }[];
  };
  const line = { id, kind: "RESERVE", text: "Notre région fait autrement.", proposal: { slug: proposalSlug } };
  expect(await told(territory)).toContainEqual({ ...line, synthesis: null });
  expect((await told(within.slug)).map((it) => it.id)).not.toContain(id);

  await api.database.query("update minority_position set territory_id = $2 where id = $1", [id, within.id]);
  for (const slug of [territory, within.slug]) expect((await told(slug)).map((it) => it.id)).toContain(id);
  // Nothing is told that a moderator hid, or that stands beside a text that is no longer public.
  await api.database.query("update minority_position set status = 'HIDDEN' where id = $1", [id]);
  expect((await told(territory)).map((it) => it.id)).not.toContain(id);
  await api.database.query("update minority_position set status = 'VISIBLE' where id = $1", [id]);
  await api.database.query("update proposal set state = 'DRAFT' where id = $1", [proposalId]);
  expect((await told(territory)).map((it) => it.id)).not.toContain(id);
  await api.database.query("update proposal set state = 'OPEN' where id = $1", [proposalId]);
});

test("whoever becomes the referent of a region reads what it holds though it is hidden, and takes it back to open another", async () => {
  const { id } = await attached("RESERVE");
  await api.database.query("update minority_position set status = 'HIDDEN' where id = $1", [id]);
  const [{ territoryId }] = await api.database.query<[{ territoryId: string }]>(
    'select territory_id as "territoryId" from minority_position where id = $1',
    [id],
  );
  const referentOf = async (place: string) =>
    viewerOf({ id: await personWith(api.database, []), displayName: "Nadia", language: "fr" }, [
      { role: "REFERENT" as const, groupId: null, territoryId: place },
    ]);
  const [corse] = await api.database.query<[{ id: string }]>("select id from territory where slug = 'corse'");
  expect(await seen(id, await referentOf(corse.id))).toBeUndefined();
  const next = await referentOf(territoryId);
  expect(await seen(id, next)).toMatchObject({ viewerSpeaks: true, territory: { slug: territory } });
  expect(await takeBack(next, id)).toMatchObject({ problems: [], minorityPosition: null });
  const input = { key: randomUUID(), proposalId, text: "Chez nous, par bateau.", kind: "RESERVE", territory };
  expect((await acts("attachMinorityPosition", input, "", next)).problems).toEqual([]);
});

import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { acting, trying } from "../../../../test/acts/acting.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";
import { publishDue } from "./proposal.writes.ts";

const api = seededApi();
const act = acting(api, "code");
let rapporteur: Viewer;
let facilitator: Viewer;
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
  facilitator = await holderOf(api.database, "FACILITATOR");
});

async function opened() {
  const input = { key: randomUUID(), group: "circuits-courts", title: "Un titre", summary: "Ce qui est proposé." };
  return (await act("openProposal", input, "proposal { id slug }", rapporteur)).proposal;
}

/** Runs the job that publishes after thirty seconds. */
const pass = (seconds: number) => publishDue(api.database, new Date(Date.now() + seconds * 1000));

const see = async (slug: string, viewer?: Viewer) => {
  const text = "query ($slug: String!) { proposal(slug: $slug) { state viewerCan { edit publish } } }";
  return (await api.ask(text, { slug }, viewer)).data.proposal;
};

const done = (name: string, input: object, viewer = facilitator) =>
  act(name, input, "proposal { publishesAt }", viewer);

/** A draft that one person asked to make public, and another has just confirmed. */
async function decided() {
  const { id, slug } = await opened();
  await done("askToPublishProposal", { id, version: 1, asked: true }, rapporteur);
  const { proposal } = await done("publishProposal", { id, version: 1 });
  return { proposal: { ...proposal, id, slug } };
}

test("a draft is read by all once a second person published what somebody asked for", async () => {
  const proposal = await opened();
  const fields = `proposal { state version publishedAlone publicationAskedBy viewerCan { edit publish } }
    current { version }`;
  const onIt = (name: string, input: object, viewer = facilitator) =>
    act(name, { id: proposal.id, ...input }, fields, viewer);
  const second = [{ code: "SECOND_PERSON_NEEDED" }];
  expect((await onIt("publishProposal", { version: 1 })).problems).toEqual(second);
  const asked = await onIt("askToPublishProposal", { version: 1, asked: true }, rapporteur);
  expect(asked.proposal).toMatchObject({ publicationAskedBy: rapporteur.displayName, viewerCan: { publish: false } });
  expect((await onIt("publishProposal", { version: 1 }, rapporteur)).problems).toEqual(second);
  // The second person reads the draft that they are asked to publish.
  expect(await see(proposal.slug, facilitator)).toMatchObject({ state: "DRAFT", viewerCan: { publish: true } });
  expect((await onIt("askToPublishProposal", { version: 1, asked: false }, rapporteur)).problems).toEqual([]);
  await onIt("askToPublishProposal", { version: 1, asked: true }, rapporteur);
  expect(await onIt("publishProposal", { version: 9 })).toMatchObject({
    problems: [{ code: "STALE" }],
    current: { version: 1 },
  });
  const waits = { problems: [], proposal: { state: "DRAFT", version: 1 } };
  for (const _ of [1, 2]) expect(await onIt("publishProposal", { version: 1 })).toMatchObject(waits);
  await pass(40);
  const published = { problems: [], proposal: { state: "OPEN", version: 2, publishedAlone: false } };
  expect(await onIt("publishProposal", { version: 1 })).toMatchObject(published);
  expect(await see(proposal.slug)).toMatchObject({ state: "OPEN", viewerCan: { edit: false, publish: false } });
});

test("a request is for the words as they stood: once one changes, nobody publishes before it is asked again", async () => {
  const proposal = await opened();
  const onIt = (name: string, input: object, viewer = rapporteur) =>
    act(name, { id: proposal.id, ...input }, "proposal { version changedSinceAsked }", viewer);
  const ask = (version: number) => onIt("askToPublishProposal", { version, asked: true });
  expect(await ask(1)).toEqual({ problems: [], proposal: { version: 1, changedSinceAsked: false } });
  const reworded = { version: 1, title: "Un autre titre", summary: "Autre chose.", why: { reason: "Plus clair." } };
  expect((await onIt("editProposal", reworded)).proposal).toEqual({ version: 2, changedSinceAsked: true });
  const publish = async () => (await onIt("publishProposal", { version: 2 }, facilitator)).problems;
  expect(await publish()).toEqual([{ code: "CHANGED_SINCE_ASKED" }]);
  expect(await ask(2)).toMatchObject({ problems: [], proposal: { changedSinceAsked: false } });
  expect(await publish()).toEqual([]);
});

test("until thirty seconds are past a publication is undone, and leaves nothing: no state, no version, no line told", async () => {
  const { proposal } = await decided();
  const { id, slug } = proposal;
  const traces = async () => {
    const [found] = await api.database.query<object[]>(
      `select (select count(*)::int from journal_entry where subject_id = $1 and event = 'proposal.published') as told,
         (select count(*)::int from proposal_version where proposal_id = $1) as versions, state from proposal where id = $1`,
      [id],
    );
    return found;
  };
  const nothing = { told: 0, versions: 0, state: "DRAFT" };
  expect(proposal.publishesAt).not.toBeNull();
  await pass(20);
  expect(await traces()).toEqual(nothing);
  expect(await see(slug)).toBeNull();

  // The person who asked for it takes it back as well as the one who confirmed it.
  const undone = { problems: [], proposal: { publishesAt: null } };
  expect(await done("undoPublishProposal", { id }, rapporteur)).toEqual(undone);
  expect(await done("undoPublishProposal", { id })).toEqual(undone);
  await pass(60);
  expect(await traces()).toEqual(nothing);

  expect((await done("publishProposal", { id, version: 1 })).proposal.publishesAt).not.toBeNull();
  await Promise.all([pass(60), pass(60)]);
  expect(await traces()).toEqual({ told: 1, versions: 1, state: "OPEN" });
  const [{ by }] = await api.database.query<[{ by: string }]>(
    "select actor_id as by from journal_entry where subject_id = $1 and event = 'proposal.published'",
    [id],
  );
  expect(by).toBe(facilitator.id);
  expect((await done("undoPublishProposal", { id })).problems).toEqual([{ code: "NOT_NOW" }]);
  expect(await see(slug)).toMatchObject({ state: "OPEN" });
});

test("words that changed within the thirty seconds are not published: they are asked for again", async () => {
  const { proposal } = await decided();
  const { id, slug } = proposal;
  await done("editProposal", { id, version: 1, title: "Un autre titre", summary: "Autre chose." }, rapporteur);
  await pass(60);
  expect(await see(slug, rapporteur)).toMatchObject({ state: "DRAFT" });
  expect((await done("publishProposal", { id, version: 2 })).problems).toEqual([{ code: "CHANGED_SINCE_ASKED" }]);
});

test("a request that is taken back takes the publication with it; who decides nothing undoes nothing", async () => {
  const { proposal } = await decided();
  const { id, slug } = proposal;
  const moderator = await holderOf(api.database, "MODERATOR");
  expect((await trying(api)("undoPublishProposal", { id }, "", moderator)).code).toBe("FORBIDDEN");
  await done("askToPublishProposal", { id, version: 1, asked: false }, rapporteur);
  await pass(60);
  expect(await see(slug, rapporteur)).toMatchObject({ state: "DRAFT" });
});

test("what is saved ten times in a day as one types is one act of the history, and every save stays in the journal", async () => {
  const { id, slug } = await opened();
  for (let version = 1; version <= 10; version++)
    await done("editProposal", { id, version, title: `Titre ${version}`, summary: "Autre chose." }, rapporteur);
  const text = "query ($slug: String!) { proposal(slug: $slug) { history { event } } }";
  const { history } = (await api.ask(text, { slug }, rapporteur)).data.proposal;
  expect(history).toEqual([{ event: "proposal.edited" }, { event: "proposal.opened" }]);
  const [{ saves }] = await api.database.query<[{ saves: number }]>(
    "select count(*)::int as saves from journal_entry where subject_id = $1 and event = 'proposal.edited'",
    [id],
  );
  expect(saves).toBe(10);
});

test("whoever has no name is asked for one with the request, which nobody would see without it", async () => {
  const proposal = await opened();
  const [{ id }] = await api.database.query<[{ id: string }]>(
    "insert into person (email, display_name) values ('sans-nom@exemple.invalid', '') returning id",
  );
  const nameless = viewerOf({ id, displayName: "", language: "fr" }, [
    { role: "RAPPORTEUR", groupId: null, territoryId: null },
  ]);
  const ask = (name: string | null) =>
    acting(api)(
      "askToPublishProposal",
      { id: proposal.id, version: 1, asked: true, name },
      "proposal { publicationAskedBy }",
      nameless,
    );
  expect((await ask(null)).problems).toEqual([{ code: "REQUIRED", field: "name" }]);
  expect((await ask("Rapporteuse")).problems).toEqual([{ code: "RESERVED_NAME", field: "name" }]);
  expect(await ask("Zoé Lam")).toEqual({ problems: [], proposal: { publicationAskedBy: "Zoé Lam" } });
});

test("a small team publishes without a second person, and it is told; its group says so to all", async () => {
  const choose = (smallTeam: boolean) =>
    act("chooseSmallTeam", { group: "circuits-courts", smallTeam }, "", facilitator);
  await choose(true);
  const told = await api.ask(`{ group(slug: "circuits-courts") { smallTeam viewerCan { run } } }`);
  expect(told.data.group).toEqual({ smallTeam: true, viewerCan: { run: false } });
  const proposal = await opened();
  const { proposal: waits } = await done("publishProposal", { id: proposal.id, version: 1 }, rapporteur);
  expect(waits.publishesAt).not.toBeNull();
  await pass(60);
  const text = "query ($slug: String!) { proposal(slug: $slug) { state publishedAlone } }";
  const { proposal: published } = (await api.ask(text, { slug: proposal.slug })).data;
  expect(published).toEqual({ state: "OPEN", publishedAlone: true });
  await choose(false);
});

test("a draft that cannot be made public now holds back no other one, and is tried again", async () => {
  const { proposal: first } = await decided();
  const { proposal: second } = await decided();
  await api.database
    .query(`create function refuse() returns trigger language plpgsql as $$ begin raise 'not now'; end $$;
    create trigger refuse before update on proposal for each row when (new.id = '${first.id}') execute function refuse()`);
  await expect(pass(31)).rejects.toThrow("not now");
  expect(await see(second.slug)).toMatchObject({ state: "OPEN" });
  expect(await see(first.slug)).toBeNull();
  await api.database.query("drop trigger refuse on proposal; drop function refuse()");
  await pass(31);
  expect(await see(first.slug)).toMatchObject({ state: "OPEN" });
});

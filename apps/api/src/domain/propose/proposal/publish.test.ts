import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../../../../test/demo.ts";
import { holderOf } from "../../../../test/people.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";

const api = seededApi();
let rapporteur: Viewer;
let facilitator: Viewer;
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
  facilitator = await holderOf(api.database, "FACILITATOR");
});

async function opened() {
  const input = { key: randomUUID(), group: "circuits-courts", title: "Un titre", summary: "Ce qui est proposé." };
  const text = "mutation ($input: OpenProposalInput!) { openProposal(input: $input) { proposal { id slug } } }";
  return (await api.ask(text, { input }, rapporteur)).data.openProposal.proposal;
}

const see = async (slug: string, viewer?: Viewer) => {
  const text = "query ($slug: String!) { proposal(slug: $slug) { state viewerCan { edit publish } } }";
  return (await api.ask(text, { slug }, viewer)).data.proposal;
};

test("a draft is read by all once a second person published what somebody asked for", async () => {
  const proposal = await opened();
  const act = async (name: string, input: object, viewer = facilitator) =>
    (
      await api.ask(
        `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) {
         problems { code } proposal { state version publishedAlone publicationAskedBy viewerCan { edit publish } }
         current { version } } }`,
        { input: { id: proposal.id, ...input } },
        viewer,
      )
    ).data[name];
  const second = [{ code: "SECOND_PERSON_NEEDED" }];
  expect((await act("publishProposal", { version: 1 })).problems).toEqual(second);
  const asked = await act("askToPublishProposal", { version: 1, asked: true }, rapporteur);
  expect(asked.proposal).toMatchObject({ publicationAskedBy: rapporteur.displayName, viewerCan: { publish: false } });
  expect((await act("publishProposal", { version: 1 }, rapporteur)).problems).toEqual(second);
  // The second person reads the draft that they are asked to publish.
  expect(await see(proposal.slug, facilitator)).toMatchObject({ state: "DRAFT", viewerCan: { publish: true } });
  expect((await act("askToPublishProposal", { version: 1, asked: false }, rapporteur)).problems).toEqual([]);
  await act("askToPublishProposal", { version: 1, asked: true }, rapporteur);
  expect(await act("publishProposal", { version: 9 })).toMatchObject({
    problems: [{ code: "STALE" }],
    current: { version: 1 },
  });
  const done = { problems: [], proposal: { state: "OPEN", version: 2, publishedAlone: false } };
  for (const _ of [1, 2]) expect(await act("publishProposal", { version: 1 })).toMatchObject(done);
  expect(await see(proposal.slug)).toMatchObject({ state: "OPEN", viewerCan: { edit: false, publish: false } });
});

test("a request is for the words as they stood: once one changes, nobody publishes before it is asked again", async () => {
  const proposal = await opened();
  const act = async (name: string, input: object, viewer = rapporteur) =>
    (
      await api.ask(
        `mutation ($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) {
         problems { code } proposal { version changedSinceAsked } } }`,
        { input: { id: proposal.id, ...input } },
        viewer,
      )
    ).data[name];
  const ask = (version: number) => act("askToPublishProposal", { version, asked: true });
  expect(await ask(1)).toEqual({ problems: [], proposal: { version: 1, changedSinceAsked: false } });
  const reworded = { version: 1, title: "Un autre titre", summary: "Autre chose.", why: { reason: "Plus clair." } };
  expect((await act("editProposal", reworded)).proposal).toEqual({ version: 2, changedSinceAsked: true });
  const publish = async () => (await act("publishProposal", { version: 2 }, facilitator)).problems;
  expect(await publish()).toEqual([{ code: "CHANGED_SINCE_ASKED" }]);
  expect(await ask(2)).toMatchObject({ problems: [], proposal: { changedSinceAsked: false } });
  expect(await publish()).toEqual([]);
});

test("whoever has no name is asked for one with the request, which nobody would see without it", async () => {
  const proposal = await opened();
  const [{ id }] = await api.database.query<[{ id: string }]>(
    "insert into person (email, display_name) values ('sans-nom@exemple.invalid', '') returning id",
  );
  const nameless = viewerOf({ id, displayName: "", language: "fr" }, [
    { role: "RAPPORTEUR", groupId: null, territoryId: null },
  ]);
  const ask = async (name: string | null) =>
    (
      await api.ask(
        `mutation ($input: AskToPublishProposalInput!) { askToPublishProposal(input: $input) {
         problems { code field } proposal { publicationAskedBy } } }`,
        { input: { id: proposal.id, version: 1, asked: true, name } },
        nameless,
      )
    ).data.askToPublishProposal;
  expect((await ask(null)).problems).toEqual([{ code: "NAME_REQUIRED", field: "name" }]);
  expect((await ask("Rapporteuse")).problems).toEqual([{ code: "RESERVED_NAME", field: "name" }]);
  expect(await ask("Zoé Lam")).toEqual({ problems: [], proposal: { publicationAskedBy: "Zoé Lam" } });
});

test("a small team publishes without a second person, and it is told; its group says so to all", async () => {
  const choose = (smallTeam: boolean) =>
    api.ask(
      `mutation ($input: ChooseSmallTeamInput!) { chooseSmallTeam(input: $input) { problems { code } } }`,
      { input: { group: "circuits-courts", smallTeam } },
      facilitator,
    );
  await choose(true);
  const told = await api.ask(`{ group(slug: "circuits-courts") { smallTeam viewerCan { run } } }`);
  expect(told.data.group).toEqual({ smallTeam: true, viewerCan: { run: false } });
  const proposal = await opened();
  const { data } = await api.ask(
    `mutation ($input: PublishProposalInput!) { publishProposal(input: $input) { proposal { state publishedAlone } } }`,
    { input: { id: proposal.id, version: 1 } },
    rapporteur,
  );
  expect(data.publishProposal.proposal).toEqual({ state: "OPEN", publishedAlone: true });
  await choose(false);
});

import { beforeEach, expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { adopting } from "../../../../test/acts/adopting.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";

const { api, people, see, act, at, consent, stabilised } =
  adopting(`id slug state version recordedAdoption { recordedBy decision { method votesFor presence { people } } } adoption { alone }
  viewerCan { decide adopt }`);

/** The demonstration as it was, for each of these rules. */
beforeEach(async () => {
  await api.database.query(`delete from adoption; delete from recorded_adoption;
    update working_group set small_team = false;
    update amendment set state = 'REFUSED' where state = 'PROPOSED';
    update proposal set state = 'OPEN' where number = 1`);
});

test("a second person adopts what somebody recorded, as it was read; it is corrected and taken back until then", async () => {
  await stabilised("proposition-1");
  expect((await act("adoptProposal", await at("proposition-1"))).problems).toMatchObject([{ code: "NOT_NOW" }]);
  // The person who runs the meetings records the decision of the group.
  const recording = { ...(await at("proposition-1")), ...consent() };
  await sentTwice(api.database, () => act("recordAdoption", recording, people.FACILITATOR));
  const read = await at("proposition-1");
  expect((await act("adoptProposal", read, people.FACILITATOR)).problems).toMatchObject([
    { code: "SECOND_PERSON_NEEDED" },
  ]);
  const waiting = await see("proposition-1", people.FACILITATOR);
  expect(waiting).toMatchObject({ state: "STABILISED", adoption: null, viewerCan: { decide: true, adopt: false } });
  expect(waiting.recordedAdoption).toMatchObject({
    recordedBy: people.FACILITATOR.displayName,
    decision: { method: "CONSENT" },
  });
  expect((await see("proposition-1", people.RAPPORTEUR)).viewerCan.adopt).toBe(true);
  expect(await see("proposition-1")).toMatchObject({ recordedAdoption: null, viewerCan: { decide: false } });
  const desk = async (viewer: Viewer) =>
    (await api.ask("{ proposalsToConfirm { slug } }", {}, viewer)).data.proposalsToConfirm;
  expect(await desk(people.RAPPORTEUR)).toContainEqual({ slug: "proposition-1" });
  expect(await desk(people.FACILITATOR)).toEqual([]);

  // Corrected meanwhile, it has to be read again.
  const vote = { method: "VOTE", votesFor: 6, votesAgainst: 1, abstentions: 0 };
  await act("recordAdoption", { ...read, ...consent(), ...vote }, people.FACILITATOR);
  expect((await act("adoptProposal", read)).problems).toMatchObject([{ code: "STALE" }]);
  const discarded = await at("proposition-1");
  await sentTwice(api.database, () => act("discardAdoption", discarded, people.FACILITATOR));
  expect((await see("proposition-1", people.RAPPORTEUR)).recordedAdoption).toBeNull();

  // Opened again, nothing of it waits any more.
  await act("recordAdoption", { ...(await at("proposition-1")), ...consent() }, people.FACILITATOR);
  await act("reopenProposal", { ...(await at("proposition-1")), reason: "Encore un mot." });
  await stabilised("proposition-1");
  expect((await act("adoptProposal", await at("proposition-1"))).problems).toMatchObject([{ code: "NOT_NOW" }]);
});

test("a small team adopts without a second person, and it is told", async () => {
  await api.database.query("update working_group set small_team = true");
  await stabilised("proposition-1");
  await act("recordAdoption", { ...(await at("proposition-1")), ...consent() });
  const { problems } = await act("adoptProposal", await at("proposition-1"));
  expect(problems).toEqual([]);
  expect((await see("proposition-1")).adoption.alone).toBe(true);
});

test("only a meeting of the whole group adopts, and only once it says who was there", async () => {
  await stabilised("proposition-1");
  const local = await api.database.query<{ id: string }[]>(
    "select id from meeting where kind = 'LOCAL' and starts_at < now() limit 1",
  );
  const refused = async (meetingId: string) =>
    (await act("recordAdoption", { ...(await at("proposition-1")), ...consent(), meetingId })).problems;
  expect(await refused(local[0]!.id)).toMatchObject([{ code: "UNKNOWN_CHOICE", field: "meetingId" }]);
  const query = `{ proposalToDecide(slug: "proposition-1") { adoptingMeetings { id kind presenceVersion } } }`;
  const { adoptingMeetings } = (await api.ask(query, {}, people.FACILITATOR)).data.proposalToDecide;
  expect(adoptingMeetings.map(({ kind }: { kind: string }) => kind)).not.toContain("LOCAL");
  expect(adoptingMeetings[0].id).toBe(consent().meetingId);
  const empty = adoptingMeetings.find(({ presenceVersion }: { presenceVersion: number }) => presenceVersion === 0);
  expect(await refused(empty.id)).toMatchObject([{ code: "NOBODY_WAS_THERE", field: "meetingId" }]);
  const moderator = await holderOf(api.database, "MODERATOR");
  expect((await api.ask(query, {}, moderator)).errors).toMatchObject([{ extensions: { code: "FORBIDDEN" } }]);
});

test("whoever records an adoption and has no name is asked for one, which the record then tells", async () => {
  await stabilised("proposition-1");
  const [{ id }] = await api.database.query<[{ id: string }]>(
    "insert into person (email, display_name) values ('sans-nom@exemple.invalid', '') returning id",
  );
  const nameless = viewerOf({ id, displayName: "", language: "fr" }, [
    { role: "FACILITATOR", groupId: null, territoryId: null },
  ]);
  const recording = { ...(await at("proposition-1")), ...consent() };
  const asked = await act("recordAdoption", recording, nameless);
  expect(asked.problems).toMatchObject([{ code: "REQUIRED", field: "name" }]);
  const { problems, proposal } = await act("recordAdoption", { ...recording, name: "Zoé Lam" }, nameless);
  expect(problems).toEqual([]);
  expect(proposal.recordedAdoption.recordedBy).toBe("Zoé Lam");
});

import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { somebodyWaits } from "../../../../test/site/somebodyWaits.ts";

const api = seededApi();
const act = acting(api, "code field");
let rapporteur: Viewer;
let facilitator: Viewer;
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
  facilitator = await holderOf(api.database, "FACILITATOR");
});

const fresh = () => ({
  key: randomUUID(),
  group: "circuits-courts",
  title: "Un titre",
  summary: "Ce qui est proposé.",
});

const opened = async (input: object = fresh()) =>
  (await act("openProposal", input, "proposal { id slug number version viewerCan { remove } }", rapporteur)).proposal;

const remove = ({ id, version }: { id: string; version: number }, viewer = rapporteur) =>
  act("removeProposal", { id, version }, "current { version }", viewer);

const rows = (text: string, ...values: unknown[]) => api.database.query<any[]>(text, values);

const atSlug = async (slug: string) =>
  (
    await api.ask(
      "query ($slug: String!) { proposal(slug: $slug) { id version viewerCan { remove } } }",
      { slug },
      rapporteur,
    )
  ).data.proposal;

test("a draft opened by mistake is removed; the key point it began from stays, and no longer leads to it", async () => {
  const [keyPoint] = await rows("select id from key_point where state = 'STATED' and nature = 'PROBLEM' limit 1");
  const proposal = await opened({ ...fresh(), keyPointId: keyPoint.id });
  expect(proposal.viewerCan.remove).toBe(true);
  const leadsTo =
    "select from statement_key_point k join statement s on s.id = k.statement_id where s.proposal_id = $1";
  expect(await rows(leadsTo, proposal.id)).toHaveLength(1);
  expect(await remove(proposal)).toMatchObject({ problems: [], current: null });
  expect(await atSlug(proposal.slug)).toBeNull();
  expect(await rows("select from statement where proposal_id = $1", proposal.id)).toEqual([]);
  expect(await rows(leadsTo, proposal.id)).toEqual([]);
  expect(await rows("select from key_point where id = $1", keyPoint.id)).toHaveLength(1);
  // Pressed again, or by two people at once: it is done.
  expect((await remove(proposal)).problems).toEqual([]);
});

test("a whole draft goes with all that it holds, and with what its team noted of it, which nobody else ever reads", async () => {
  const draft = await atSlug("proposition-4");
  const [{ others }] = await rows(
    "select array_agg(id order by number) as others from proposal where number in (1, 2)",
  );
  const note = async (proposalIds: string[]) => {
    const id = randomUUID();
    const input = { id, version: 0, kind: "DUPLICATE", text: "Le brouillon dit la même chose.", proposalIds };
    expect((await act("noteCoherence", input, "note { id }", rapporteur)).problems).toEqual([]);
    return id;
  };
  const ofTwo = await note([draft.id, others[0]]);
  const ofThree = await note([draft.id, ...others]);
  expect((await remove(draft)).problems).toEqual([]);
  expect(await atSlug("proposition-4")).toBeNull();
  for (const table of ["statement", "objection", "ask", "work", "proposal_carrier", "proposal_initiative"])
    expect(await rows(`select from ${table} where proposal_id = $1`, draft.id)).toEqual([]);
  expect(await rows("select id from coherence_note where id = any($1::uuid[])", [ofTwo, ofThree])).toEqual([]);
  expect((await api.ask("{ coherenceNotes { text } }")).data.coherenceNotes).not.toContainEqual({
    text: "Le brouillon dit la même chose.",
  });
});

test("a note that is written on a draft as it is removed is told that it is not there", async () => {
  const [{ other }] = await rows("select id as other from proposal where number = 1");
  const draft = await opened();
  const input = { id: randomUUID(), version: 0, kind: "DUPLICATE", text: "Pareil.", proposalIds: [draft.id, other] };
  const removing = api.database.createQueryRunner();
  await removing.startTransaction();
  await removing.query("delete from proposal where id = $1", [draft.id]);
  const noted = act("noteCoherence", input, "note { id }", rapporteur);
  await somebodyWaits(api.database);
  await removing.commitTransaction();
  await removing.release();
  expect((await noted).problems).toMatchObject([{ code: "UNKNOWN_CHOICE", field: "proposalIds" }]);
});

test("a note that somebody is writing on a draft as it is removed goes with it", async () => {
  const [{ other }] = await rows("select id as other from proposal where number = 1");
  const draft = await opened();
  const noteId = randomUUID();
  const writing = api.database.createQueryRunner();
  await writing.startTransaction();
  await writing.query(
    "insert into coherence_note (id, kind, text, noted_on, noted_by_id) values ($1, 'DUPLICATE', 'Pareil.', now(), $2)",
    [noteId, rapporteur.id],
  );
  await writing.query("insert into coherence_note_proposal (note_id, proposal_id) values ($1, $2), ($1, $3)", [
    ...[noteId, draft.id, other],
  ]);
  const removed = remove(draft);
  await somebodyWaits(api.database);
  await writing.commitTransaction();
  await writing.release();
  expect((await removed).problems).toEqual([]);
  expect(await rows("select from coherence_note where id = $1", noteId)).toEqual([]);
});

test("the number of a draft that was removed is given to no other, and its key opens nothing again", async () => {
  const input = fresh();
  const last = await opened(input);
  await remove(last);
  const again = await act("openProposal", input, "proposal { id }", rapporteur);
  expect(again).toMatchObject({ problems: [{ code: "GONE", field: "key" }], proposal: null });
  expect((await opened()).number).toBe(last.number + 1);
});

test("a draft is removed by those who write it alone, at the version that they read", async () => {
  const proposal = await opened();
  const { id, version } = proposal;
  const refused = await api.ask(
    "mutation ($input: RemoveProposalInput!) { removeProposal(input: $input) { problems { code } } }",
    { input: { id, version } },
    facilitator,
  );
  expect(refused.errors).toBeDefined();
  await act("editProposal", { id, version, title: "Un autre", summary: "Autre chose." }, "", rapporteur);
  expect(await remove(proposal)).toMatchObject({ problems: [{ code: "STALE" }], current: { version: version + 1 } });
});

test("a proposal that is public or about to be, or that an amendment became, cannot be removed", async () => {
  const publicOne = await atSlug("proposition-1");
  expect(publicOne.viewerCan.remove).toBe(false);
  expect((await remove(publicOne)).problems).toMatchObject([{ code: "NOT_NOW", field: "id" }]);

  const { id, slug, version } = await opened();
  const refusedAt = async () => {
    expect((await atSlug(slug)).viewerCan.remove).toBe(false);
    expect((await remove({ id, version })).problems).toMatchObject([{ code: "NOT_NOW", field: "id" }]);
  };
  await rows("update proposal set publishes_at = now() + interval '20 seconds' where id = $1", id);
  await refusedAt();
  await rows("update proposal set publishes_at = null where id = $1", id);
  const [amendment] = await rows(
    "update amendment set promoted_to_id = $1 where id = (select id from amendment limit 1) returning id",
    id,
  );
  expect(amendment).toBeDefined();
  await refusedAt();
});

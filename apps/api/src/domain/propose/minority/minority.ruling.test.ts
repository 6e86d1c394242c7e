import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holders, personWith } from "../../../../test/site/people.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";
import { type Viewer, viewerOf } from "../../../platform/viewer.ts";

const api = seededApi();
const act = acting(api, "code field");
const at = holders(api, "REFERENT", "MODERATOR", "RAPPORTEUR");

const proposal = async (viewer?: Viewer) => {
  const asked = `{ proposal(slug: "proposition-5") { id minorityRegions { slug } minorityPositions {
    id text ruling { id outcome note appealCode former { text } } } } }`;
  return (await api.ask(asked, {}, viewer)).data.proposal;
};
const seen = async (id: string, viewer?: Viewer) =>
  (await proposal(viewer)).minorityPositions.find((it: { id: string }) => it.id === id);

const attach = async (viewer: Viewer, more: object) => {
  const { id: proposalId } = await proposal();
  const input = { key: randomUUID(), proposalId, ...more };
  const { problems, minorityPosition } = await act("attachMinorityPosition", input, "minorityPosition { id }", viewer);
  expect(problems).toEqual([]);
  return minorityPosition.id as string;
};
const sign = (viewer: Viewer, id: string, more: object = {}) =>
  act("signMinorityPosition", { id, sign: true, ...more }, "", viewer);

const rule = async (textId: string, outcome: "HIDDEN" | "MASKED", more: object = {}) => {
  const asked = await api.ask(`{ moderationDesk { held(first: 50) { nodes { id version } } } }`, {}, at.MODERATOR);
  const { version } = asked.data.moderationDesk.held.nodes.find((it: { id: string }) => it.id.endsWith(textId));
  const input = {
    kind: "MINORITY_POSITION",
    textId,
    version,
    outcome,
    reason: "INSULT",
    note: "Sans nommer.",
    ...more,
  };
  expect((await act("ruleText", input, "", at.MODERATOR)).problems).toEqual([]);
};
const report = (textId: string) => act("reportText", { kind: "MINORITY_POSITION", textId, reason: "INSULT" }, "");

test("who holds a position that a moderator hid reads why, and appeals; nobody else may", async () => {
  const [{ slug: territory }] = (await proposal(at.REFERENT)).minorityRegions;
  const id = await attach(at.REFERENT, { text: "Le port de Machin triche.", territory });
  await sign(at.RAPPORTEUR, id);
  await report(id);
  await rule(id, "HIDDEN");

  const { ruling } = await seen(id, at.REFERENT);
  expect(ruling).toMatchObject({ outcome: "HIDDEN", note: "Sans nommer.", appealCode: expect.any(String) });
  for (const viewer of [at.RAPPORTEUR, at.MODERATOR, undefined]) expect((await seen(id, viewer)).ruling).toBeNull();
  const appeal = { id: ruling.id, code: ruling.appealCode, text: "C’est le nom du port, dans la presse." };
  expect((await act("appealRuling", appeal, "")).problems).toEqual([]);
});

test("words that were masked are read by whoever opened it, and not by those who signed it since", async () => {
  const [{ slug: territory }] = (await proposal(at.REFERENT)).minorityRegions;
  const text = "Le port de Machin triche.";
  const id = await attach(at.REFERENT, { text, territory, kind: "RESERVE" });
  await report(id);
  await rule(id, "MASKED", { masks: [{ part: "text", start: 11, end: 17 }] });
  await sign(at.RAPPORTEUR, id);
  expect((await seen(id, at.REFERENT)).ruling.former).toEqual([{ text }]);
  expect(await seen(id, at.RAPPORTEUR)).toMatchObject({ text: "Le port de […] triche.", ruling: null });
});

test("of one that was opened in the name of an organisation, its people read why it is hidden", async () => {
  const [{ id: organisationId }] = await api.database.query<[{ id: string }]>(
    `insert into organisation (slug, name, kind, about, state, registered_on)
     values ($1, 'Le Fil', 'OTHER', 'Nous filons.', 'CONFIRMED', now()) returning id`,
    [uniqueWord()],
  );
  const member = viewerOf({ id: await personWith(api.database, []), displayName: "Émile", language: "fr" }, []);
  await api.database.query(
    "insert into organisation_member (organisation_id, person_id, role, since) values ($1, $2, 'ADMINISTRATOR', now())",
    [organisationId, member.id],
  );
  const id = await attach(member, { text: "Nous faisons autrement.", organisationId });
  for (const other of [at.RAPPORTEUR, at.MODERATOR]) await sign(other, id);
  await report(id);
  await rule(id, "HIDDEN");
  expect((await seen(id, member)).ruling).toMatchObject({ outcome: "HIDDEN", appealCode: expect.any(String) });
  expect((await seen(id, at.REFERENT)).ruling).toBeNull();
});

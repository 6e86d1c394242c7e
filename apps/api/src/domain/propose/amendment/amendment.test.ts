import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { trying } from "../../../../test/acts/acting.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { hourBetweenTests } from "../../../../test/site/hour.ts";
import { holderOf } from "../../../../test/site/people.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";

const api = seededApi();
hourBetweenTests(api);
let rapporteur: Viewer;
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
});

const amended = `id state part before text why authorName hasChanged settledOn settledBy answer acceptedText versionNumber
  formerRefusal { on reason takenBackOn because } statement { id text version } promotedTo { slug } viewerCan { settle } territory { slug }`;

const attempt = trying(api, "code field value");
const act = async (name: string, input: object, viewer?: Viewer) => {
  const more = name === "proposeAmendment" ? "held" : "current { state }";
  const { payload, code } = await attempt(name, input, `amendment { ${amended} } ${more}`, viewer);
  return { ...payload, code };
};

const see = async (slug: string, viewer?: Viewer) => {
  const query = `query ($slug: String!) { proposal(slug: $slug) { id mayBeAmended amendments { id text state }
    statements { id part text version } history { event reason }
    versions { number reason causes { amendment { id text } } } amendmentBehind { id } } }`;
  return (await api.ask(query, { slug }, viewer)).data.proposal;
};

const read = async (id: string, viewer?: Viewer) =>
  (await api.ask(`query ($id: ID!) { amendment(id: $id) { ${amended} } }`, { id }, viewer)).data.amendment;

const propose = async (slug: string, more: object = {}) => {
  const { id, statements } = await see(slug);
  const input = {
    key: randomUUID(),
    proposalId: id,
    statementId: statements[0].id,
    text: `D’autres mots ${uniqueWord()}.`,
    why: "Parce que c’est plus clair.",
    ...more,
  };
  return { ...(await act("proposeAmendment", input)), input };
};

test("anybody proposes other words for a sentence of an open proposal, under a name or none, and they are read at once", async () => {
  const { amendment, problems } = await propose("proposition-1", { authorName: "Ano", territory: "bretagne" });
  expect(problems).toEqual([]);
  const { statements, amendments } = await see("proposition-1");
  expect(amendment).toMatchObject({
    state: "PROPOSED",
    before: statements[0].text,
    authorName: "Ano",
    territory: { slug: "bretagne" },
    hasChanged: false,
    viewerCan: { settle: false },
  });
  expect(amendments.map(({ id }: { id: string }) => id)).toContain(amendment.id);
  expect((await read(amendment.id, rapporteur)).viewerCan).toEqual({ settle: true });
  const nameless = await propose("proposition-1", { text: "Sans nom, la région seule.", territory: "finistere" });
  expect(nameless.amendment.territory).toEqual({ slug: "bretagne" });
});

test("what is sent twice is kept once; the same key with other words is refused", async () => {
  const { amendment, input } = await propose("proposition-1");
  expect((await act("proposeAmendment", input)).amendment.id).toBe(amendment.id);
  const { problems } = await act("proposeAmendment", { ...input, text: "Autre chose." });
  expect(problems).toMatchObject([{ code: "CONFLICT" }]);
});

test("the same words, words without a why, and a sentence of another proposal are refused at their field, all at once", async () => {
  const { statements } = await see("proposition-1");
  const other = (await see("proposition-2")).statements[0].id;
  const field = async (more: object) => (await propose("proposition-1", more)).problems[0];
  const { problems } = await propose("proposition-1", { text: " ", why: "", territory: "atlantide" });
  expect(problems.map(({ code, field: at }: { code: string; field: string }) => [code, at])).toEqual([
    ["REQUIRED", "text"],
    ["REQUIRED", "why"],
    ["UNKNOWN_TERRITORY", "territory"],
  ]);
  expect(await field({ text: statements[0].text })).toMatchObject({ code: "SAME_WORDS", field: "text" });
  expect(await field({ why: " " })).toMatchObject({ code: "REQUIRED", field: "why" });
  expect(await field({ statementId: other })).toMatchObject({ code: "GONE", field: "statementId" });
  expect(await field({ statementId: null })).toMatchObject({ code: "REQUIRED", field: "part" });
});

test("only an open proposal is amended: a draft is not there, and what was stabilised or adopted says so", async () => {
  const { id, statements } = await see("proposition-4", rapporteur);
  const input = { key: randomUUID(), proposalId: id, statementId: statements[0].id, text: "Non.", why: "Non." };
  expect((await act("proposeAmendment", input)).problems).toMatchObject([{ code: "GONE", field: "proposalId" }]);
  for (const state of ["STABILISED", "ADOPTED", "SET_ASIDE", "WITHDRAWN"]) {
    await api.database.query("update proposal set state = $1 where slug = 'proposition-5'", [state]);
    expect((await propose("proposition-5")).problems).toMatchObject([{ code: "NOT_AMENDABLE" }]);
    expect((await see("proposition-5")).mayBeAmended).toBe(false);
  }
  await api.database.query("update proposal set state = 'OPEN' where slug = 'proposition-5'");
});

test("what carries a link or contact details waits, and is told to nobody", async () => {
  const { amendment, held, problems, input } = await propose("proposition-1", { why: "Voir www.exemple.fr" });
  expect([amendment, held, problems]).toEqual([null, true, []]);
  const { amendments } = await see("proposition-1", rapporteur);
  expect(amendments.some(({ text }: { text: string }) => text === input.text)).toBe(false);
  expect((await act("proposeAmendment", input)).held).toBe(true);
});

test("accepted as it is, it makes a version that names it, and its author reads what became of it", async () => {
  const { amendment } = await propose("proposition-2");
  const { statements } = await see("proposition-2");
  const input = { id: amendment.id, statementVersion: statements[0].version, text: amendment.text, answer: "Merci." };
  const done = await act("acceptAmendment", input, rapporteur);
  expect(done.problems).toEqual([]);
  const after = await see("proposition-2");
  expect(after.statements[0].text).toBe(amendment.text);
  expect(after.versions[0]).toMatchObject({ reason: "Merci.", causes: [{ amendment: { id: amendment.id } }] });
  expect(after.history.map(({ event }: { event: string }) => event)).toContain("amendment.accepted");
  expect(await read(amendment.id)).toMatchObject({
    state: "ACCEPTED",
    acceptedText: amendment.text,
    answer: "Merci.",
    settledBy: rapporteur.displayName,
    versionNumber: after.versions[0].number,
  });
  expect((await act("acceptAmendment", input, rapporteur)).problems).toEqual([]);
  expect((await see("proposition-2")).versions).toHaveLength(after.versions.length);
});

test("accepted edited, both wordings are kept; one sentence more takes its place in its part", async () => {
  const { amendment } = await propose("proposition-2", { statementId: null, part: "EFFECT" });
  const text = "Un effet de plus, mieux dit.";
  const done = await act("acceptAmendment", { id: amendment.id, statementVersion: 0, text }, rapporteur);
  expect(done.amendment).toMatchObject({ text: amendment.text, acceptedText: text, statement: { text } });
  const { statements } = await see("proposition-2");
  expect(statements.filter((one: { part: string }) => one.part === "EFFECT").map((one: any) => one.text)).toContain(
    text,
  );
});

test("a sentence that changed since is told, an acceptance of what was not read is refused, and one that saw both is done", async () => {
  const { amendment, input } = await propose("proposition-3");
  const { id, statements } = await see("proposition-3");
  const [{ version, part }] = statements;
  const write = `mutation ($input: WriteStatementInput!) { writeStatement(input: $input) { problems { code } } }`;
  const changed = { id: statements[0].id, proposalId: id, part, version, text: "Réécrit entre-temps." };
  await api.ask(write, { input: changed }, rapporteur);
  expect(await read(amendment.id)).toMatchObject({ hasChanged: true, before: statements[0].text });
  const accept = { id: amendment.id, text: input.text };
  const stale = await act("acceptAmendment", { ...accept, statementVersion: version }, rapporteur);
  expect(stale.problems).toEqual([{ code: "STALE", field: "statementVersion", value: String(version + 1) }]);
  expect((await see("proposition-3")).statements[0].text).toBe("Réécrit entre-temps.");
  const both = { ...accept, statementVersion: version + 1, text: "Réécrit, en d’autres mots." };
  expect((await act("acceptAmendment", both, rapporteur)).problems).toEqual([]);
});

test("it waits among what those who write the proposal are to settle, until it is, and there for nobody else", async () => {
  const { amendment } = await propose("proposition-3");
  const awaiting = async (viewer?: Viewer) =>
    (await api.ask("{ amendmentsToSettle { id } }", {}, viewer)).data.amendmentsToSettle.map(
      ({ id }: { id: string }) => id,
    );
  expect(await awaiting(rapporteur)).toContain(amendment.id);
  expect(await awaiting()).toEqual([]);
  expect(await awaiting(await holderOf(api.database, "MODERATOR"))).toEqual([]);
  await act("refuseAmendment", { id: amendment.id, reason: "C’est déjà dit." }, rapporteur);
  expect(await awaiting(rapporteur)).not.toContain(amendment.id);
});

test("it is refused with a reason that everybody reads, and stays so", async () => {
  const { amendment } = await propose("proposition-3");
  const none = await act("refuseAmendment", { id: amendment.id, reason: "" }, rapporteur);
  expect(none.problems).toMatchObject([{ code: "REQUIRED", field: "reason" }]);
  const reason = "La phrase suivante le dit déjà.";
  expect((await act("refuseAmendment", { id: amendment.id, reason }, rapporteur)).problems).toEqual([]);
  expect(await read(amendment.id)).toMatchObject({ state: "REFUSED", answer: reason });
  const { statements } = await see("proposition-3");
  const late = { id: amendment.id, statementVersion: statements[0].version, text: amendment.text };
  const { problems, current } = await act("acceptAmendment", late, rapporteur);
  expect([problems[0], current]).toMatchObject([{ code: "NOT_NOW" }, { state: "REFUSED" }]);
});

test("a refusal is taken back with a reason: it is settled anew, and the refusal stays readable", async () => {
  const { amendment } = await propose("proposition-3");
  const { id } = amendment;
  const reason = "La phrase suivante le dit déjà.";
  await act("refuseAmendment", { id, reason }, rapporteur);
  const rights = async (viewer?: Viewer) => {
    const text = "query ($id: ID!) { amendment(id: $id) { viewerCan { settle reconsider } } }";
    return (await api.ask(text, { id }, viewer)).data.amendment.viewerCan;
  };
  expect(await rights()).toEqual({ settle: false, reconsider: false });
  expect(await rights(rapporteur)).toEqual({ settle: false, reconsider: true });
  const none = await act("reconsiderAmendment", { id, reason: " " }, rapporteur);
  expect(none.problems).toMatchObject([{ code: "REQUIRED", field: "reason" }]);
  const because = "La phrase suivante a été retirée depuis.";
  const again = await act("reconsiderAmendment", { id, reason: because }, rapporteur);
  const day = expect.stringMatching(/^\d{4}-\d\d-\d\d$/);
  const formerRefusal = { on: day, reason, takenBackOn: day, because };
  expect(again.amendment).toMatchObject({ state: "PROPOSED", answer: null, settledOn: null, formerRefusal });
  // Pressed twice, it is told once.
  expect((await act("reconsiderAmendment", { id, reason: because }, rapporteur)).problems).toEqual([]);
  expect((await see("proposition-3")).history.filter((one: any) => one.reason === because)).toHaveLength(1);

  const { statements } = await see("proposition-3");
  const input = { id, statementVersion: statements[0].version, text: amendment.text };
  expect((await act("acceptAmendment", input, rapporteur)).problems).toEqual([]);
  expect(await read(id)).toMatchObject({ state: "ACCEPTED", formerRefusal });
  const late = await act("reconsiderAmendment", { id, reason: because }, rapporteur);
  expect(late.problems).toMatchObject([{ code: "NOT_NOW" }]);
  await api.database.query(
    "update amendment set status = 'WITHDRAWN', was_visible = true, state = 'REFUSED' where id = $1",
    [id],
  );
  const erased = await act("reconsiderAmendment", { id, reason: because }, rapporteur);
  expect(erased.problems).toMatchObject([{ code: "NOT_NOW" }]);
});

test("promoted, it becomes the first sentence of a draft that says where it comes from; visitors follow once it is public", async () => {
  const { amendment } = await propose("proposition-8", { authorName: "Jeanne" });
  const input = { id: amendment.id, key: randomUUID(), title: "Une autre", summary: "Une proposition à part." };
  const { amendment: done } = await act("promoteAmendment", input, rapporteur);
  expect(done).toMatchObject({ state: "PROMOTED", promotedTo: { slug: expect.any(String) } });
  const { slug } = done.promotedTo;
  expect((await act("promoteAmendment", input, rapporteur)).amendment.promotedTo.slug).toBe(slug);
  const other = await act("promoteAmendment", { ...input, title: "Encore une autre" }, rapporteur);
  expect(other.problems).toMatchObject([{ code: "CONFLICT", field: "key" }]);
  expect((await read(amendment.id)).promotedTo).toBeNull();
  expect((await see(slug, rapporteur)).statements).toMatchObject([{ text: amendment.text }]);
  await api.database.query("update proposal set state = 'OPEN' where slug = $1", [slug]);
  expect((await read(amendment.id)).promotedTo).toEqual({ slug });
  expect((await see(slug)).amendmentBehind).toEqual({ id: amendment.id });
});

test("it is reacted to while it is discussed, and no more once it is settled; what is hidden is read by nobody", async () => {
  const { amendment } = await propose("proposition-8");
  const react = async () => {
    const input = { key: randomUUID(), subject: "AMENDMENT", subjectId: amendment.id, kind: "SUPPORT", text: "Oui." };
    const query = "mutation ($input: ReactInput!) { react(input: $input) { problems { code } } }";
    return (await api.ask(query, { input })).data.react.problems;
  };
  expect(await react()).toEqual([]);
  await act("refuseAmendment", { id: amendment.id, reason: "Non." }, rapporteur);
  expect(await react()).toEqual([{ code: "GONE" }]);
  await api.database.query("update amendment set status = 'HIDDEN' where id = $1", [amendment.id]);
  expect(await read(amendment.id)).toBeNull();
});

test("two editors who settle it at once: one does, the other is told", async () => {
  const { amendment } = await propose("proposition-8");
  const done = await Promise.all(
    ["Un.", "Deux.", "Trois."].map((reason) => act("refuseAmendment", { id: amendment.id, reason }, rapporteur)),
  );
  expect(done.filter(({ problems }) => problems.length === 0)).toHaveLength(1);
  expect(done.flatMap(({ problems }) => problems).map(({ code }) => code)).toEqual(["NOT_NOW", "NOT_NOW"]);
});

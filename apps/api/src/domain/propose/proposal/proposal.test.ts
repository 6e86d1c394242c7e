import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf, holders } from "../../../../test/site/people.ts";
import { letGo, statementsOf } from "../../../../test/site/statements.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = seededApi();
const people = holders(api, "RAPPORTEUR");

const see = async (slug: string, viewer?: Viewer) => {
  const { data, errors } = await api.ask(
    `query ($slug: String!) { proposal(slug: $slug) {
       id number title summary state version peopleCount regionCount missing carriers
       statements { part text peopleCount regionCount keyPoints { sentence state }
         passages { quote contribution { id status body } } ownPassages { quote } }
       objections { text reply } initiatives { name region { name } } asks { text interlocutor { name } }
       handovers { state interlocutor { name } } objectives { number }
       coverage { heardCount regions { territory { name } responses } }
       history { event on actorName } viewerCan { edit publish }
     } }`,
    { slug },
    viewer,
  );
  expect(errors).toBeUndefined();
  return data.proposal;
};

const all = async (viewer?: Viewer) =>
  (await api.ask("{ proposals(first: 100) { nodes { slug number state missing } } }", {}, viewer)).data.proposals.nodes;

test("five proposals are open to all; the three drafts are read by the team alone", async () => {
  expect((await all()).map(({ number }: { number: number }) => number)).toEqual([1, 2, 3, 5, 8]);
  expect(await all(people.RAPPORTEUR)).toHaveLength(8);
  expect(await all(await holderOf(api.database, "MODERATOR"))).toHaveLength(5);
  expect(await see("proposition-4")).toBeNull();
  expect(await see("proposition-4", people.RAPPORTEUR)).toMatchObject({ state: "DRAFT" });
});

test("proposals name their levers in the words of the list, read once for all of them", async () => {
  const query = "{ proposals(first: 100) { nodes { number levers { key label labelEn } } } }";
  const { data } = await api.ask(query);
  const [first] = data.proposals.nodes;
  expect(first.levers.map(({ key }: { key: string }) => key).toSorted()).toEqual(["COMMUNICATION", "TRAINING"]);
  for (const { label, labelEn } of first.levers) expect(label && labelEn).toBeTruthy();
  await letGo(api.database);
  const asked = await statementsOf(() => api.ask(query));
  expect(asked.filter((text) => /from "?term"?\b/.test(text))).toHaveLength(1);
});

test("a statement shows how many people and regions it stands on", async () => {
  const { statements } = await see("proposition-1");
  for (const { passages, peopleCount, regionCount } of statements) {
    const [counted] = await api.database.query<{ people: number; regions: number }[]>(
      `select count(distinct coalesce(response_id, id))::int as people, count(distinct region_id)::int as regions
       from contribution where id = any($1::uuid[])`,
      [passages.map(({ contribution }: { contribution: { id: string } }) => contribution.id)],
    );
    expect({ people: peopleCount, regions: regionCount }).toEqual(counted);
    expect(peopleCount).toBeGreaterThan(0);
  }
});

test("from a proposal one reads the verbatim passages", async () => {
  const { statements } = await see("proposition-1");
  for (const { passages } of statements)
    for (const { quote, contribution } of passages) {
      expect(contribution.status).toBe("VISIBLE");
      expect(contribution.body).toContain(quote);
    }
});

test("its statements come in the order of the argument", async () => {
  const { statements } = await see("proposition-1");
  expect(statements.map(({ part }: { part: string }) => part)).toEqual([
    "PROBLEM",
    "MEASURE",
    "ARGUMENT",
    "EFFECT",
    "EFFECT",
    "LIMIT",
  ]);
});

test("it counts the people of all its statements once, and shows every region, heard or not", async () => {
  const { peopleCount, regionCount, coverage, objectives } = await see("proposition-1");
  expect(peopleCount).toBeGreaterThanOrEqual(8);
  expect(coverage.regions).toHaveLength(18);
  expect(coverage.heardCount).toBe(regionCount);
  expect(objectives.length).toBeGreaterThan(1);
});

test("what is missing is said: one has an amendment to settle, four, six and seven are not complete, the others are", async () => {
  const missing = Object.fromEntries(
    (await all(people.RAPPORTEUR)).map((each: { number: number; missing: string[] }) => [each.number, each.missing]),
  );
  expect(missing).toEqual({
    1: ["OPEN_AMENDMENT"],
    2: [],
    3: [],
    4: ["TWO_EXAMPLES_FROM_TWO_REGIONS", "CARRIER"],
    5: [],
    6: ["CARRIER"],
    7: ["CARRIER"],
    8: [],
  });
});

test("a text that was hidden no longer holds a statement up, for anybody", async () => {
  const { statements } = await see("proposition-2");
  const [{ passages, peopleCount }] = statements;
  const { id } = passages[0].contribution;
  await api.database.query("update contribution set status = 'HIDDEN' where id = $1", [id]);
  for (const viewer of [undefined, people.RAPPORTEUR]) {
    const [statement] = (await see("proposition-2", viewer)).statements;
    expect(JSON.stringify(statement)).not.toContain(id);
    expect(statement.peopleCount).toBeLessThan(peopleCount);
  }
  await api.database.query("update contribution set status = 'VISIBLE' where id = $1", [id]);
});

test("a key point at work holds a statement up for the team, and is not told to a visitor", async () => {
  const [link] = await api.database.query<{ id: string }[]>(
    `select k.key_point_id as id from statement_key_point k join statement s on s.id = k.statement_id
     join proposal p on p.id = s.proposal_id where p.number = 3 limit 1`,
  );
  await api.database.query("update key_point set state = 'WORKING' where id = $1", [link!.id]);
  const working = async (viewer?: Viewer) => JSON.stringify(await see("proposition-3", viewer)).includes("WORKING");
  expect(await working()).toBe(false);
  expect(await working(people.RAPPORTEUR)).toBe(true);
  await api.database.query("update key_point set state = 'STATED' where id = $1", [link!.id]);
});

test("a list of 8 proposals costs as many statements as one of 2", async () => {
  const ask = () =>
    api.ask(
      `{ proposals { nodes { title peopleCount regionCount missing carriers coverage { heardCount } objectives { name }
           statements { text peopleCount regionCount keyPoints { sentence peopleCount }
             passages { quote contribution { id } } ownPassages { id } }
           objections { text } initiatives { name } asks { text interlocutor { name } }
           handovers { state } history { event } reactions { text } viewerCan { edit } } } }`,
    );
  await api.database.query("update proposal set state = 'OPEN' where number in (4, 6, 7)");
  const eight = await statementsOf(ask);
  await api.database.query("update proposal set state = 'DRAFT' where number > 2");
  const two = await statementsOf(ask);
  await api.database.query("update proposal set state = 'OPEN' where number in (3, 5, 8)");
  expect(two).toHaveLength(eight.length);
});

const open = async (input: object, viewer: Viewer | undefined = people.RAPPORTEUR) => {
  const { data, errors } = await api.ask(
    `mutation ($input: OpenProposalInput!) { openProposal(input: $input) {
       problems { code field value }
       proposal { id slug number state version history { event actorName }
         statements { part text keyPoints { id } peopleCount } }
     } }`,
    { input },
    viewer,
  );
  return { errors, ...data?.openProposal };
};

const fresh = () => ({
  key: randomUUID(),
  group: "circuits-courts",
  title: "Un titre",
  summary: "Ce qui est proposé.",
});

test("a proposal opened from a key point begins with it", async () => {
  const [keyPoint] = await api.database.query<{ id: string; sentence: string }[]>(
    "select id, sentence from key_point where state = 'STATED' and nature = 'PROBLEM' limit 1",
  );
  const { problems, proposal } = await open({ ...fresh(), keyPointId: keyPoint!.id });
  expect(problems).toEqual([]);
  expect(proposal).toMatchObject({ slug: `proposition-${proposal.number}`, state: "DRAFT", version: 1 });
  expect(proposal.statements).toMatchObject([
    { part: "PROBLEM", text: keyPoint!.sentence, keyPoints: [{ id: keyPoint!.id }] },
  ]);
  expect(proposal.statements[0].peopleCount).toBeGreaterThanOrEqual(2);
  expect(proposal.history.map(({ event }: { event: string }) => event).toSorted()).toEqual([
    "proposal.opened",
    "statement.written",
  ]);
  expect(proposal.history[0].actorName).toBe(people.RAPPORTEUR.displayName);
  expect(await see(proposal.slug)).toBeNull();
});

test("the same key opens one proposal, whatever the retries, with its later words until it is touched", async () => {
  const input = fresh();
  const opened = await Promise.all(Array.from({ length: 6 }, () => open(input)));
  expect(new Set(opened.map(({ proposal }) => proposal.slug)).size).toBe(1);
  const later = await open({ ...input, title: "Un autre" });
  expect(later).toMatchObject({ problems: [], proposal: { slug: opened[0].proposal.slug, version: 2 } });
  expect((await open({ ...input, title: "Encore un" })).problems).toMatchObject([{ code: "CONFLICT", field: "key" }]);
});

test("eight proposals opened at the same instant get eight numbers that follow", async () => {
  const opened = await Promise.all(Array.from({ length: 8 }, () => open(fresh())));
  const numbers = opened.map(({ proposal }) => proposal.number).toSorted((a: number, b: number) => a - b);
  expect(numbers).toEqual(numbers.map((_, index) => numbers[0] + index));
});

test("what a proposal is opened with is held to the limits, field by field", async () => {
  const code = async (input: object) => (await open({ ...fresh(), ...input })).problems[0];
  expect(await code({ title: " " })).toMatchObject({ code: "REQUIRED", field: "title" });
  expect(await code({ title: "t".repeat(141) })).toEqual({ code: "TOO_LONG", field: "title", value: "140" });
  expect(await code({ summary: "s".repeat(401) })).toEqual({ code: "TOO_LONG", field: "summary", value: "400" });
  expect(await code({ group: "nulle-part" })).toMatchObject({ code: "UNKNOWN_CHOICE", field: "group" });
  expect(await code({ keyPointId: randomUUID() })).toMatchObject({ code: "UNKNOWN_CHOICE", field: "keyPointId" });
  expect(await code({ key: "une clef" })).toMatchObject({ code: "WRONG_KIND", field: "key" });
});

const edit = async (input: object, viewer?: Viewer) => {
  const { data, errors } = await api.ask(
    `mutation ($input: EditProposalInput!) { editProposal(input: $input) {
       problems { code field value } proposal { title version } current { title summary version }
     } }`,
    { input },
    viewer,
  );
  return { errors, ...data?.editProposal };
};

test("a save on a stale version is refused and loses nothing", async () => {
  const { proposal } = await open(fresh());
  const { id, version } = proposal;
  await edit({ id, version, title: "Le premier", summary: "Le mien." }, people.RAPPORTEUR);
  expect(await edit({ id, version, title: "Le second", summary: "Le sien." }, people.RAPPORTEUR)).toMatchObject({
    problems: [{ code: "STALE", field: "version", value: "2" }],
    proposal: null,
    current: { title: "Le premier", summary: "Le mien.", version: 2 },
  });
});

test("thirty simultaneous saves of one proposal: one is kept, twenty-nine are stale", async () => {
  const { proposal } = await open(fresh());
  const { id, version } = proposal;
  const saves = await Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      edit({ id, version, title: `Titre ${n}`, summary: "Oui." }, people.RAPPORTEUR),
    ),
  );
  const codes = saves.map(({ problems }) => problems[0]?.code ?? "kept");
  expect(codes.toSorted((a, b) => a.localeCompare(b))).toEqual(["kept", ...Array.from({ length: 29 }, () => "STALE")]);
});

test("what is adopted is no longer edited", async () => {
  const { proposal } = await open(fresh());
  await api.database.query("update proposal set state = 'ADOPTED' where id = $1", [proposal.id]);
  const { errors } = await edit(
    { id: proposal.id, version: 1, title: "Trop tard", summary: "Non." },
    people.RAPPORTEUR,
  );
  expect(errors?.[0]?.extensions.code).toBe("FORBIDDEN");
});

test("a visitor opens, edits and publishes nothing", async () => {
  const [proposal] = await api.database.query<{ id: string; version: number }[]>(
    "select id, version from proposal where number = 1",
  );
  const refused = async (name: string, type: string, input: object, viewer?: Viewer) => {
    const text = `mutation ($input: ${type}!) { ${name}(input: $input) { problems { code } } }`;
    return (await api.ask(text, { input }, viewer)).errors?.[0]?.extensions.code;
  };
  const moderator = await holderOf(api.database, "MODERATOR");
  for (const [name, type, input] of [
    ["openProposal", "OpenProposalInput", fresh()],
    ["editProposal", "EditProposalInput", { ...proposal, title: "Non", summary: "Non." }],
    ["publishProposal", "PublishProposalInput", proposal!],
  ] as const) {
    expect(await refused(name, type, input)).toBe("UNAUTHENTICATED");
    expect(await refused(name, type, input, moderator)).toBe("FORBIDDEN");
  }
});

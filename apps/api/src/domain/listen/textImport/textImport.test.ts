import { expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { fields, head, importing, reading } from "../../../../test/acts/importing.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";
import { bringTexts } from "./bring.ts";
import { freeTexts, freeTextsSql, standingOn } from "./standing.queries.ts";
import { takeBackTexts } from "./takeBack.ts";

const api = seededApi();
const { act, rapporteur, send, bring } = importing(api);

const notebooksOf = async () =>
  (
    await api.ask(`{ notebooks(first: 50) { totalCount coverage { total read readTwice } nodes { id title readers contribution {
      body authorName channel contributedOn territory { slug } source { title original name licence attribution } } } } }`)
  ).data.notebooks;

test("notebooks come from a table, with what a person says of values, and keep their source wherever they go", async () => {
  await api.database.query("delete from imported_text");
  await api.database.query("delete from contribution where channel = 'NOTEBOOK'");
  const viewer = await rapporteur();
  const table = [
    head,
    'Andilly;1;Nos fermes;Les mangeurs d’Andilly;17;15/02/2019;https://example.org/1.pdf;"<p>L&rsquo;eau &amp; le pain.</p><p>Le bois.</p>"',
    "Andilly;2;;Un groupe;Charente-Inf.;2019-02-16;javascript:alert(1);Un marché.",
    "Benon;1;Trois fois rien;Un groupe;Charente-Inf.;16 pluviôse;;Une navette.",
    "Benon;2;Vide;Un groupe;17;2019-02-16;;",
    "Benon;2;Deux fois;Un groupe;17;2019-02-16;;Ils sont deux.",
    "Benon;2;Trois fois;Un groupe;17;2019-02-16;;Ils sont trois.",
  ].join("\n");
  const id = await send(table, viewer);
  const first = await act("mapTextImport", { id, ...reading }, fields, viewer);
  expect(first.textImport).toMatchObject({ preset: "NOTEBOOKS", rowCount: 6, faultCount: 4 });
  expect(first.textImport.faults).toEqual([
    { line: 3, code: "UNKNOWN_TERRITORY", value: "Charente-Inf." },
    { line: 4, code: "UNKNOWN_TERRITORY", value: "Charente-Inf." },
    { line: 5, code: "NO_TEXT", value: null },
    { line: 7, code: "SAME_ROW", value: "6" },
  ]);
  expect(first.textImport.unknownValues).toEqual([{ about: "TERRITORY", said: "Charente-Inf.", count: 2 }]);
  expect(await notebooksOf()).toMatchObject({ totalCount: 0 });

  const wrong = [{ about: "TERRITORY", said: "Charente-Inf.", meant: "Atlantide" }];
  expect((await act("mapTextImport", { id, ...reading, values: wrong }, "", viewer)).problems).toEqual([
    { code: "UNKNOWN_TERRITORY", field: "values.TERRITORY.Charente-Inf." },
  ]);
  const values = [
    { about: "TERRITORY", said: "Charente-Inf.", meant: "Charente-Maritime" },
    { about: "DATE", said: "16 pluviôse", meant: "4 février 2019" },
  ];
  const second = await sentTwice(api.database, () => act("mapTextImport", { id, ...reading, values }, fields, viewer));
  expect(second.textImport.faults.map(({ line }: { line: number }) => line)).toEqual([5, 7]);
  await act("runTextImport", { id }, "", viewer);
  await bringTexts(api.database);

  const { totalCount, coverage, nodes } = await notebooksOf();
  expect({ totalCount, coverage }).toEqual({ totalCount: 4, coverage: { total: 4, read: 0, readTwice: 0 } });
  const source = { name: "Cahiers d’essai", licence: "Licence Ouverte 2.0", attribution: "Les communes" };
  const byTitle = new Map(nodes.map((it: { title: string }) => [it.title, it]));
  expect(byTitle.get("Nos fermes")).toMatchObject({
    contribution: {
      body: "L’eau & le pain.\nLe bois.",
      authorName: "Les mangeurs d’Andilly",
      channel: "NOTEBOOK",
      contributedOn: "2019-02-15",
      territory: { slug: "charente-maritime" },
      source: { ...source, title: "Nos fermes", original: "https://example.org/1.pdf" },
    },
  });
  expect(byTitle.get("Un groupe")).toMatchObject({ contribution: { source: { original: null } } });
  expect(byTitle.get("Trois fois rien")).toMatchObject({ contribution: { contributedOn: "2019-02-04" } });

  // By the words of its title as by its own, in the list and in the search, where it is no contribution.
  const looked = async (query: string) =>
    (
      await api.ask(
        `query ($query: String!) { search(query: $query, first: 1) { nodes { kind title { text } source { licence } } }
          notebooks(filter: { search: $query }) { nodes { title } } }`,
        { query },
      )
    ).data;
  const found = {
    search: {
      nodes: [{ kind: "NOTEBOOK", title: { text: "Nos fermes" }, source: { licence: "Licence Ouverte 2.0" } }],
    },
  };
  expect(await looked("nos fermes")).toMatchObject({ ...found, notebooks: { nodes: [{ title: "Nos fermes" }] } });
  expect(await looked("l’eau et le pain")).toMatchObject(found);
  const facilitator = await holderOf(api.database, "FACILITATOR");
  const { id: taken } = byTitle.get("Nos fermes") as { id: string };
  const gone = { id: taken, reason: "Ses auteurs." };
  expect((await act("withdrawNotebook", gone, "", facilitator)).problems).toEqual([]);
  expect((await looked("nos fermes")).notebooks.nodes).toEqual([]);
  expect((await looked("nos fermes")).search.nodes).not.toContainEqual(found.search.nodes[0]);
});

test("done again, an import changes what changed, brings nothing twice, and leaves what a person decided", async () => {
  const row = (n: number, text: string) => `La Jarne;${n};Cahier ${n};Un groupe;17;2019-01-01;;${text}`;
  const of = { source: uniqueWord() };
  expect(await bring([head, row(1, "Un."), row(2, "Deux."), row(3, "Trois.")].join("\n"), of)).toMatchObject({
    state: "DONE",
    written: 3,
    changed: 0,
  });
  const [gone] = await api.database.query(
    "select id from contribution where body = 'Trois.' and import_key like $1 || ':%'",
    [of.source],
  );
  const facilitator = await holderOf(api.database, "FACILITATOR");
  const withdrawn = await act(
    "withdrawNotebook",
    { id: gone.id, reason: "Ses auteurs." },
    "notebook { title }",
    facilitator,
  );
  expect(withdrawn).toEqual({ problems: [], notebook: { title: null } });
  const again = [head, row(1, "Un."), row(2, "Deux, corrigé."), row(3, "Trois."), row(4, "Appelez le 06 12 34 56 78.")];
  expect(await bring(again.join("\n"), of)).toMatchObject({
    written: 1,
    changed: 1,
    unchanged: 1,
    leftAsIs: 1,
    held: 1,
  });
  const rows = await api.database.query(
    "select body, status, revision from contribution where import_key like $1 || ':%' order by import_key",
    [of.source],
  );
  expect(rows).toEqual([
    { body: "Un.", status: "VISIBLE", revision: 1 },
    { body: "Deux, corrigé.", status: "VISIBLE", revision: 2 },
    { body: "", status: "WITHDRAWN", revision: 1 },
    { body: "Appelez le 06 12 34 56 78.", status: "HELD", revision: 1 },
  ]);
});

test("done again, a text that comes to carry contact details waits, and one that a moderator ruled on is left as it is", async () => {
  const row = (n: number, text: string) => `Marsilly;${n};Cahier ${n};Un groupe;17;2019-01-01;;${text}`;
  const of = { source: uniqueWord() };
  await bring([head, row(1, "Un."), row(2, "Deux.")].join("\n"), of);
  const texts = () =>
    api.database.query<{ id: string; body: string; status: string }[]>(
      "select id, body, status from contribution where import_key like $1 || ':%' order by import_key",
      [of.source],
    );
  const { id: moderatorId } = await holderOf(api.database, "MODERATOR");
  await api.database.query(
    `insert into ruling (kind, text_id, group_id, outcome, was, former, ruled_by_id, ruled_at)
     select 'CONTRIBUTION', $1, id, 'SHOWN', 'VISIBLE', '{}', $2, now() from working_group limit 1`,
    [(await texts())[1]!.id, moderatorId],
  );
  const again = [head, row(1, "Un, au 06 12 34 56 78."), row(2, "Deux, autrement.")].join("\n");
  expect(await bring(again, of)).toMatchObject({ changed: 1, leftAsIs: 1, held: 1 });
  expect(await texts()).toMatchObject([
    { body: "Un, au 06 12 34 56 78.", status: "HELD" },
    { body: "Deux.", status: "VISIBLE" },
  ]);
});

test("a file of the columns of an earlier one is read as it was, of the same source if its name is the same, until it is taken back", async () => {
  const viewer = await rapporteur();
  // Columns of no other file here.
  const columns = `${head};${uniqueWord()}`;
  const row = (n: number) => `Sablonceaux;${n};Cahier ${n};Un groupe;17;2019-01-01;;Texte ${n}.;`;
  const of = { source: uniqueWord() };
  const first = await bring([columns, row(1)].join("\n"), of, viewer);
  const rows = [columns, row(1), row(2)].join("\n");
  const [again, other] = [await send(rows, viewer, "cahiers.csv"), await send(rows, viewer, "suite.csv")];
  const query = `query ($id: ID!) { textImport(id: $id) { readLike { fileName source } mapping { id source } } }`;
  const asked = async (id: string) => (await api.ask(query, { id }, viewer)).data.textImport;
  const readLike = { fileName: "cahiers.csv", source: of.source };
  expect(await asked(again)).toEqual({ readLike, mapping: { id: reading.idColumns, source: of.source } });
  expect(await asked(other)).toEqual({ readLike, mapping: { id: reading.idColumns, source: "suite" } });
  await act("takeBackTextImport", { id: first.id, reason: "Par erreur." }, "", viewer);
  expect(await asked(again)).toMatchObject({ readLike: null, mapping: { source: "cahiers" } });
});

test("a restart goes on from the last batch, and a second file of the same rows meets the first", async () => {
  const many = Array.from({ length: 1200 }, (_, n) => `Nieul;${n};Cahier ${n};Un groupe;17;2019-01-01;;Texte ${n}.`);
  const viewer = await rapporteur();
  const id = await send([head, ...many, many[0]].join("\n"), viewer);
  await act("mapTextImport", { id, ...reading, source: uniqueWord() }, "", viewer);
  await act("runTextImport", { id }, "", viewer);
  let batches = 0;
  await bringTexts(api.database, () => batches++ < 1);
  const half = await api.ask(`query ($id: ID!) { textImport(id: $id) { state readCount written } }`, { id }, viewer);
  expect(half.data.textImport).toEqual({ state: "RUNNING", readCount: 200, written: 200 });
  await bringTexts(api.database);
  const whole = await api.ask(
    `query ($id: ID!) { textImport(id: $id) { state readCount written faults { line code value } } }`,
    { id },
    viewer,
  );
  expect(whole.data.textImport).toEqual({
    state: "DONE",
    readCount: 1201,
    written: 1200,
    faults: [{ line: 1202, code: "SAME_ROW", value: "2" }],
  });
});

test("thousands of texts are taken back in steps, and what stands on one since keeps it", async () => {
  const viewer = await rapporteur();
  const rows = Array.from({ length: 450 }, (_, n) => `Aytré;${n};Cahier ${n};Un groupe;17;2019-01-01;;Rendu ${n}.`);
  const source = uniqueWord();
  const { id } = await bring([head, ...rows].join("\n"), { source }, viewer);
  const told = "textImport { state takenBack standingCount }";
  const asked = async () =>
    (await api.ask(`query ($id: ID!) { ${told.replace("textImport", "textImport(id: $id)")} }`, { id }, viewer)).data
      .textImport;
  const first = await act("takeBackTextImport", { id, reason: "Par erreur." }, told, viewer);
  expect(first.textImport).toEqual({ state: "TAKING_BACK", takenBack: 200, standingCount: 0 });
  const [{ id: contributionId }] = await api.database.query(
    "select id from contribution where import_key like $1 || ':%' limit 1",
    [source],
  );
  await act("readContributions", { contributionIds: [contributionId] }, "", viewer);
  let steps = 0;
  await takeBackTexts(api.database, () => steps++ < 1);
  expect(await asked()).toMatchObject({ state: "TAKING_BACK", takenBack: 400 });
  await takeBackTexts(api.database);
  expect(await asked()).toEqual({ state: "TAKEN_BACK", takenBack: 449, standingCount: 1 });
});

test("of thousands of texts, a step looks at those it takes and at those that stand before them, and counts what stands", async () => {
  const viewer = await rapporteur();
  const { id } = await bring(
    [head, "Puyravault;1;Un;Un groupe;17;2019-01-01;;Le premier."].join("\n"),
    { source: uniqueWord() },
    viewer,
  );
  // As many as an order by little is chosen for: of twenty thousand the plan is the same, at five times the cost.
  for (let part = 0; part < 2; part++)
    await api.database.query(
      `with one as (
         select c.* from contribution c join imported_text i on i.contribution_id = c.id where i.import_id = $1 and c.body <> ''
       ), many as (
         insert into contribution (theme_id, objective_id, channel, body, status, appearance, contributed_on, region_id, territory_id)
         select theme_id, objective_id, channel, '', status, appearance, contributed_on, region_id, territory_id
         from one, generate_series(1, 2000) returning id
       )
       insert into imported_text (contribution_id, import_id, last_import_id, digest) select id, $1, $1, '' from many`,
      [id],
    );
  await api.database.query(
    `insert into reading (contribution_id, person_id, read_at) select contribution_id, $2, now() from imported_text
     where import_id = $1 order by contribution_id limit 30`,
    [id, viewer.id],
  );
  await api.database.query("analyze imported_text");
  expect(await standingOn(api.database.manager, id)).toBe(30);
  expect(await freeTexts(api.database.manager, id, 200)).toHaveLength(200);
  const plan = await api.database.query<{ "QUERY PLAN": string }[]>(
    `explain (analyze, timing off, costs off) ${freeTextsSql(api.database.manager)}`,
    [id, 200],
  );
  const looks = plan.flatMap((row) => /contribution_revision.* loops=(\d+)/.exec(row["QUERY PLAN"])?.[1] ?? []);
  expect(looks.map(Number)).toEqual([230]);
});

test("an import is taken back whole, as long as nothing stands on it", async () => {
  const viewer = await rapporteur();
  const row = (n: number) => `Esnandes;${n};Cahier ${n};Un groupe;17;2019-01-01;;Pris et repris ${n}.`;
  const { id } = await bring([head, row(1), row(2)].join("\n"), { source: "Rendus" }, viewer);
  const texts = () => api.database.query("select id from contribution where import_key like 'rendus:%' order by id");
  const [{ id: contributionId }] = await texts();
  await act("readContributions", { contributionIds: [contributionId] }, "", viewer);
  const refused = await act("takeBackTextImport", { id, reason: "Par erreur." }, "", viewer);
  expect(refused.problems).toEqual([{ code: "NOT_EMPTY", field: "id" }]);
  expect(await texts()).toHaveLength(2);
  await act("unreadContributions", { contributionIds: [contributionId] }, "", viewer);
  const done = await act(
    "takeBackTextImport",
    { id, reason: "Par erreur." },
    "textImport { state takenBackFor }",
    viewer,
  );
  expect(done).toEqual({ problems: [], textImport: { state: "TAKEN_BACK", takenBackFor: "Par erreur." } });
  expect(await texts()).toEqual([]);
});

test("rows come in once their group has opened: of one in preparation nothing shows, what was read of the file is kept", async () => {
  const viewer = await rapporteur();
  const id = await send([head, "Vouhé;1;Cahier 1;Un groupe;17;2019-01-01;;Avant l’heure."].join("\n"), viewer);
  const prepare = (preparing: boolean) =>
    api.database.query("update working_group set preparing = $1 where slug = 'circuits-courts'", [preparing]);
  await prepare(true);
  expect((await act("mapTextImport", { id, ...reading, source: "Avant" }, fields, viewer)).problems).toEqual([]);
  const run = () => act("runTextImport", { id }, "textImport { state }", viewer);
  expect(await run()).toEqual({ problems: [{ code: "NOT_NOW", field: "id" }], textImport: null });
  await prepare(false);
  expect(await run()).toEqual({ problems: [], textImport: { state: "RUNNING" } });
});

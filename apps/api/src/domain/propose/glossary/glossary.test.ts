import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { trying } from "../../../../test/acts/acting.ts";
import { seededApi } from "../../../../test/site/demo.ts";
import { holderOf } from "../../../../test/site/people.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import { dayOf } from "../../../platform/day.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = seededApi();
let rapporteur: Viewer;
beforeAll(async () => {
  rapporteur = await holderOf(api.database, "RAPPORTEUR");
});

const fields = `id slug word definition synonyms avoid english inTexts version
  versions { number definition definedBy why reaction { text } meeting { slug } }`;

const termOf = async (slug: string) => {
  const { data, errors } = await api.ask(`query ($slug: String!) { glossaryTerm(slug: $slug) { ${fields} } }`, {
    slug,
  });
  expect(errors).toBeUndefined();
  return data.glossaryTerm;
};

const define = async (more: object, viewer: Viewer | undefined = rapporteur) => {
  const input = {
    id: randomUUID(),
    version: 0,
    group: "circuits-courts",
    word: "Un mot",
    definition: "Ce qu’il veut dire.",
    synonyms: [],
    avoid: [],
    inTexts: false,
    ...more,
  };
  const { data, errors } = await api.ask(
    `mutation ($input: DefineTermInput!) { defineTerm(input: $input) {
       problems { code field value } term { ${fields} } current { definition version } } }`,
    { input },
    viewer,
  );
  return { ...data?.defineTerm, code: errors?.[0]?.extensions.code };
};

test("the glossary holds words for readers, each with a definition, by alphabet", async () => {
  const { data } = await api.ask("{ glossary { word definition } }");
  const words = data.glossary.map(({ word }: { word: string }) => word);
  expect(words).toContain("essaimer");
  expect(words).not.toContain("journal");
  expect(data.glossary.every(({ definition }: { definition: string }) => definition.length > 0)).toBe(true);
  expect(words).toEqual(words.toSorted((a: string, b: string) => a.localeCompare(b, "fr")));
});

test("« circuit court » says both of its definitions, and what made the second", async () => {
  const { versions, definition } = await termOf("circuit-court");
  expect(versions.map(({ number }: { number: number }) => number)).toEqual([2, 1]);
  expect(versions[0]).toMatchObject({
    definition,
    reaction: { text: expect.stringContaining("financent") },
    meeting: { slug: "reunion-2" },
  });
  expect(versions[1]).toMatchObject({ why: null, reaction: null, meeting: null });
  expect(versions[1].definition).not.toContain("financent");
});

test("a reaction that was hidden since is no longer told as a cause", async () => {
  await api.database.query("update reaction set status = 'HIDDEN' where text like '%financent%'");
  expect((await termOf("circuit-court")).versions[0].reaction).toBeNull();
  await api.database.query("update reaction set status = 'VISIBLE' where text like '%financent%'");
});

test("a word is defined once whatever the retries, and defined anew with a reason and its cause: what it meant stays", async () => {
  const id = randomUUID();
  const [{ id: meeting }] = await api.database.query<[{ id: string }]>(
    "select id from meeting where slug = 'reunion-3'",
  );
  for (const term of (await Promise.all([1, 2].map(() => define({ id, word: "Troc" })))).map((one) => one.term))
    expect(term).toMatchObject({ slug: "troc", version: 1, versions: [{ number: 1, why: null }] });
  const changed = { id, word: "Troc", version: 1, definition: "Échanger sans argent.", synonyms: ["barter", "barter"] };
  expect((await define(changed)).problems).toMatchObject([{ code: "REQUIRED", field: "why" }]);
  const { term } = await define({ ...changed, why: "Trop vague.", causedByMeeting: meeting });
  expect(term).toMatchObject({ version: 2, synonyms: ["barter"], definition: "Échanger sans argent." });
  expect(term.versions).toMatchObject([
    { number: 2, why: "Trop vague.", definedBy: rapporteur.displayName, meeting: { slug: "reunion-3" } },
    { number: 1, definition: "Ce qu’il veut dire." },
  ]);
});

test("of two who define a word at once, the second sees what is in force, and nothing is lost", async () => {
  const { id, version, word } = await termOf("essaimer");
  const said = { id, version, word, why: "Une raison." };
  const answers = await Promise.all([
    define({ ...said, definition: "Une première façon." }),
    define({ ...said, definition: "Une autre façon." }),
  ]);
  const refused = answers.find(({ problems }) => problems.length > 0);
  const kept = answers.find(({ problems }) => problems.length === 0);
  expect(refused).toMatchObject({
    problems: [{ code: "STALE" }],
    current: { definition: kept.term.definition, version: version + 1 },
  });
  const again = await define({ ...said, version: version + 1, definition: "Les deux ensemble." });
  expect(again.term.versions.map(({ definition }: { definition: string }) => definition)).toEqual(
    expect.arrayContaining(["Les deux ensemble.", kept.term.definition]),
  );
});

test("a word is retired with a reason: no list, no search and no text tells it, its page does; and it is restored as it was", async () => {
  const { term } = await define({ word: "mot par erreur", inTexts: true, avoid: ["mot de trop"] });
  const tried = trying(api, "code field value");
  const retire = async (more: object = {}, viewer: Viewer = rapporteur) =>
    tried("retireTerm", { id: term.id, version: term.version, why: "On ne l’emploie plus.", ...more }, "", viewer);
  const restore = async (viewer: Viewer = rapporteur) => tried("restoreTerm", { id: term.id }, "", viewer);
  const told = async () => {
    const { data } = await api.ask(`{ glossary { slug } retiredTerms { slug } vocabulary { avoid }
      search(query: "mot par erreur") { nodes { path } } }`);
    const { glossary, retiredTerms, vocabulary, search } = data;
    return {
      listed: glossary.some(({ slug }: { slug: string }) => slug === term.slug),
      retired: retiredTerms.some(({ slug }: { slug: string }) => slug === term.slug),
      advised: vocabulary.some(({ avoid }: { avoid: string }) => avoid === "mot de trop"),
      found: search.nodes.some(({ path }: { path: string }) => path === `/glossary/${term.slug}`),
    };
  };
  const there = { listed: true, retired: false, advised: true, found: true };
  expect(await told()).toEqual(there);
  const referent = await holderOf(api.database, "REFERENT");
  expect((await retire({}, referent)).code).toBe("FORBIDDEN");
  expect((await retire({ why: " " })).payload.problems).toMatchObject([{ code: "REQUIRED", field: "why" }]);
  expect((await retire({ version: term.version + 1 })).payload.problems).toMatchObject([{ code: "STALE" }]);
  expect((await retire()).payload.problems).toEqual([]);
  expect(await told()).toEqual({ listed: false, retired: true, advised: false, found: false });
  const page = async () =>
    (
      await api.ask(
        `query ($slug: String!) { glossaryTerm(slug: $slug) { retiredOn retiredWhy definition versions { number } } }`,
        { slug: term.slug },
      )
    ).data.glossaryTerm;
  const kept = { definition: "Ce qu’il veut dire.", versions: [{ number: 1 }] };
  const today = dayOf(new Date());
  expect(await page()).toEqual({ ...kept, retiredOn: today, retiredWhy: "On ne l’emploie plus." });
  // Pressed again, it is done; meanwhile it is defined neither anew nor a second time.
  expect((await retire()).payload.problems).toEqual([]);
  const anew = { id: term.id, version: term.version + 1, word: "mot par erreur", definition: "Autre.", why: "x" };
  expect((await define(anew)).problems).toMatchObject([{ code: "RETIRED", field: "id" }]);
  expect((await define({ word: "Mot par erreur" })).problems).toMatchObject([
    { code: "RETIRED", field: "word", value: "mot par erreur" },
  ]);
  expect((await restore(referent)).code).toBe("FORBIDDEN");
  for (const _ of [1, 2]) expect((await restore()).payload.problems).toEqual([]);
  expect(await told()).toEqual(there);
  expect(await page()).toEqual({ ...kept, retiredOn: null, retiredWhy: null });
  const events = await api.database.query(
    "select event, data->>'why' as why from journal_entry where subject_id = $1 order by recorded_at",
    [term.id],
  );
  expect(events).toEqual([
    { event: "glossaryTerm.defined", why: null },
    { event: "glossaryTerm.retired", why: "On ne l’emploie plus." },
    { event: "glossaryTerm.restored", why: null },
  ]);
});

test("to show a word in texts, or to say it in English, changes nothing of what it means: no version, no reason", async () => {
  const { id, version, word, definition, synonyms, avoid, versions } = await termOf("portage");
  const { problems, term } = await define({
    id,
    version,
    word,
    definition,
    synonyms,
    avoid,
    inTexts: true,
    english: "carrying",
  });
  expect(problems).toEqual([]);
  expect(term).toMatchObject({ inTexts: true, english: "carrying", version: version + 1 });
  expect(term.versions).toHaveLength(versions.length);
});

test.each([
  ["no word", { word: " " }, { code: "REQUIRED", field: "word" }],
  ["no definition", { definition: "" }, { code: "REQUIRED", field: "definition" }],
  ["a word that is there", { word: "ESSAIMER" }, { code: "ALREADY_THERE", field: "word", value: "essaimer" }],
  [
    "too many synonyms",
    { synonyms: Array.from({ length: 11 }, (_, at) => `mot ${at}`) },
    { code: "TOO_MANY_CHOICES", field: "synonyms" },
  ],
  ["an unknown group", { group: "ailleurs" }, { code: "UNKNOWN_CHOICE", field: "group" }],
])("%s is refused by field", async (_, more, problem) => {
  expect((await define(more)).problems).toMatchObject([problem]);
});

test("a cause that cannot be read is refused", async () => {
  const { id, version, word } = await termOf("essaimer");
  const said = { id, version, word, definition: "Encore autre chose.", why: "Une raison." };
  expect((await define({ ...said, causedByReaction: randomUUID() })).problems).toMatchObject([
    { code: "UNKNOWN_CHOICE", field: "causedByReaction" },
  ]);
});

test("texts tell the words they use where they use them first: whole, in the plural too, once a page", async () => {
  const [{ id }] = await api.database.query<[{ id: string }]>("select id from proposal where slug = 'proposition-1'");
  await api.database.query("update proposal set summary = 'Les circuits courts et leur essaim.' where id = $1", [id]);
  await api.database.query(
    `insert into statement (proposal_id, part, position, text) values
       ($1, 'LIMIT', 98, 'Un circuit court ne se décrète pas.'), ($1, 'LIMIT', 99, 'L’ESS peut fédérer.')`,
    [id],
  );
  const { data } = await api.ask(`{ proposal(slug: "proposition-1") { id summary statements { id text }
    glossary { subjectId startsAt endsAt term { word } } } }`);
  const { summary, statements, glossary } = data.proposal;
  const texts = new Map<string, string>([
    [id, summary],
    ...statements.map((one: { id: string; text: string }) => [one.id, one.text]),
  ]);
  const told = glossary.map(({ subjectId, startsAt, endsAt, term }: any) => [
    term.word,
    texts.get(subjectId)!.slice(startsAt, endsAt),
  ]);
  expect(told).toContainEqual(["circuit court", "circuits courts"]);
  expect(told).toContainEqual(["économie sociale et solidaire", "ESS"]);
  expect(told).toContainEqual(["fédérer", "fédérer"]);
  expect(told.filter(([word]: string[]) => word === "circuit court")).toHaveLength(1);
});

test("syntheses and key points tell them too, and only words that are to be explained", async () => {
  await api.database.query("update glossary_term set in_texts = true where slug = 'levier'");
  const { data } = await api.ask(
    `{ synthesis(slug: "point-d-etape-1") { inForce { glossary { term { word inTexts } } } } }`,
  );
  const used = data?.synthesis?.inForce?.glossary ?? [];
  for (const { term } of used) expect(term.inTexts).toBe(true);
  const [{ id }] = await api.database.query<[{ id: string }]>(
    "select id from key_point where state = 'STATED' limit 1",
  );
  await api.database.query("update key_point set sentence = 'Un levier, puis un frein.' where id = $1", [id]);
  const asked = await api.ask(`query ($id: ID!) { keyPoint(id: $id) { glossary { startsAt endsAt term { word } } } }`, {
    id,
  });
  expect(asked.data.keyPoint.glossary).toEqual([{ startsAt: 3, endsAt: 9, term: { word: "levier" } }]);
});

test("the words of texts are found in one statement at most, however many texts there are", async () => {
  const text = (list: string) => `{ ${list} { id glossary { term { word } } } }`;
  const many = await statementsOf(() => api.ask(text("proposals"), {}, rapporteur));
  expect(many.filter((one) => one.includes("glossary_term")).length).toBeLessThan(2);
});

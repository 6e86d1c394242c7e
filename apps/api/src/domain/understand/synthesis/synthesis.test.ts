import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { holders } from "../../../../test/site/people.ts";
import { statementsAgain } from "../../../../test/site/statements.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = seededApi();
const people = holders(api, "RAPPORTEUR");

const see = async (slug: string, viewer?: Viewer) => {
  const { data, errors } = await api.ask(
    `query ($slug: String!) { synthesis(slug: $slug) {
       title state version definition method notHeard decisions nextSteps responsesSince objective { number }
       paragraphs { kind position text passages { quote contribution { id body } } keyPoints { sentence state passages { quote } } against { sentence } }
       versions { version state definition causes { reaction { text } meeting { title } } }
       coverage { heardCount notHeard { name } }
     } }`,
    { slug },
    viewer,
  );
  expect(errors).toBeUndefined();
  return data.synthesis;
};

const draw = async (seed: number, synthesis = "point-d-etape-2") => {
  const { data } = await api.ask(
    "query ($synthesis: String!, $seed: Int!) { draw(synthesis: $synthesis, seed: $seed) { id status objective { number } } }",
    { synthesis, seed },
  );
  return data.draw as { id: string; status: string; objective: { number: number } }[];
};

test("the three syntheses of the demonstration are published, in the order of their objectives", async () => {
  const { data } = await api.ask("{ syntheses { slug state objective { number } } }");
  expect(data.syntheses).toEqual(
    [1, 2, 3].map((number) => ({ slug: `point-d-etape-${number}`, state: "PUBLISHED", objective: { number } })),
  );
});

test("a synthesis goes from what is agreed to what is debated, with both sides, to the words themselves", async () => {
  const { paragraphs, notHeard } = await see("point-d-etape-1");
  const of = (kind: string) => paragraphs.filter((paragraph: { kind: string }) => paragraph.kind === kind);
  expect(of("AGREEMENT").length).toBeGreaterThanOrEqual(3);
  expect(of("DEBATE")).toHaveLength(3);
  for (const debate of of("DEBATE")) {
    expect(debate.keyPoints.length).toBeGreaterThan(0);
    expect(debate.against.length).toBeGreaterThan(0);
  }
  for (const { keyPoints } of of("AGREEMENT"))
    for (const { passages } of keyPoints) expect(passages.length).toBeGreaterThanOrEqual(2);
  expect(notHeard.length).toBeGreaterThan(0);
});

test("the definition has two versions; the second says which reaction and which meeting changed it", async () => {
  const { version, definition, versions } = await see("point-d-etape-1");
  expect(version).toBe(2);
  expect(versions.map((each: { version: number; state: string }) => [each.version, each.state])).toEqual([
    [2, "PUBLISHED"],
    [1, "SUPERSEDED"],
  ]);
  expect(definition).toBe(versions[0].definition);
  expect(definition).not.toBe(versions[1].definition);
  expect(versions[0].causes).toHaveLength(2);
  expect(versions[0].causes.some(({ reaction }: { reaction: unknown }) => reaction)).toBe(true);
  expect(versions[0].causes.some(({ meeting }: { meeting: unknown }) => meeting)).toBe(true);
  expect(versions[1].causes).toEqual([]);
});

test("what it quotes is what was written, and goes when the text is hidden", async () => {
  const quotes = async () =>
    (await see("point-d-etape-1")).paragraphs
      .filter(({ kind }: { kind: string }) => kind === "QUOTE")
      .flatMap(
        ({ passages }: { passages: { quote: string; contribution: { id: string; body: string } }[] }) => passages,
      );
  const before = await quotes();
  expect(before).toHaveLength(2);
  for (const { quote, contribution } of before) expect(contribution.body).toContain(quote);
  const { id } = before[0].contribution;
  await api.database.query("update contribution set status = 'HIDDEN' where id = $1", [id]);
  expect(await quotes()).toHaveLength(1);
  await api.database.query("update contribution set status = 'VISIBLE' where id = $1", [id]);
});

test("a key point that went back to work is not told by any paragraph to a visitor", async () => {
  const [keyPoint] = await api.database.query<{ id: string; sentence: string }[]>(
    `select k.id, k.sentence from key_point k join citation c on c.key_point_id = k.id
     join synthesis_paragraph p on p.id = c.paragraph_id join synthesis_version v on v.id = p.version_id
     join synthesis s on s.id = v.synthesis_id and s.version = v.version
     where s.slug = 'point-d-etape-2' limit 1`,
  );
  await api.database.query("update key_point set state = 'WORKING' where id = $1", [keyPoint!.id]);
  const told = async (viewer?: Viewer) => {
    const { paragraphs } = await see("point-d-etape-2", viewer);
    return JSON.stringify(
      paragraphs.map(({ keyPoints, against }: Record<string, { sentence: string }[]>) =>
        [...keyPoints!, ...against!].map(({ sentence }) => sentence),
      ),
    ).includes(JSON.stringify(keyPoint!.sentence));
  };
  expect(await told()).toBe(false);
  expect(await told(people.RAPPORTEUR)).toBe(true);
  await api.database.query("update key_point set state = 'STATED' where id = $1", [keyPoint!.id]);
});

test("a draft is read by the team alone", async () => {
  const put = async (state: string) => {
    await api.database.query("update synthesis set state = $1 where slug = 'point-d-etape-3'", [state]);
    await api.database.query(
      "update synthesis_version set state = $1 where synthesis_id = (select id from synthesis where slug = 'point-d-etape-3')",
      [state],
    );
  };
  await put("DRAFT");
  expect(await see("point-d-etape-3")).toBeNull();
  expect(await draw(1, "point-d-etape-3")).toEqual([]);
  expect(await see("point-d-etape-3", people.RAPPORTEUR)).toMatchObject({ state: "DRAFT" });
  const { data } = await api.ask("{ syntheses { slug } }");
  expect(data.syntheses).toHaveLength(2);
  await put("PUBLISHED");
});

test("it says how many responses arrived since its version was published", async () => {
  expect((await see("point-d-etape-1")).responsesSince).toBe(0);
  await api.database.query(
    `update response set submitted_on = submitted_on + 60 where id in (
       select r.id from response r join questionnaire q on q.id = r.questionnaire_id
       where q.slug = 'questionnaire-1' order by r.id limit 2)`,
  );
  expect((await see("point-d-etape-1")).responsesSince).toBe(2);
});

test("who was not heard stands beside it", async () => {
  const { coverage } = await see("point-d-etape-1");
  expect(coverage.notHeard.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining(["Guadeloupe", "Guyane", "Mayotte"]),
  );
});

test("the same seed draws the same ten public texts of its objective, another draws others", async () => {
  const first = await draw(7);
  expect(first).toHaveLength(10);
  expect(await draw(7)).toEqual(first);
  expect(await draw(8)).not.toEqual(first);
  for (const { status, objective } of first) expect({ status, ...objective }).toEqual({ status: "VISIBLE", number: 2 });
});

test("a list of 3 syntheses costs as many statements as a list of 1", async () => {
  const ask = () =>
    api.ask(
      `{ syntheses { title definition responsesSince objective { name } coverage { heardCount }
           paragraphs { text keyPoints { sentence peopleCount passages { quote contribution { id } } } against { sentence } }
           versions { version causes { meeting { title } } } } }`,
    );
  const many = await statementsAgain(ask);
  await api.database.query("update synthesis set state = 'DRAFT' where slug <> 'point-d-etape-1'");
  expect(await statementsAgain(ask)).toHaveLength(many.length);
  await api.database.query("update synthesis set state = 'PUBLISHED'");
});

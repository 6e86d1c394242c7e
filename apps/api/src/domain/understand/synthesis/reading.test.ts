import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";
import { letGo, statementsOf } from "../../../../test/site/statements.ts";

const api = seededApi();
const slug = "point-d-etape-1";
let passage: { id: string; quote: string; contributionId: string };
let keyPoint: { id: string; sentence: string };
let paragraphId: string;

beforeAll(async () => {
  const { database } = api;
  [{ id: paragraphId }] = await database.query(
    `select p.id from synthesis_paragraph p join synthesis_version v on v.id = p.version_id
     join synthesis s on s.id = v.synthesis_id and s.version = v.version
     where s.slug = $1 and p.kind = 'AGREEMENT' order by p.position limit 1`,
    [slug],
  );
  [keyPoint] = await database.query(
    `select k.id, k.sentence from key_point k join citation c on c.key_point_id = k.id where c.paragraph_id = $1`,
    [paragraphId],
  );
  [passage] = await database.query(
    `select p.id, p.quote, p.contribution_id as "contributionId" from passage p
     join key_point_passage k on k.passage_id = p.id where k.key_point_id = $1 order by p.id limit 1`,
    [keyPoint.id],
  );
  await database.query("insert into passage_citation (paragraph_id, passage_id) values ($1, $2)", [
    paragraphId,
    passage.id,
  ]);
  await database.query("update synthesis_paragraph set detail = $2 where id = $1", [
    paragraphId,
    `D’abord **le lien** :\n\n- <passage:${passage.id}>\n- <keyPoint:${keyPoint.id}>\n\nPuis [la suite](/themes).`,
  ]);
});

const paragraph = async () => {
  const { data } = await api.ask(
    "query ($slug: String!) { synthesis(slug: $slug) { paragraphs { id plain reactionCounts { support complete qualify } reactions { id subject subjectId } } } }",
    { slug },
  );
  return data.synthesis.paragraphs.find(({ id }: { id: string }) => id === paragraphId);
};

test("the detail of a paragraph can be read as plain text, with the words it cites", async () => {
  expect((await paragraph()).plain).toBe(
    ["D’abord le lien :", `«\u00a0${passage.quote}\u00a0»`, keyPoint.sentence, "Puis la suite."].join("\n"),
  );
});

test("words that their author took back are told to be, in plain text too", async () => {
  await api.database.query("update contribution set status = 'WITHDRAWN' where id = $1", [passage.contributionId]);
  const { plain } = await paragraph();
  expect(plain).toContain("\nparoles qui ne paraissent plus\n");
  expect(plain).not.toContain(passage.quote);
  await api.database.query("update contribution set status = 'VISIBLE' where id = $1", [passage.contributionId]);
});

test("on a site that speaks English alone, words that were taken back are told to be in English", async () => {
  const say = async (languages: string) => api.database.query("update instance set languages = $1", [languages]);
  const [row] = await api.database.query("select id from instance");
  if (!row) await api.database.query("insert into instance (name) values ('')");
  await say("ENGLISH");
  expect((await paragraph()).plain).toContain(`“${passage.quote}”`);
  await api.database.query("update contribution set status = 'WITHDRAWN' where id = $1", [passage.contributionId]);
  expect((await paragraph()).plain).toContain("\nwords that no longer appear\n");
  await api.database.query("update contribution set status = 'VISIBLE' where id = $1", [passage.contributionId]);
  await say("BOTH");
});

test("anybody reacts to a paragraph that circulates or is published, of a draft nobody; it says how many of each kind", async () => {
  const react = async (kind: string, subjectId = paragraphId) => {
    const { data } = await api.ask(
      "mutation ($input: ReactInput!) { react(input: $input) { problems { code } reaction { id subject subjectId } } }",
      { input: { key: randomUUID(), subject: "SYNTHESIS_PARAGRAPH", subjectId, kind, text: "Chez nous aussi." } },
    );
    return data.react;
  };
  expect(await react("SUPPORT")).toMatchObject({
    problems: [],
    reaction: { subject: "SYNTHESIS_PARAGRAPH", subjectId: paragraphId },
  });
  await react("QUALIFY");
  await react("QUALIFY");
  const { reactionCounts, reactions } = await paragraph();
  expect(reactionCounts).toEqual({ support: 1, complete: 0, qualify: 2 });
  expect(reactions).toHaveLength(3);
  const [draft] = await api.database.query<{ id: string }[]>(
    `with begun as (insert into synthesis_version (synthesis_id, version, state, method)
       select id, version + 1, 'DRAFT', '' from synthesis where slug = $1 returning id)
     insert into synthesis_paragraph (id, version_id, origin_id, kind, position, text)
     select gen_random_uuid(), id, gen_random_uuid(), 'AGREEMENT', 1, 'Un brouillon.' from begun returning id`,
    [slug],
  );
  expect((await react("SUPPORT", draft!.id)).problems).toEqual([{ code: "GONE" }]);
});

test("what was given since the version in force is listed, with how many are not published; nothing else narrows a day", async () => {
  const { database } = api;
  const since = async (of = slug) => {
    const { data } = await api.ask(
      "query ($since: String!) { contributions(filter: { since: $since }) { totalCount unpublishedCount nodes { contributedOn objective { number } } } }",
      { since: of },
    );
    return data.contributions;
  };
  const before = await since();
  await database.query(
    `update contribution set contributed_on = (select max(v.published_at)::date + 1 from synthesis_version v
       join synthesis s on s.id = v.synthesis_id where s.slug = $1) where id in (
       select c.id from contribution c join objective o on o.id = c.objective_id
       where o.number = 1 and c.status = 'VISIBLE' order by c.contributed_on, c.id limit 3)`,
    [slug],
  );
  const after = await since();
  expect(after.totalCount).toBe(before.totalCount + 3);
  await database.query(
    `update contribution set status = 'UNPUBLISHED' where id = (select c.id from contribution c
       join objective o on o.id = c.objective_id where o.number = 1 and c.status = 'VISIBLE' and c.id <> $1
       order by c.contributed_on desc, c.id limit 1)`,
    [passage.contributionId],
  );
  expect(await since()).toMatchObject({
    totalCount: after.totalCount - 1,
    unpublishedCount: null,
  });
  for (const { objective } of after.nodes) expect(objective.number).toBe(1);
  expect(await since("nulle-part")).toMatchObject({ totalCount: 0, unpublishedCount: null });
  await database.query("update synthesis_version set state = 'CIRCULATING', published_at = null");
  expect(await since()).toMatchObject({ totalCount: 0, unpublishedCount: null });
  await database.query("update synthesis_version set state = 'PUBLISHED', published_at = now()");
});

test("what the team answered in public is told without whose words it is about", async () => {
  const told = async () => {
    const { data } = await api.ask(
      "query ($slug: String!) { synthesis(slug: $slug) { inForce { citationReplies { verdict reply repliedOn } } } }",
      { slug },
    );
    return data.synthesis.inForce.citationReplies;
  };
  await api.database.query(
    `insert into citation_review (passage_id, verdict, text, reviewed_on) values ($1, 'DISTORTED', 'Je n’ai pas dit cela.', now())
     on conflict (passage_id) do update set verdict = excluded.verdict, text = excluded.text`,
    [passage.id],
  );
  expect(await told()).toEqual([]);
  await api.database.query(
    "update citation_review set resolution = 'REPLIED', reply = 'Nous gardons la phrase.', resolved_on = '2012-04-20' where passage_id = $1",
    [passage.id],
  );
  expect(await told()).toEqual([{ verdict: "DISTORTED", reply: "Nous gardons la phrase.", repliedOn: "2012-04-20" }]);
  expect(JSON.stringify(await told())).not.toContain("Je n’ai pas dit cela");
});

test("counts, plain text and replies of many paragraphs cost as many statements as of few", async () => {
  const ask = () =>
    api.ask(
      `{ syntheses { paragraphs { plain reactionCounts { support } } versions { citationReplies { reply } paragraphs { plain } } } }`,
    );
  await letGo(api.database);
  const many = await statementsOf(ask);
  await api.database.query("update synthesis set state = 'DRAFT' where slug <> $1", [slug]);
  expect(await statementsOf(ask)).toHaveLength(many.length);
});

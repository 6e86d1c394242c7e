import { longestList } from "@cahier/schema/limits";
import { expect, test } from "vitest";
import { seededApi } from "../site/demo.ts";
import { statementsOf } from "../site/statements.ts";

const api = seededApi();
const run = <Row>(text: string, values: unknown[] = []) => api.database.query<Row[]>(text, values);

/** Copies of a row, more than two pages of its list, that differ by some columns. */
async function copied(
  table: string,
  key: string,
  id: string,
  change: Record<string, string>,
  many = 2 * longestList + 30,
) {
  const columns = await run<{ name: string }>(
    "select column_name as name from information_schema.columns where table_name = $1 and is_generated = 'NEVER'",
    [table],
  );
  const names = columns.map(({ name }) => name);
  const values = names.map((name) => change[name] ?? (name === key ? "gen_random_uuid()" : `it.${name}`));
  return run<{ id: string }>(
    `insert into ${table} (${names.join(", ")}) select ${values.join(", ")} from ${table} it, generate_series(1, $2) n
     where it.${key} = $1 returning ${key} as id`,
    [id, many],
  );
}

type Ids = { id: string }[];
type Asked = (last: string | null) => Promise<Ids>;

/** Reads a list to its end, page after page; each takes as many statements as the second did. */
async function readOn(ask: Asked, most: number, lastOf = (page: Ids) => page.at(-1)!.id) {
  const all: string[] = [];
  const counts = new Set<number>();
  let page = await ask(null);
  for (;;) {
    expect(page.length).toBeLessThanOrEqual(most);
    all.push(...page.map(({ id }) => id));
    if (page.length < most) break;
    const last = lastOf(page);
    counts.add((await statementsOf(async () => void (page = await ask(last)))).length);
  }
  expect(counts.size).toBe(1);
  expect(new Set(all).size).toBe(all.length);
  return all.toSorted();
}
const sorted = (rows: Ids) => rows.map(({ id }) => id).toSorted();

test("reactions are read to the last, two hundred at a time, also those to what was merged", async () => {
  const points = await run<{ id: string }>("select id from key_point where state = 'STATED' order by number limit 2");
  await run(
    "update key_point set merged_into_id = $1, state = 'MERGED' where id = $2",
    points.map(({ id }) => id),
  );
  const [one] = await run<{ id: string }>(
    `insert into reaction (key, subject, subject_id, kind, text, reacted_on)
    values ('x', 'KEY_POINT', $1, 'SUPPORT', 'Nous aussi.', '2012-06-01') returning id`,
    [points[0]!.id],
  );
  await copied("reaction", "id", one!.id, {
    key: "gen_random_uuid()::text",
    subject_id: `case n % 3 when 0 then '${points[1]!.id}'::uuid else it.subject_id end`,
    reacted_on: "it.reacted_on - n % 4",
  });
  const ask: Asked = async (before) => {
    const asked = before
      ? "query ($id: ID!, $before: ID!) { list: olderReactions(subject: KEY_POINT, subjectId: $id, before: $before) { id } }"
      : "query ($id: ID!) { keyPoint(id: $id) { list: reactions { id } } }";
    const { data } = await api.ask(asked, { id: points[0]!.id, before });
    return (data.keyPoint ?? data).list;
  };
  const all = await run<{ id: string }>(
    "select id from reaction where subject = 'KEY_POINT' and status = 'VISIBLE' and subject_id = any($1::uuid[])",
    [points.map(({ id }) => id)],
  );
  expect(await readOn(ask, longestList, (page) => page[0]!.id)).toEqual(sorted(all));
});

test("reactions to a synthesis and to a paragraph are read forty at a time; one of them comes after those before it", async () => {
  const [paragraph] = await run<{ id: string; synthesis: string; slug: string }>(
    `select p.id, s.id as synthesis, s.slug from synthesis_paragraph p join synthesis_version v on v.id = p.version_id
     join synthesis s on s.id = v.synthesis_id and s.version = v.version where s.state = 'PUBLISHED' order by p.id limit 1`,
  );
  const { id, synthesis, slug } = paragraph!;
  for (const [subject, of] of [
    ["SYNTHESIS", synthesis],
    ["SYNTHESIS_PARAGRAPH", id],
  ] as const) {
    await run(
      `insert into reaction (key, subject, subject_id, kind, text, reacted_on)
       select $1 || n, $1, $2, 'SUPPORT', 'Nous aussi.', date '2012-06-01' + n % 7 from generate_series(1, 93) n`,
      [subject, of],
    );
    const older = async (asked: object) => {
      const variables = { subject, of, first: 40, ...asked };
      const { data } = await api.ask(
        `query ($subject: ReactionSubject!, $of: ID!, $before: ID!, $through: Boolean, $first: Int) {
           list: olderReactions(subject: $subject, subjectId: $of, before: $before, through: $through, first: $first) { id } }`,
        variables,
      );
      return data.list as Ids;
    };
    const newest = async (): Promise<Ids> => {
      const { data } = await api.ask(
        "query ($slug: String!) { synthesis(slug: $slug) { reactions(first: 40) { id } paragraphs { id reactions(first: 40) { id } } } }",
        { slug },
      );
      const { reactions, paragraphs } = data.synthesis;
      return of === synthesis ? reactions : paragraphs.find((it: { id: string }) => it.id === of).reactions;
    };
    const all = await run<{ id: string }>(
      "select id from reaction where subject_id = $1 and status = 'VISIBLE' order by reacted_on, id",
      [of],
    );
    const ask: Asked = (before) => (before ? older({ before }) : newest());
    expect(await readOn(ask, 40, (page) => page[0]!.id)).toEqual(sorted(all));
    // The fiftieth, which the forty newest are without, is there at its own address.
    const through = await older({ before: all[49]!.id, through: true });
    expect(through).toEqual(all.slice(10, 50));
    expect(await older({ before: all[49]!.id })).toEqual(all.slice(9, 49));
  }
});

test("reactions to what cannot be read stay unread, whatever is asked", async () => {
  const [one] = await run<{ id: string; subjectId: string }>(
    `insert into reaction (key, subject, subject_id, kind, text, reacted_on)
     select 'y' || n, 'CONTRIBUTION', id, 'SUPPORT', 'Nous aussi.', date '2012-06-01' + n
     from (select id from contribution where status = 'HIDDEN' limit 1) c, generate_series(1, 2) n
     returning id, subject_id as "subjectId"`,
  );
  const asked = `query ($id: ID!, $before: ID!) {
    olderReactions(subject: CONTRIBUTION, subjectId: $id, before: $before) { id } }`;
  const { data } = await api.ask(asked, { id: one!.subjectId, before: one!.id });
  expect(data).toEqual({ olderReactions: [] });
});

test("arguments are read to the last, a hundred of each at a time", async () => {
  const [contribution] = await run<{ id: string }>("select id from contribution where status = 'VISIBLE' limit 1");
  const [proposal] = await run<{ id: string; slug: string }>(
    "select id, slug from proposal where state = 'OPEN' limit 1",
  );
  for (let part = 0; part < 5; part++)
    await run(
      `insert into supply (contribution_id, proposal_id, slot, key, digest, code_digest)
       select id, $2, 'FOR', id::text, id::text, id::text from unnest($1::uuid[]) id`,
      [(await copied("contribution", "id", contribution!.id, {}, 46)).map(({ id }) => id), proposal!.id],
    );
  const ask: Asked = async (after) => {
    const { data } = await api.ask(
      `query ($slug: String!, $slot: SupplySlot, $after: ID) {
         proposal(slug: $slug) { arguments(slot: $slot, after: $after) { id slot } } }`,
      { slug: proposal!.slug, slot: "FOR", after },
    );
    return data.proposal.arguments;
  };
  const all = await run<{ id: string }>(
    `select s.contribution_id as id from supply s join contribution c on c.id = s.contribution_id
     where s.proposal_id = $1 and s.slot = 'FOR' and c.status = 'VISIBLE'`,
    [proposal!.id],
  );
  expect(await readOn(ask, longestList / 2)).toEqual(sorted(all));
});

test("amendments are read to the last, two hundred at a time", async () => {
  const [one] = await run<{ id: string; proposal: string; slug: string }>(
    `select a.id, a.proposal_id as proposal, p.slug from amendment a
     join proposal p on p.id = a.proposal_id and p.state = 'OPEN' where a.status = 'VISIBLE' limit 1`,
  );
  await copied("amendment", "id", one!.id, {
    key: "gen_random_uuid()::text",
    code_digest: "gen_random_uuid()::text",
    proposed_on: "it.proposed_on - n % 5",
  });
  const ask: Asked = async (after) =>
    (
      await api.ask(
        "query ($slug: String!, $after: ID) { proposal(slug: $slug) { amendments(after: $after) { id } } }",
        {
          slug: one!.slug,
          after,
        },
      )
    ).data.proposal.amendments;
  const all = await run<{ id: string }>("select id from amendment where proposal_id = $1 and status <> 'HIDDEN'", [
    one!.proposal,
  ]);
  expect(await readOn(ask, longestList)).toEqual(sorted(all));
});

/** The same reads, three ways: asked of the site, of PostGraphile, and as one prepared statement. */
export interface Question {
  name: string;
  /** Of the site. */
  ours: string;
  /** Of PostGraphile, over the functions below. */
  theirs: string;
  /** The limit: one statement that makes the whole answer, as JSON. */
  limit: string;
  variables: Record<string, unknown>;
  /** An answer of PostGraphile in the words of the site. */
  translated: (data: any) => unknown;
}

/**
 * Functions that PostGraphile shows as fields, so that both ask PostgreSQL for the same: the newest texts, those that hold
 * words by rank, and a response kept whole, without a look at what it holds.
 */
export const functions = `
  create function newest_texts() returns setof contribution language sql stable as $$
    select * from contribution where status = 'VISIBLE' order by contributed_on desc, id desc
  $$;
  create function found_texts(words text) returns setof contribution language sql stable as $$
    select it.* from (
      select id, contributed_on, ts_rank_cd(document, asked, 1) as rank from (
        select s.contribution_id as id, s.told as contributed_on, s.document, asked
        from search_query(words) asked, contribution_search s
        where s.shown and s.document @@ asked order by s.told desc, s.contribution_id desc limit 1000
      ) found order by rank desc, contributed_on desc, id desc
    ) best join contribution it on it.id = best.id and it.status = 'VISIBLE' order by best.rank desc, it.contributed_on desc, it.id desc
  $$;
  create function send_response(template uuid, sent text, answers jsonb) returns uuid language sql volatile as $$
    with kept as (
      insert into response
      select (jsonb_populate_record(r, jsonb_build_object('id', gen_random_uuid(), 'key', sent, 'digest', sent,
        'receipt_digest', sent, 'repeat_key', sent))).*
      from response r where r.id = template returning *
    ), answered as (
      insert into answer (response_id, question_id, value)
      select kept.id, (one ->> 'questionId')::uuid, one -> 'value' from kept, jsonb_array_elements(answers) one
    ), told as (
      insert into contribution
      select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(), 'response_id', kept.id, 'body', one ->> 'value'))).*
      from kept, jsonb_array_elements(answers) one
      join contribution c on c.response_id = template and c.question_id = (one ->> 'questionId')::uuid
    )
    select id from kept
  $$;
`;

/** Takes these functions away again. */
export const dropped = `
  drop function if exists newest_texts();
  drop function if exists found_texts(text);
  drop function if exists send_response(uuid, text, jsonb);
`;

const text = "id body contributedOn channel question { code label } region { name }";
const theirText =
  "id: rowId body contributedOn channel question: questionByQuestionId { code label } region: territoryByRegionId { name }";

const textJson = `json_build_object('id', it.id, 'body', it.body, 'contributedOn', it.contributed_on, 'channel', it.channel,
    'question', (select json_build_object('code', q.code, 'label', q.label) from question q where q.id = it.question_id),
    'region', (select json_build_object('name', t.name) from territory t where t.id = it.region_id))`;

/** Twelve of these texts, in their order, as a list of contributions. */
const listOf = (texts: string) =>
  `select json_build_object('contributions', json_build_object('nodes', (
     select json_agg(${textJson}) from (select * from ${texts} limit 12) it)))::text as json`;

const byId = (rows: any[]) => rows.toSorted((one, other) => (one.id < other.id ? -1 : 1));

/** A proposal, with what it stands on in one order: nobody promises another. */
const ordered = (it: any) => ({
  ...it,
  statements: byId(it.statements).map((one) => ({ ...one, ownPassages: byId(one.ownPassages) })),
});

/** The answer of the site, in one order where none is promised. */
export const inOrder = (data: any) => (data.proposal ? { proposal: ordered(data.proposal) } : data);

/** Reads, each with the proposal of that slug. */
export const reads = (slug: string): Question[] => [
  {
    name: "list of twelve texts",
    ours: `{ contributions(first: 12) { nodes { ${text} } } }`,
    theirs: `{ contributions: newestTexts(first: 12) { nodes { ${theirText} } } }`,
    limit: listOf("newest_texts()"),
    variables: {},
    translated: (data) => data,
  },
  {
    name: "search, twelve best",
    ours: `query ($words: String!) { contributions(first: 12, filter: { search: $words }) { nodes { ${text} } } }`,
    theirs: `query ($words: String!) { contributions: foundTexts(first: 12, words: $words) { nodes { ${theirText} } } }`,
    limit: listOf("found_texts($1)"),
    variables: { words: "circuits" },
    translated: (data) => data,
  },
  {
    name: "proposal and its sources",
    ours: `query ($slug: String!) { proposal(slug: $slug) { id title summary statements { id part position text
      ownPassages { id quote contribution { id body contributedOn region { name } } } } } }`,
    theirs: `query ($slug: String!) { proposal: proposalBySlug(slug: $slug) { id: rowId title summary
      statements: statementsByProposalIdList { id: rowId part position text
        ownPassages: statementPassagesByStatementIdList { passage: passageByPassageId { id: rowId quote
          contribution: contributionByContributionId { id: rowId body contributedOn region: territoryByRegionId { name } } } } } } }`,
    limit: `select json_build_object('proposal', (select json_build_object('id', p.id, 'title', p.title, 'summary', p.summary,
      'statements', (select json_agg(json_build_object('id', s.id, 'part', s.part, 'position', s.position, 'text', s.text,
        'ownPassages', coalesce((select json_agg(json_build_object('id', a.id, 'quote', a.quote, 'contribution',
          json_build_object('id', c.id, 'body', c.body, 'contributedOn', c.contributed_on, 'region',
            (select json_build_object('name', t.name) from territory t where t.id = c.region_id))))
          from statement_passage l join passage a on a.id = l.passage_id join contribution c on c.id = a.contribution_id
          where l.statement_id = s.id), '[]')))
        from statement s where s.proposal_id = p.id)) from proposal p where p.slug = $1))::text as json`,
    variables: { slug },
    translated: ({ proposal }) => ({
      proposal: ordered({
        ...proposal,
        statements: proposal.statements.map((one: any) => ({
          ...one,
          ownPassages: one.ownPassages.map(({ passage }: any) => passage),
        })),
      }),
    }),
  },
];

/** A send: the site checks all of it, tells its receipt, and keeps its promises; the other one writes the rows. */
export const send = {
  ours: `mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { problems { code field } receipt { code } } }`,
  theirs: `mutation ($template: UUID!, $sent: String!, $answers: JSON!) {
    sendResponse(input: { template: $template, sent: $sent, answers: $answers }) { result } }`,
};

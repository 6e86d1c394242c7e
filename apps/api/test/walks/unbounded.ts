/** Tables that anybody lengthens. */
const open = "contribution|response|reaction|amendment|supply|argument_rating|initiative|exchange|minority_signature";

/** Ends in themselves: a row by what only it has, rows by their ids, what is counted. */
const ended =
  /\blimit\b|\bcount\(|\bsum\(|\bit\.(?:id|slug|\w*digest) = |\b\w+\.(?:id|contribution_id) = any\(\$1::uuid\[\]\)/;

/** Lists that are short by what they are. */
const short = [
  // A response has at most as many texts as its questionnaire has questions.
  "where it.response_id = any($1::uuid[])",
  // A proposal began as one amendment, if any.
  "where it.promoted_to_id = any($1::uuid[])",
  // Passages that readers marked, each to be accounted for.
  "with asked as ( select v.id, s.objective_id",
];

/** Statements that read a list of what anybody may write, and all of it. */
export const unbounded = (statements: string[]) =>
  [...new Set(statements.map((text) => text.replace(/\s+/g, " ").replace(/^select it.* from/, "from")))]
    .filter((text) => new RegExp(`\\b(?:from|join) "?(?:${open})"?\\b`).test(text))
    .filter((text) => !ended.test(text) && !short.some((part) => text.includes(part)));

/** Statements that read what a team lengthens and have no end, each with the reason why they need none. */
const reasons: [RegExp, string][] = [
  [/partition by o\.group_id .* where place <= \d+ order by place$/, "so many of each group"],
  [
    /ctid|from pg_constraint|then email end as email from person where id/,
    "all that is kept of one person, whom it is told",
  ],
  [/from "?meeting_file"? it where it\.meeting_id/, "few files a meeting, and their rows without the bytes"],
  [/^select distinct s\.proposal_id as "proposalId", s\.slot/, "a row a slot of a proposal"],
  [/^select distinct on \(j\.subject_id\) .* j\.subject_id = any/, "a row an amendment"],
  [/ from "?(?:territory|axis|term)"? it\b/, "reference lists, which one administrator keeps"],
  [
    /::tsquery::text as match\b|unnest\(\$1::text\[\]\) given join search_stem/,
    "the words of one search, which has few",
  ],
  [/from "document_version" it .*it\.number = \(select d\.version/, "one in force a document"],
  [/^select database_(?:state|end)\(\)/, "one row: where the database is at"],
  [/ as words from \( ?select/, "one row: words as a search reads them"],
  [/count\(1\)|^select name from regional_group/i, "a number, or one a region"],
  [/ from ruling where .*text_id = any/, "one in force a text"],
  [/^select (?:id|id, kind, slug) from territory where slug = /, "a row a slug"],
  [
    /^select (?:id|within|search_query|coalesce\(max)\b.*(?:as words|working_group|\bid = any\(\$1::uuid\[\]\))/,
    "rows by their ids",
  ],
  [/ from "?(?:minutes|recorded_adoption|adoption|schedule|review_choice)"?(?: it| "ReviewChoice")/i, "one a thing"],
  [/ from "?presence"? it /, "one a territory"],
  [
    /from "?sheet"? it where .*batch = \$2|max\(printed_on\)/,
    "a batch has two hundred sheets at most, and a questionnaire few revisions",
  ],
  [/from production it /, "one a kind and format"],
  [/question_revision/, "of questions whose revisions the database holds"],
  [/from questionnaire_revision v/, "revisions of one questionnaire, which the database holds"],
  [
    /where it\.(?:merged_into_id|split_from_id|parent_id) = any|from key_point where merged_into_id/,
    "of one group or objective, whose length is held",
  ],
  [/from key_point_merge m/, "held by the database"],
  [
    /promoted_to_id|proposal_carrier c |from introduction it .*asked_by_id = \$2|and person_id = \$2/,
    "one, or of a list held by the database",
  ],
  [
    /from contribution it left join question q on q\.id = it\.question_id where it\.response_id = any/,
    "a response has as many texts as questions",
  ],
  [
    /from questionnaire it join objective o on .*paused_reason is null and not it/,
    "of objectives whose questionnaires are held",
  ],
  [/from week_question it .*it\.week = \$2/, "one a group and a week"],
  [/from working_group|persona|fictional and p\.email/, "groups of the instance, and people of the demonstration"],
  [
    /with asked as \( select v\.id|with s as \(select \* from unnest/,
    "passages that readers marked, each to be accounted for",
  ],
];

/**
 * Statements that read a list to its end, whatever its length. `held` names the lists whose length the database holds:
 * « erratum.proposal_id ».
 */
export const endlessLists = (statements: string[], held: Set<string>) =>
  [...new Set(statements.map((text) => text.replace(/\s+/g, " ").trim()))]
    .filter((text) => /^(?:select|with)\b/i.test(text))
    .map((text) => text.replace(/^select (?:it\."\w+" as "\w+",? ?)+/, "select "))
    .filter((text) => !/\blimit\b/i.test(text) && !ended.test(text))
    .filter((text) => {
      const [, table = ""] = /\bfrom "?(\w+)"? it\b/.exec(text) ?? [];
      const parents = [...text.matchAll(/\bit\.(\w+) = (?:any\(\$1|\$1)/g)].map(([, parent]) => `${table}.${parent}`);
      return !parents.some((list) => held.has(list));
    })
    .filter((text) => !reasons.some(([part]) => part.test(text)));

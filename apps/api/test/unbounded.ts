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
  // Signed once a person, with an account.
  "from minority_signature",
  // Passages that readers marked, each to be accounted for.
  "with asked as ( select v.id, s.objective_id",
];

/** Statements that read a list of what anybody may write, and all of it. */
export const unbounded = (statements: string[]) =>
  [...new Set(statements.map((text) => text.replace(/\s+/g, " ").replace(/^select it.* from/, "from")))]
    .filter((text) => new RegExp(`\\b(?:from|join) "?(?:${open})"?\\b`).test(text))
    .filter((text) => !ended.test(text) && !short.some((part) => text.includes(part)));

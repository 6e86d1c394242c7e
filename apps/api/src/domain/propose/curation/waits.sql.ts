import type { CurationKind } from "../../../graphql/resolvers.generated.ts";
import { subjectsTold } from "../../../platform/subjects.ts";
import { visible } from "../../ground/moderation/status.sql.ts";
import { openAmendment } from "../amendment/amendment.sql.ts";
import { openProposal } from "../proposal/proposal.sql.ts";

/** SQL: nobody answered a text of a kind. */
const unanswered = (kind: CurationKind, id: string) => `not exists (select from curation_answer a
  where a.kind = '${kind}' and a.text_id = ${id} and a.lifted_at is null)`;

/** SQL: what else than a proposal a question `r` may be about, as anybody reads it. */
const askedAbout = () =>
  subjectsTold()
    .filter(([kind]) => kind !== "PROPOSAL" && kind !== "AMENDMENT")
    .map(
      ([
        kind,
        { table, readable, told },
      ]) => `select ${told.title} as title, ${told.words} as words, ${told.path} as path,
        ${told.group} as group_id from ${table} it where r.subject = '${kind}' and it.id = r.subject_id and (${readable})`,
    )
    .join(" union all ");

/** Texts of one kind that wait: what is told of one, what they are read from, and what they are in order by. */
interface Waiting {
  kind: CurationKind;
  day: string;
  id: string;
  columns: string;
  from: string;
  /** SQL: the words of one of them, by its id. */
  words: (id: string) => string;
}

/** SQL: the proposal that a reaction `r` is about, itself or by an amendment of it. */
const proposalOf = `(case r.subject when 'AMENDMENT' then (select m.proposal_id from amendment m where m.id = r.subject_id)
  else r.subject_id end)`;

const wordsOfReaction = (id: string) => `select r.text from reaction r where r.id = ${id}`;

/** SQL: the reactions that wait while their proposal is open, found anew: `waiting_reaction` keeps them. */
export const waitingAnew =
  () => `select r.id, r.group_id, r.reacted_on, ${proposalOf} as proposal_id from reaction r where (r.subject in ('PROPOSAL', 'AMENDMENT') and ${visible("r")} and r.reply is null
    and ${proposalOf} in (select o.id from proposal o where ${openProposal("o")}) and ${unanswered("REACTION", "r.id")})`;

/** Texts of groups `$1` that wait for an answer: of open proposals all kinds, elsewhere questions. */
const waiting = (): Waiting[] => [
  {
    kind: "SUPPLY",
    day: "c.contributed_on",
    id: "c.id",
    columns: `s.slot, c.body as text, null as about, c.author_name as "authorName",
        c.contributed_on::text as "givenOn", p.id as "proposalId", p.group_id as "groupId", null as title, null as path`,
    from: `supply s join contribution c on c.id = s.contribution_id and ${visible("c")}
        join proposal p on p.id = s.proposal_id and ${openProposal("p")}
      where p.group_id = any($1::uuid[]) and ${unanswered("SUPPLY", "c.id")}
        and not exists (select from supply_taking t where t.contribution_id = c.id)`,
    words: (id) => `select c.body from contribution c where c.id = ${id}`,
  },
  {
    kind: "AMENDMENT",
    day: "m.proposed_on",
    id: "m.id",
    columns: `null as slot, m.text, m.before as about, m.author_name as "authorName",
        m.proposed_on::text as "givenOn", p.id as "proposalId", p.group_id as "groupId", null as title, null as path`,
    from: `amendment m join proposal p on p.id = m.proposal_id and ${openProposal("p")}
      where p.group_id = any($1::uuid[]) and ${openAmendment("m")} and ${unanswered("AMENDMENT", "m.id")}`,
    words: (id) => `select m.text from amendment m where m.id = ${id}`,
  },
  {
    kind: "REACTION",
    day: "y.reacted_on",
    id: "y.id",
    columns: `null as slot, r.text, null as about, r.author_name as "authorName",
        y.reacted_on::text as "givenOn", y.proposal_id as "proposalId", y.group_id as "groupId", null as title, null as path`,
    // A left join, so that they are counted without being looked up.
    from: "waiting_reaction y left join reaction r on r.id = y.id where y.group_id = any($1::uuid[])",
    words: wordsOfReaction,
  },
  {
    kind: "REACTION",
    day: "r.reacted_on",
    id: "r.id",
    columns: `null as slot, r.text, a.words as about, r.author_name as "authorName",
        r.reacted_on::text as "givenOn", null as "proposalId", a.group_id as "groupId", a.title, a.path`,
    from: `reaction r cross join lateral (${askedAbout()}) a
      where r.kind = 'QUESTION' and r.subject not in ('PROPOSAL', 'AMENDMENT') and ${visible("r")}
        and r.group_id = any($1::uuid[]) and a.group_id = any($1::uuid[])
        and r.reply is null and ${unanswered("REACTION", "r.id")}`,
    words: wordsOfReaction,
  },
];

const selectOf = ({ kind, id, columns, from }: Waiting) => `select '${kind}' as kind, ${id}, ${columns} from ${from}`;

/** SQL: all texts of groups `$1` that wait. */
export const waits = () => waiting().map(selectOf).join(" union all ");

/** SQL: the oldest of each kind that wait in groups `$1`, at most so many; after a day `$2`, a kind `$3` and an id `$4`. */
export const oldestWaiting = (most: string, isAfter: boolean) =>
  waiting()
    .map((texts) => {
      const { kind, day, id } = texts;
      const after = `and (${day} > $2::date or (${day} = $2::date and ('${kind}' > $3::text or ('${kind}' = $3::text and ${id} > $4::uuid))))`;
      return `(${selectOf(texts)} ${isAfter ? after : ""} order by ${day}, ${id} limit ${most})`;
    })
    .join(" union all ");

/** SQL: one line: how many of a kind wait, at most so many, the day since when, and the first: indexes tell it without the texts. */
const countedOf = ({ kind, day, id, from }: Waiting, most: string) =>
  `select '${kind}' as kind, count(*) as count, min(k.day) as since, (array_agg(k.id order by k.day, k.id))[1] as first
   from (select ${day} as day, ${id} from ${from} order by ${day}, ${id} limit ${most}) k`;

/** SQL: a line for each kind. Questions about anything else, of which each is looked up, are counted no further than these leave. */
export function countedWaiting(most: number) {
  const kinds = waiting();
  const [elsewhere, ofProposals] = [kinds.at(-1)!, kinds.slice(0, -1)];
  const left = `greatest(1, ${most} - (select sum(y.count) from of_proposals y))`;
  return `with of_proposals as materialized (${ofProposals.map((it) => countedOf(it, String(most))).join(" union all ")})
    select * from of_proposals union all ${countedOf(elsewhere, left)}`;
}

/** SQL: the words of a text that waits, by its kind and id. */
export const waitingWords = (kind: string, id: string) =>
  `case ${kind} ${[...new Map(waiting().map((texts) => [texts.kind, texts.words]))]
    .map(([name, words]) => `when '${name}' then (${words(id)})`)
    .join(" ")} end`;

import type { ProposalFilter, ProposalState } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { connection, pageOf } from "../../../platform/data/paginate.ts";
import { columnsOf, prepared } from "../../../platform/data/statement.ts";
import { readingGroups } from "../../understand/passage/passage.policy.ts";
import { type Proposal, Proposals } from "../proposal/proposal.entity.ts";
import { draftGroups } from "../proposal/proposal.policy.ts";
import { readableProposal } from "../proposal/proposal.queries.ts";
import { restsOnObjective } from "../statement/statement.queries.ts";

/** Number of proposals in a state. */
interface InState {
  state: ProposalState;
  count: number;
}

/** A page of proposals; what is counted is read only when it is asked for. */
export interface ProposalConnection {
  nodes: Proposal[];
  pageInfo: { endCursor: string | null; hasNextPage: boolean };
  states: InState[] | (() => Promise<InState[]>);
}

interface Paging {
  first?: number | null;
  after?: string | null;
}

/** Order of states in the list: what may still change first. */
const states: ProposalState[] = ["OPEN", "STABILISED", "ADOPTED", "DRAFT", "MERGED", "SPLIT", "SET_ASIDE", "WITHDRAWN"];

/** SQL: place of the state of `it`; those that the list has not stand last. */
const place = "array_position($8::text[], it.state)";

/** Readable proposals `it` that pass a filter, whatever of it is given: one SQL text for all cases. */
const left = `${readableProposal("$1")} and ($2::text[] is null or it.state = any($2))
  and ($7::text is null or it.group_id = (select id from working_group where slug = $7))
  and ($3::text is null or ${restsOnObjective("(select id from objective where slug = $3)", "$6")})
  and ($4::text is null or exists (select from ask a join interlocutor i on i.id = a.interlocutor_id
    where a.proposal_id = it.id and i.level = $4))
  and ($5::text is null or it.number::text = $5 or lower(unaccent(concat_ws(' ', it.title, it.summary))) like all (
    select '%' || replace(replace(replace(word, '\\', '\\\\'), '%', '\\%'), '_', '\\_') || '%'
    from regexp_split_to_table(lower(unaccent($5)), '\\s+') word))`;

/** The proposals that can be read, by state, then by number. */
export async function proposalsToRead(
  { db, viewer, found }: Context,
  filter: ProposalFilter | null | undefined,
  paging: Paging,
  order = states,
): Promise<ProposalConnection> {
  const given = (text: string | null | undefined) => text?.replaceAll("\0", "").trim().slice(0, 200) || null;
  const values = [
    draftGroups(viewer),
    filter?.states ?? null,
    given(filter?.objective),
    filter?.level ?? null,
    given(filter?.search),
    readingGroups(viewer),
    given(filter?.group),
    order,
  ];
  const page = pageOf(paging, 3);
  const name = `proposal: list${page.after ? " after" : ""}`;
  const bound = [...values, page.limit + 1, ...(page.after ?? [])];
  const read = () =>
    prepared<Proposal>(
      db,
      name,
      `select ${columnsOf(db, Proposals)} from proposal it where ${left}
       ${page.after ? `and (${place}, it.number, it.id) > ($10::int, $11::int, $12::uuid)` : ""}
       order by ${place}, it.number, it.id limit $9`,
      bound,
    );
  // The first page is kept, and how many there are in each state, as what others read: words and places are what anybody types.
  const isFirst = page.after === null && !filter?.search;
  const rows = (await (isFirst ? found(`${name} ${JSON.stringify(bound)}`, read) : read())) ?? [];
  const count = () =>
    prepared<InState>(
      db,
      "proposal: states",
      `select it.state, count(*)::int as count from proposal it where ${left} group by ${place}, it.state order by ${place}`,
      values,
    );
  return {
    ...connection(rows, page, ({ state, number, id }) => [order.indexOf(state) + 1, number, id]),
    states: async () =>
      (await (filter?.search ? count() : found(`proposal: states ${JSON.stringify(values)}`, count))) ?? [],
  };
}

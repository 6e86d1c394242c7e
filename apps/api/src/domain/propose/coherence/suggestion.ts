import type { Context } from "../../../platform/context.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import type { CoherenceKind } from "../../../graphql/resolvers.generated.ts";
import { mostLeft, mostNoted, mostSuggestions } from "@cahier/schema/limits";
import { finder } from "@cahier/schema/text/words";
import { vocabulary } from "../glossary/vocabulary.ts";
import { readingGroups, readingPolicy } from "../../understand/passage/passage.policy.ts";
import { type LeftSuggestion, LeftSuggestions } from "./coherence.entity.ts";
import { nearStatements } from "./nearStatements.ts";
import { keptProposal } from "../proposal/proposal.sql.ts";
import { type Statement, Statements } from "../statement/statement.entity.ts";

/** A note that the texts of the proposals themselves suggest. */
export interface CoherenceSuggestion {
  key: string;
  kind: CoherenceKind;
  proposalIds: string[];
  about: string | null;
  prefer: string | null;
  statements: Statement[];
  /** Person who left it aside, date and reason; null for one that waits. */
  left: LeftSuggestion | null;
}

/** Number of statements given as reasons. */
const reasons = 3;

/** SQL: proposals still in play; those merged, split, set aside or withdrawn are no longer compared. */
const alive = `${keptProposal("p")}
  and ($1::uuid[] is null or p.group_id = any($1::uuid[]))`;

/** SQL: offices or initiatives that two proposals or more have in common, by name. */
const shared = (kind: CoherenceKind, links: string, table: string) => `
  select '${kind}' as kind, o.id as "aboutId", o.name as about, array_agg(distinct p.id order by p.id) as "proposalIds"
  from ${links} l join ${table} o on o.id = l.${table}_id join proposal p on p.id = l.proposal_id
  where ${alive} group by o.id having count(distinct p.id) > 1`;

const sharedText = `${shared("SAME_INTERLOCUTOR", "ask", "interlocutor")}
  union all ${shared("SHARED_EXAMPLE", "proposal_initiative", "initiative")} order by 1, 3`;

interface Shared {
  kind: CoherenceKind;
  aboutId: string;
  about: string;
  proposalIds: string[];
}

/** Suggestions that nobody took or left aside yet, each kind by turns; none for a viewer without a reading desk. */
export const suggestionsNow = async (context: Context): Promise<CoherenceSuggestion[]> =>
  firstByTurns(await suggestions(context), ({ left }) => left === null);

/** Suggestions that were left aside, the last one first: those that nothing suggests any more need no way back. */
export const leftSuggestions = async (context: Context): Promise<CoherenceSuggestion[]> =>
  (await suggestions(context))
    .flat()
    .filter(({ left }) => left !== null)
    .toSorted((a, b) => b.left!.leftOn.localeCompare(a.left!.leftOn))
    .slice(0, mostLeft);

/** All of them, kind by kind: found once for whatever is asked of them. */
const suggestions = async (context: Context): Promise<CoherenceSuggestion[][]> =>
  readingPolicy.hold(context.viewer)
    ? (await context.batch(
        "coherence: suggestions",
        async ([all]) => new Map([[all!, await suggestedNow(context)]]),
      )("all"))!
    : [];

async function suggestedNow(context: Context): Promise<CoherenceSuggestion[][]> {
  const { db, viewer } = context;
  const groups = [readingGroups(viewer)];
  const [common, statements, known, left, words, proposals] = await Promise.all([
    prepared<Shared>(db, "coherence: shared", sharedText, groups),
    rowsOf(
      db,
      Statements,
      "coherence: statements",
      `join proposal p on p.id = it.proposal_id where ${alive} order by p.number, it.position, it.id limit 5000`,
      groups,
    ),
    prepared<Known>(
      db,
      "coherence: known",
      `select it.kind, it.suggestion, array_agg(l.proposal_id) as "proposalIds" from coherence_note it
       join coherence_note_proposal l on l.note_id = it.id group by it.id limit 5000`,
    ),
    rowsOf(db, LeftSuggestions, "coherence: left", "order by it.left_on desc, it.key limit 5000"),
    vocabulary(context),
    prepared<{ id: string; groupId: string }>(
      db,
      "coherence: groups",
      `select p.id, p.group_id as "groupId" from proposal p where ${alive} limit 5000`,
      groups,
    ),
  ]);
  const ofOneKind = [
    common.filter(({ kind }) => kind === "SHARED_EXAMPLE").map(inCommonOf),
    common.filter(({ kind }) => kind === "SAME_INTERLOCUTOR").map(inCommonOf),
    (await nearStatements(statements)).map(sameSaid),
    wordsToLeave(statements, words),
  ];
  const leftBy = new Map(left.map((one) => [one.key, one]));
  const groupOf = new Map(proposals.map(({ id, groupId }) => [id, groupId]));
  const leftOf = ({ key, proposalIds }: CoherenceSuggestion) =>
    keysLeft(
      key,
      proposalIds.flatMap((id) => groupOf.get(id) ?? []),
    ).flatMap((one) => leftBy.get(one) ?? [])[0] ?? null;
  return ofOneKind.map((list) =>
    list.filter((one) => !known.some((note) => covers(note, one))).map((one) => ({ ...one, left: leftOf(one) })),
  );
}

/**
 * Keys under which a suggestion of these groups is left aside: for them alone, so that a word that one team keeps is told to
 * the others; and for all, as those were that were left before groups were told.
 */
export const keysLeft = (key: string, groupIds: readonly string[]): [own: string, all: string] => [
  [key, ...new Set(groupIds.toSorted())].join(" "),
  key,
];

/** The first of each list, then the second: as many as are shown. */
function firstByTurns(lists: CoherenceSuggestion[][], shows: (one: CoherenceSuggestion) => boolean) {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  const found: CoherenceSuggestion[] = [];
  for (let turn = 0; turn < longest && found.length < mostSuggestions; turn++)
    found.push(...lists.flatMap((list) => list[turn] ?? []).filter(shows));
  return found.slice(0, mostSuggestions);
}

const inCommonOf = ({ kind, aboutId, about, proposalIds }: Shared) =>
  suggestion(kind, [aboutId, ...proposalIds], proposalIds, { about });

interface Known {
  kind: CoherenceKind;
  suggestion: string | null;
  proposalIds: string[];
}

/**
 * True if a note covers the suggestion: taken from it, about one of its proposals at least, or of the same kind and
 * proposals. Each word is its own matter.
 */
const covers = (note: Known, { key, kind, proposalIds }: CoherenceSuggestion) =>
  (note.suggestion === key && proposalIds.some((id) => note.proposalIds.includes(id))) ||
  (note.kind === kind && kind !== "TERMINOLOGY" && proposalIds.every((id) => note.proposalIds.includes(id)));

const suggestion = (
  kind: CoherenceKind,
  parts: string[],
  proposalIds: string[],
  more: Partial<CoherenceSuggestion> = {},
): CoherenceSuggestion => ({
  key: [kind, ...parts].join(" ").slice(0, 200),
  kind,
  proposalIds: proposalIds.slice(0, mostNoted),
  about: null,
  prefer: null,
  statements: [],
  left: null,
  ...more,
});

/** Two proposals that say nearly the same in a sentence. */
const sameSaid = (pair: [Statement, Statement]): CoherenceSuggestion =>
  suggestion(
    "DUPLICATE",
    pair.map(({ id }) => id),
    pair.map(({ proposalId }) => proposalId),
    { statements: pair },
  );

/** Words to avoid, by common agreement, that several proposals use. */
function wordsToLeave(statements: Statement[], words: { avoid: string; prefer: string }[]): CoherenceSuggestion[] {
  const find = finder(words.map((of) => ({ words: of.avoid, of })));
  const uses = new Map<string, { prefer: string; statements: Statement[] }>();
  for (const statement of statements)
    for (const { avoid, prefer } of new Set(find(statement.text).map(({ of }) => of))) {
      const known = uses.get(avoid);
      if (known) known.statements.push(statement);
      else uses.set(avoid, { prefer, statements: [statement] });
    }
  return [...uses].flatMap(([about, { prefer, statements: using }]) => {
    const proposalIds = [...new Set(using.map(({ proposalId }) => proposalId))].toSorted();
    if (proposalIds.length < 2) return [];
    return suggestion("TERMINOLOGY", [about], proposalIds, { about, prefer, statements: using.slice(0, reasons) });
  });
}

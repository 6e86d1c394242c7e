import type { Context } from "../../../platform/context.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import type { CoherenceKind } from "../../../graphql/resolvers.generated.ts";
import { finder } from "@cahier/schema/text/words";
import { vocabulary } from "../glossary/vocabulary.ts";
import { Texts } from "../../understand/near/texts.ts";
import { readingGroups, readingPolicy } from "../../understand/passage/passage.policy.ts";
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
}

/** Least likeness of two near statements; 1 is the same words. */
const near = 0.35;
/** Fewest words in common: « moins de gaspillage » is not « moins de kilomètres ». */
const inCommon = 3;
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

/** Suggestions that nobody took or left aside yet; none for a viewer without a reading desk. */
export async function suggestionsNow(context: Context): Promise<CoherenceSuggestion[]> {
  const { db, viewer } = context;
  if (!readingPolicy.hold(viewer)) return [];
  const groups = [readingGroups(viewer)];
  const [common, statements, known, left, words] = await Promise.all([
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
    prepared<{ key: string }>(db, "coherence: left", "select key from left_suggestion order by key limit 5000"),
    vocabulary(context),
  ]);
  const found = [
    ...common.map(({ kind, aboutId, about, proposalIds }) =>
      suggestion(kind, [aboutId, ...proposalIds], proposalIds, { about }),
    ),
    ...nearStatements(statements),
    ...wordsToLeave(statements, words),
  ];
  const gone = new Set(left.map(({ key }) => key));
  return found.filter((one) => !gone.has(one.key) && !known.some((note) => covers(note, one)));
}

interface Known {
  kind: CoherenceKind;
  suggestion: string | null;
  proposalIds: string[];
}

/** True if a note covers the suggestion: taken from it, or same kind and proposals. Each word is its own matter. */
const covers = (note: Known, { key, kind, proposalIds }: CoherenceSuggestion) =>
  note.suggestion === key ||
  (note.kind === kind && kind !== "TERMINOLOGY" && proposalIds.every((id) => note.proposalIds.includes(id)));

const suggestion = (
  kind: CoherenceKind,
  parts: string[],
  proposalIds: string[],
  more: Partial<CoherenceSuggestion> = {},
): CoherenceSuggestion => ({
  key: [kind, ...parts].join(" ").slice(0, 200),
  kind,
  proposalIds,
  about: null,
  prefer: null,
  statements: [],
  ...more,
});

/** Two proposals that say nearly the same in a sentence. */
function nearStatements(statements: Statement[]): CoherenceSuggestion[] {
  const texts = new Texts();
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  for (const { id, text } of statements) texts.add(id, text);
  const pairs = new Map<string, CoherenceSuggestion>();
  for (const statement of statements) {
    const elsewhere = (id: string) => byId.get(id)!.proposalId !== statement.proposalId;
    for (const { id, score, stems } of texts.nearest(statement.id, 1, elsewhere)) {
      if (score < near || stems.length < inCommon) continue;
      const both = [statement, byId.get(id)!].toSorted((a, b) => (a.id < b.id ? -1 : 1));
      const pair = suggestion(
        "DUPLICATE",
        both.map((one) => one.id),
        both.map(({ proposalId }) => proposalId),
        { statements: both },
      );
      pairs.set(pair.key, pair);
    }
  }
  return [...pairs.values()];
}

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

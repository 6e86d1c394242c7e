import { createHash } from "node:crypto";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Texts } from "../../understand/near/texts.ts";
import type { Statement } from "../statement/statement.entity.ts";

/** Least likeness of two near statements; 1 is the same words. */
const near = 0.35;
/** Fewest words in common: « moins de gaspillage » is not « moins de kilomètres ». */
const inCommon = 3;
/** Statements that are compared before others may be answered: all five thousand take a second of the processor. */
const atOnce = 100;
/** Sets of statements of which the pairs are kept: one for each team that works on its proposals. */
const sets = 8;

/** Ids of two statements that say nearly the same. */
type Pair = readonly [string, string];

/** Pairs by what was compared: a set that changed is another. */
const kept = new Map<string, Promise<Pair[]>>();

/** Statements of two proposals that say nearly the same, the nearest first; compared again once one of them changed. */
export async function nearStatements(statements: readonly Statement[]): Promise<[Statement, Statement][]> {
  const hash = createHash("sha256");
  for (const { id, proposalId, text } of statements) hash.update(`${id} ${proposalId} ${text}\n`);
  const compared = hash.digest("base64");
  const pairs = kept.get(compared) ?? compare(statements);
  kept.delete(compared);
  kept.set(compared, pairs);
  for (const oldest of kept.keys()) if (kept.size > sets) kept.delete(oldest);
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  return (await pairs).map(([a, b]) => [byId.get(a)!, byId.get(b)!]);
}

async function compare(statements: readonly Statement[]): Promise<Pair[]> {
  const texts = new Texts();
  const proposalOf = new Map(statements.map(({ id, proposalId }) => [id, proposalId]));
  for (const { id, text } of statements) texts.add(id, text);
  const pairs = new Map<string, { pair: Pair; score: number }>();
  for (const [at, { id, proposalId }] of statements.entries()) {
    if (at % atOnce === 0) await nextTurn(); // oxlint-disable-line no-await-in-loop -- others are answered meanwhile
    const elsewhere = (other: string) => proposalOf.get(other) !== proposalId;
    for (const { id: other, score, stems } of texts.nearest(id, 1, elsewhere)) {
      if (score < near || stems.length < inCommon) continue;
      const pair = id < other ? ([id, other] as const) : ([other, id] as const);
      pairs.set(pair.join(" "), { pair, score });
    }
  }
  return [...pairs.values()].toSorted((a, b) => b.score - a.score).map(({ pair }) => pair);
}

import { type Pair, pairsOf } from "../../shared/pairs.ts";

interface Sentence {
  statementId: string;
  part: string;
  text: string;
  keyPoints: readonly { id: string }[];
  passages: readonly { id: string }[];
}

export type SentenceState = "kept" | "changed" | "added" | "removed" | "moved";

type Placed<Statement> = Statement & { originId: string };

/** Change of one sentence between two versions of a proposal. */
export interface SentenceChange<Statement> extends Pair<Placed<Statement>> {
  state: SentenceState;
  /** It is told in another part of the argument. */
  leftPart: boolean;
}

const sourcesOf = ({ keyPoints, passages }: Sentence) =>
  [...keyPoints, ...passages]
    .map(({ id }) => id)
    .toSorted()
    .join();

/** The sentences of two versions, each beside itself, with what became of it. */
export function changesOf<Statement extends Sentence>(
  older: readonly Statement[],
  newer: readonly Statement[],
): SentenceChange<Statement>[] {
  const placed = (statement: Statement) => ({ ...statement, originId: statement.statementId });
  return pairsOf(older.map(placed), newer.map(placed)).map((pair) => {
    const leftPart = !!pair.before && !!pair.after && pair.before.part !== pair.after.part;
    return { ...pair, leftPart, state: stateOf(pair, leftPart) };
  });
}

function stateOf<Statement extends Sentence>(
  { before, after, moved }: Pair<Statement>,
  leftPart: boolean,
): SentenceState {
  if (!before) return "added";
  if (!after) return "removed";
  if (before.text !== after.text || sourcesOf(before) !== sourcesOf(after)) return "changed";
  return moved || leftPart ? "moved" : "kept";
}

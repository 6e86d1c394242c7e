import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type KeyboardEvent, useState } from "react";
import type { Board_keyPoint, CardAgreement_agreement } from "../../graphql/operations.generated.ts";
import { useAct } from "../../ui/useAct.ts";
import { useKeys } from "../../ui/useKeys.ts";
import styles from "./Board.module.css";
import { BoardCard } from "./BoardCard.tsx";
import { type Column, columnsOf, placesFor, spansOf } from "./board.ts";
import { Failed } from "../../ui/Failed.tsx";
import { mergeKeyPoint, moveKeyPoint, page, unmergeKeyPoint } from "./keyPoint.mutations.tsx";
import type { OnDone } from "./panel.tsx";
import { Refused } from "../../ui/Refused.tsx";
import { type Branch, treeOf } from "./tree.ts";

const fragment: TypedDocumentNode<Board_keyPoint> = gql`
  fragment Board_keyPoint on KeyPoint {
    id
    number
    sentence
    nature
    state
    color
    version
    peopleCount
    regionCount
    quotes {
      id
      quote
    }
    objective {
      id
    }
    parent {
      id
      sentence
    }
    viewerCan {
      state
    }
  }
`;

/** An act on one of the cards, begun from its menu or by dropping it on another. */
export interface Asked {
  act: "merge" | "nest";
  id: string;
  /** Card it was dropped on; null while one chooses. */
  onto: string | null;
}

const columnNames: Record<Column, () => string> = {
  PROBLEMS: m.keyPointWriting_column_problems,
  LEVERS: m.keyPointWriting_column_levers,
  SIDES: m.keyPointWriting_column_sides,
  FINDINGS: m.keyPointWriting_column_findings,
  WORKING: m.keyPointWriting_column_working,
};

interface Props {
  keyPoints: readonly Board_keyPoint[];
  /** All of them, whatever is left out of sight. */
  all: readonly Board_keyPoint[];
  /** Agreement of two readers, of those that texts were given to. */
  agreements: readonly CardAgreement_agreement[];
  /** As they stand under one another; each by itself where some are left out. */
  nested: boolean;
  onDone: OnDone;
  /** Takes the last act back. */
  undo: (() => void) | undefined;
}

/** Key points as cards in columns, merged and put under one another by their keys or by dragging. */
export function Board({ keyPoints, all, agreements, nested, onDone, undo }: Props) {
  const [asked, setAsked] = useState<Asked | null>(null);
  const merged = useAct(mergeKeyPoint, page);
  const parted = useAct(unmergeKeyPoint, page);
  const moved = useAct(moveKeyPoint, page);
  const byId = new Map(all.map((it) => [it.id, it]));
  const agreed = new Map(agreements.map((it) => [it.id, it]));

  async function merge(it: Board_keyPoint, intoId: string) {
    const { id, version, sentence } = it;
    const done = await merged.run({ id, version, intoId });
    if (!done?.keyPoint) return;
    setAsked(null);
    onDone(
      m.keyPointWriting_merged_with({ from: sentence, into: byId.get(intoId)?.sentence ?? "" }),
      undefined,
      async () => {
        const back = await parted.run({ id });
        onDone(back ? m.keyPointWriting_unmerge_done({ sentence }) : m.keyPointWriting_unmerge_failed());
        focusCard(id);
      },
    );
    focusCard(intoId);
  }

  async function nest(it: Board_keyPoint, parentId: string | null) {
    const { id, version, parent } = it;
    const done = await moved.run({ id, version, parentId });
    if (!done?.keyPoint) return;
    setAsked(null);
    onDone(m.keyPointWriting_moved(), undefined, async () => {
      const back = await moved.run({ id, version: version + 1, parentId: parent?.id ?? null });
      onDone(back ? m.keyPointWriting_moved_back() : m.keyPointWriting_moved_since());
      focusCard(id);
    });
    focusCard(id);
  }

  // Wherever the focus is: it leaves the board with a card that goes.
  useKeys({ u: undo, n: openNew });
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey || (event.target as Element).matches("input, select, textarea")) return;
    const id = (event.target as Element).closest<HTMLElement>("[data-card]")?.dataset.card;
    const act = { m: "merge", r: "nest" }[key.toLowerCase()] as Asked["act"] | undefined;
    if (act && id) setAsked({ act, id, onto: null });
    else if (key.startsWith("Arrow") && id) step(event.currentTarget, id, key);
    else return;
    event.preventDefault();
  };

  const close = () => {
    if (asked) focusCard(asked.id);
    setAsked(null);
  };
  const columns = columnsOf(keyPoints);
  const spans = spansOf(columns.map(({ rows }) => rows.length));
  const branchesOf = (rows: Board_keyPoint[]): Branch<Board_keyPoint>[] =>
    nested ? treeOf(rows) : rows.map((row) => ({ row, under: [] }));
  const cards = (branches: Branch<Board_keyPoint>[], column: ReadonlySet<string>) =>
    branches.map(({ row, under }) => (
      <li key={row.id}>
        <BoardCard
          keyPoint={row}
          agreement={agreed.get(row.id)}
          isUnder={row.parent && !(nested && column.has(row.parent.id)) ? row.parent : null}
          asked={asked?.id === row.id || asked?.onto === row.id ? asked : null}
          of={asked ? byId.get(asked.id) : undefined}
          places={(act) => placesFor(all, row, act)}
          onAsk={setAsked}
          onClose={close}
          onMerge={(it, into) => void merge(it, into)}
          onNest={(it, parent) => void nest(it, parent)}
          busy={merged.busy || moved.busy}
        />
        {under.length > 0 && <ul className={styles.under}>{cards(under, column)}</ul>}
      </li>
    ));
  return (
    <div>
      {[merged, moved, parted].some(({ problems }) => problems.length > 0) && (
        <div role="alert">
          <Refused acts={[merged, moved, parted]} />
        </div>
      )}
      <Failed because={[merged, moved, parted].find(({ failed }) => failed)?.failed} />
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys of the cards inside, each a link */}
      <div className={styles.board} onKeyDown={onKey}>
        {columns.map(({ column, rows }, at) => (
          <section aria-labelledby={`column-${column}`} data-column={column} data-span={spans[at]} key={column}>
            <h2 id={`column-${column}`}>
              {columnNames[column]()} <span>{rows.length}</span>
            </h2>
            <ul>{cards(branchesOf(rows), new Set(rows.map(({ id }) => id)))}</ul>
          </section>
        ))}
      </div>
    </div>
  );
}

Board.fragment = fragment;

/** The form of a new key point, with its first field in hand. */
function openNew() {
  const form = document.querySelector<HTMLDetailsElement>("#new details");
  if (!form) return;
  form.open = true;
  form.querySelector<HTMLElement>("select, input")?.focus();
}

/** Once the list was read again. */
const focusCard = (id: string) => setTimeout(() => document.getElementById(`in-list-${id}`)?.focus(), 0);

/** To the card above or below, or as far down the next column. */
function step(board: HTMLElement, id: string, key: string) {
  const columns = [...board.querySelectorAll("section")].map((one) => [
    ...one.querySelectorAll<HTMLElement>("[data-card] a[id]"),
  ]);
  const column = columns.findIndex((one) => one.some((link) => link.id === `in-list-${id}`));
  const row = columns[column]?.findIndex((link) => link.id === `in-list-${id}`) ?? 0;
  const to = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] }[key]!;
  const next = columns[column + to[0]!];
  next?.[Math.min(row + to[1]!, next.length - 1)]?.focus();
}

import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useEffect, useRef, useState } from "react";
import type { CurationList_item } from "../../graphql/operations.generated.ts";
import type { Failure } from "../../ui/failure.ts";
import { Key } from "../../ui/Key.tsx";
import type { Problem } from "../../ui/problems.ts";
import { useKeys } from "../../ui/useKeys.ts";
import { useMedia } from "../../ui/useMedia.ts";
import styles from "./Curation.module.css";
import { CurationLine, mayAccept } from "./CurationLine.tsx";
import type { Opened } from "./InPlace.tsx";

export const curationItem: TypedDocumentNode<CurationList_item> = gql`
  fragment CurationList_item on CurationItem {
    id
    kind
    text
    about
    authorName
    givenOn
    proposal {
      id
      slug
      number
      title
    }
    title
    path
    amendment {
      id
      why
      statement {
        id
        text
        version
      }
      viewerCan {
        settle
      }
    }
    near {
      id
      kind
      text
    }
  }
`;

/** Acts of the page on one text. */
export interface LineActs {
  onJoin: (item: CurationList_item) => void;
  /** Answers it alone; true once it is done. */
  onAnswer: (item: CurationList_item, reason: string) => Promise<boolean>;
  /** Reason given when the answer was refused. */
  answer: { problems: readonly Problem[]; failed: Failure };
  onAccepted: (item: CurationList_item, version: number) => void;
  onUndo: (() => void) | undefined;
  busy: boolean;
}

interface Props extends LineActs {
  items: readonly CurationList_item[];
  chosen: ReadonlySet<string>;
  onChoose: (ids: ReadonlySet<string>) => void;
}

/** Texts that wait for an answer, each worked where it stands: one is in hand, and the keys are its own. */
export function CurationList({ items, chosen, onChoose, ...acts }: Props) {
  const list = useRef<HTMLOListElement>(null);
  const [inHand, setInHand] = useState<string | null>(null);
  const [opened, setOpened] = useState<Opened | null>(null);
  const keyed = useMedia("(pointer: fine)");
  // Once one is settled the one after it is in hand.
  const order = useRef(items);
  const at = Math.max(
    0,
    items.findIndex(({ id }) => id === inHand),
  );
  useEffect(() => {
    const was = order.current.findIndex(({ id }) => id === inHand);
    if (inHand && was >= 0 && !items.some(({ id }) => id === inHand)) {
      const next = items[Math.min(was, items.length - 1)];
      setInHand(next?.id ?? null);
      (list.current?.children[Math.min(was, items.length - 1)] as HTMLElement | undefined)?.focus();
    }
    order.current = items;
  }, [items, inHand]);
  const hand = items[at];
  const go = (step: number) => {
    const next = Math.min(items.length - 1, Math.max(0, inHand === null ? 0 : at + step));
    (list.current?.children[next] as HTMLElement | undefined)?.focus();
  };
  useKeys({
    j: () => go(1),
    k: () => go(-1),
    ArrowDown: () => go(1),
    ArrowUp: () => go(-1),
    a: hand && mayAccept(hand) ? () => setOpened({ id: hand.id, act: "accept" }) : undefined,
    m: hand?.near && !acts.busy ? () => acts.onJoin(hand) : undefined,
    u: acts.onUndo,
    Escape: opened ? () => setOpened(null) : undefined,
  });
  return (
    <>
      <div className={styles.all}>
        <label className={styles.all}>
          <input
            type="checkbox"
            checked={items.length > 0 && chosen.size === items.length}
            onChange={({ target }) => onChoose(new Set(target.checked ? items.map(({ id }) => id) : []))}
          />
          {m.curation_choose_all()}
        </label>
        {keyed && (
          <p className={`quiet ${styles.keys}`}>
            <Key>J</Key> <Key>K</Key> {m.curation_key_go()} <Key>A</Key> {m.curation_key_accept()} <Key>M</Key>{" "}
            {m.curation_key_join()} <Key>U</Key> {m.curation_key_undo()}
          </p>
        )}
      </div>
      <ol className="flow" aria-label={m.curation_list()} ref={list}>
        {items.map((item) => (
          // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- what has the focus is inside
          <li
            className={keyed && item === hand ? styles.hand : undefined}
            tabIndex={-1}
            onFocus={() => setInHand(item.id)}
            key={item.id}
          >
            <CurationLine
              item={item}
              chosen={chosen.has(item.id)}
              onChosen={(on) => {
                const next = new Set(chosen);
                if (on) next.add(item.id);
                else next.delete(item.id);
                onChoose(next);
              }}
              opened={opened?.id === item.id ? opened.act : null}
              onOpen={(act) => setOpened(act && { id: item.id, act })}
              drawn={keyed && item === hand}
              {...acts}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

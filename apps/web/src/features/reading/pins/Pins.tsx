import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import type { Pins_objective } from "../../../graphql/operations.generated.ts";
import { contentLang } from "../../../i18n/content.ts";
import { pinned } from "../keys/digits.ts";
import type { Suggesting } from "../suggesting.tsx";
import type { Target } from "../evening/session.ts";
import { Find } from "./Find.tsx";
import { pinnedKeyPoint } from "../evening/evening.fragments.tsx";
import { NatureSign } from "../../../shared/NatureSign.tsx";
import styles from "./Pins.module.css";
import { Key } from "../../../ui/Key.tsx";
import { TextButton } from "../../../ui/TextButton.tsx";

const fragment: TypedDocumentNode<Pins_objective> = gql`
  fragment Pins_objective on Objective {
    id
    slug
    number
    name
    keyPoints: mostSaid(first: 60) {
      ...PinnedKeyPoint_keyPoint @unmask
    }
  }
  ${pinnedKeyPoint}
`;

export type PinnedKeyPoint = Pins_objective["keyPoints"][number];

interface Props {
  /** Key points of the objective in the order of this evening: the first nine have a digit. */
  keyPoints: readonly PinnedKeyPoint[];
  objective: Pins_objective;
  /** Ids of those that this text was given to. */
  given: ReadonlySet<string>;
  found: Suggesting["found"];
  canGive: boolean;
  finding: boolean;
  onFinding: (finding: boolean) => void;
  onGive: (target: Target) => void;
  onPin: (id: string, digit: number) => void;
  /** At the foot, where there is room. */
  children: ReactNode;
}

/** The nine key points of the evening, each with its digit, and a field that finds any other or opens a new one. */
export function Pins({
  keyPoints,
  objective,
  given,
  found,
  canGive,
  finding,
  onFinding,
  onGive,
  onPin,
  children,
}: Props) {
  const nine = keyPoints.slice(0, pinned);
  const near = new Map((found ?? []).map(({ keyPoint, words }) => [keyPoint.id, words]));
  const others = (found ?? []).map(({ keyPoint }) => keyPoint).filter(({ id }) => !nine.some((it) => it.id === id));
  return (
    <section className={styles.pins} aria-labelledby="pins" data-finding={finding || undefined}>
      <div className={styles.head}>
        <h2 id="pins">{m.evening_give()}</h2>
        <TextButton onClick={() => onFinding(!finding)}>
          {finding ? m.evening_back_to_nine() : m.evening_change()}
        </TextButton>
      </div>
      {!finding && (
        <ol className={styles.list}>
          {nine.map((keyPoint, index) => (
            <li key={keyPoint.id}>
              <button
                type="button"
                className={styles.pin}
                data-given={given.has(keyPoint.id) || undefined}
                data-near={near.has(keyPoint.id) || undefined}
                aria-disabled={!canGive || undefined}
                title={keyPoint.sentence}
                onClick={() => canGive && onGive(keyPoint)}
              >
                <Key>{index + 1}</Key>
                <NatureSign nature={keyPoint.nature} />
                <span className={styles.words} lang={contentLang()}>
                  {keyPoint.phoneName && <span className={styles.phone}>{keyPoint.phoneName}</span>}
                  <span>{keyPoint.shortName ?? keyPoint.sentence}</span>
                </span>
                {near.has(keyPoint.id) ? (
                  <span className={styles.count}>
                    {m.evening_near()}
                    {near.get(keyPoint.id)!.length > 0 && (
                      <span className="visually-hidden">
                        {m.near_common({ words: near.get(keyPoint.id)!.join(", ") })}
                      </span>
                    )}
                  </span>
                ) : (
                  <span className={styles.count}>
                    {keyPoint.peopleCount}
                    <span className="visually-hidden"> {m.evening_people({ count: keyPoint.peopleCount })}</span>
                  </span>
                )}
                {given.has(keyPoint.id) && <span className="visually-hidden">{m.evening_given()}</span>}
              </button>
            </li>
          ))}
        </ol>
      )}
      {!finding && nine.length === 0 && <p className="quiet">{m.evening_none_pinned()}</p>}
      <Find
        objective={objective}
        keyPoints={keyPoints}
        open={finding}
        canGive={canGive}
        onOpen={() => onFinding(true)}
        onClose={() => onFinding(false)}
        onGive={onGive}
        onPin={onPin}
      />
      {!finding && others.length > 0 && canGive && (
        <section className={styles.others} aria-labelledby="near-too">
          <h3 id="near-too">{m.evening_near_too()}</h3>
          {others.map((keyPoint) => (
            <button type="button" className={styles.other} onClick={() => onGive(keyPoint)} key={keyPoint.id}>
              <span lang={contentLang()}>{keyPoint.sentence}</span>
              {near.get(keyPoint.id)!.length > 0 && (
                <small>{m.near_common({ words: near.get(keyPoint.id)!.join(", ") })}</small>
              )}
            </button>
          ))}
        </section>
      )}
      {children}
    </section>
  );
}

Pins.fragment = fragment;

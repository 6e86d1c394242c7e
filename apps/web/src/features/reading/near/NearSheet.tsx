import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { useNavigate } from "react-router-dom";
import type { NearSheet_item } from "../../../graphql/operations.generated.ts";
import { contentLang } from "../../../i18n/content.ts";
import { paths } from "../../../paths.ts";
import { Button } from "../../../ui/Button.tsx";
import { Empty } from "../../../ui/Empty.tsx";
import { Key } from "../../../ui/Key.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import { Find } from "../evening/Find.tsx";
import { NatureSign } from "../../../shared/NatureSign.tsx";
import { Pins } from "../evening/Pins.tsx";
import { useEvening, useOutbox, useSession } from "../evening/sending.tsx";
import type { Target } from "../evening/session.ts";
import { useKeys } from "../keys/useKeys.ts";
import { usePins } from "../evening/usePins.ts";
import { useReadingSearch } from "../filter.ts";
import { nearSentence } from "./nearSentence.ts";
import { NearLine, nearLine } from "./NearLine.tsx";
import styles from "./NearSheet.module.css";

const fragment: TypedDocumentNode<NearSheet_item> = gql`
  fragment NearSheet_item on ReadingText {
    id
    canMark
    blind
    passages {
      id
    }
    contribution {
      ...NearLine_contribution @unmask
    }
    near(first: 20) {
      words
      isRead
      keyPoints {
        id
      }
      contribution {
        ...NearLine_contribution @unmask
      }
    }
    nearTexts {
      id
      identical {
        words
        isRead
        keyPoints {
          id
        }
        contribution {
          ...NearLine_contribution @unmask
        }
      }
      almost {
        words
        isRead
        keyPoints {
          id
        }
        contribution {
          ...NearLine_contribution @unmask
        }
      }
    }
    objective(slug: $for) {
      id
      ...Pins_objective @unmask
    }
  }
  ${nearLine}
  ${Pins.fragment}
`;

/** Texts that may say the same, of which nobody gave anything yet: those in the same words are ticked. */
function linesOf({ contribution, canMark, passages, near, nearTexts }: NearSheet_item) {
  const alike = [...(nearTexts?.identical ?? []), ...(nearTexts?.almost ?? [])];
  const others = [...alike.map((it) => ({ ...it, ticked: true })), ...near.map((it) => ({ ...it, ticked: false }))]
    .filter(({ keyPoints, contribution: it }) => keyPoints.length === 0 && it.status === "VISIBLE")
    .map(({ contribution: it, words, ticked }) => ({ text: it, ticked, stretch: nearSentence(it.body, words) }));
  const common = [...new Set(near.flatMap(({ words }) => words))];
  const own = canMark && passages.length === 0;
  return own
    ? [{ text: contribution, ticked: true, stretch: nearSentence(contribution.body, common) }, ...others]
    : others;
}

/**
 * Texts near one on one sheet: each is kept or taken out, then the kept ones are given in one act. Nothing is given
 * without somebody, and nothing is merged: each keeps its own trail.
 */
export function NearSheet({ item }: { item: NearSheet_item }) {
  const session = useSession();
  const { acts } = useEvening(session);
  const { refused } = useOutbox(session);
  const navigate = useNavigate();
  const search = useReadingSearch();
  const [lines] = useState(() => linesOf(item));
  const [kept, setKept] = useState(() => new Set(lines.filter(({ ticked }) => ticked).map(({ text }) => text.id)));
  const [stretches, setStretches] = useState(() => new Map(lines.map(({ text, stretch }) => [text.id, stretch])));
  const [target, setTarget] = useState<Target | null>(null);
  const [finding, setFinding] = useState(false);
  const [at, setAt] = useState(0);
  const [given, setGiven] = useState(0);
  const { keyPoints, pin } = usePins(item.objective);
  const keeping = lines.filter(({ text }) => kept.has(text.id));

  const move = (step: number) => {
    const to = Math.min(Math.max(at + step, 0), lines.length - 1);
    setAt(to);
    document.querySelectorAll<HTMLElement>("[data-line] input")[to]?.focus();
  };
  const toggle = (id: string) => setKept(new Set(kept.has(id) ? [...kept].filter((it) => it !== id) : [...kept, id]));
  const giveAll = () => {
    if (!target || keeping.length === 0 || given) return;
    for (const { text } of keeping) {
      const stretch = stretches.get(text.id)!;
      session.give(text.id, stretch, text.body.slice(stretch.start, stretch.end), target);
    }
    session.join(keeping.length, m.near_sheet_given({ count: keeping.length }));
    setGiven(keeping.length);
  };
  const undo = () => {
    session.undo();
    setGiven(0);
  };
  const find = () => document.querySelector<HTMLInputElement>("[data-find]")?.focus();
  useKeys({
    on: {
      j: () => move(1),
      k: () => move(-1),
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      x: () => lines[at] && toggle(lines[at].text.id),
      Enter: giveAll,
      n: find,
      "/": find,
      u: undo,
      q: () => navigate(paths.readingText(item.id) + search),
    },
    onDigit: (digit) => keyPoints[digit - 1] && setTarget(keyPoints[digit - 1]!),
  });

  if (lines.length < 2) return <Empty title={m.near_sheet_none()}>{m.near_none()}</Empty>;
  const regions = new Set(keeping.flatMap(({ text }) => text.region?.id ?? [])).size;
  const shown = keyPoints.find((keyPoint) => target && "id" in target && keyPoint.id === target.id);
  const sentence = target && ("newKeyPoint" in target ? target.newKeyPoint : target.sentence);
  return (
    <div className={styles.near}>
      <ul className={styles.all} aria-label={m.near_title()}>
        {lines.map(({ text }, index) => (
          <NearLine
            text={text}
            stretch={stretches.get(text.id)!}
            kept={kept.has(text.id)}
            current={index === at}
            onFocus={() => setAt(index)}
            onToggle={() => toggle(text.id)}
            onChoose={(stretch) => setStretches(new Map(stretches).set(text.id, stretch))}
            key={text.id}
          />
        ))}
      </ul>
      <section className={styles.give} aria-labelledby="give-to">
        <h2 id="give-to">{m.near_sheet_give_to()}</h2>
        {sentence ? (
          <p className={styles.target} lang={contentLang()}>
            {shown && <NatureSign nature={shown.nature} />}
            {sentence}
          </p>
        ) : (
          <p className="quiet">{m.near_sheet_choose()}</p>
        )}
        <ol className={styles.nine}>
          {keyPoints.slice(0, 9).map((keyPoint, index) => (
            <li key={keyPoint.id}>
              <button
                type="button"
                aria-pressed={shown?.id === keyPoint.id}
                title={keyPoint.sentence}
                onClick={() => setTarget(keyPoint)}
              >
                <Key>{index + 1}</Key> <span lang={contentLang()}>{keyPoint.shortName ?? keyPoint.sentence}</span>
              </button>
            </li>
          ))}
        </ol>
        {item.objective && (
          <Find
            objective={item.objective}
            keyPoints={keyPoints}
            open={finding}
            canGive
            onOpen={() => setFinding(true)}
            onClose={() => setFinding(false)}
            onGive={setTarget}
            onPin={pin}
          />
        )}
        <dl className={styles.sum}>
          <div>
            <dt>{m.near_sheet_kept()}</dt>
            <dd>{keeping.length}</dd>
          </div>
          <div>
            <dt>{m.near_sheet_regions()}</dt>
            <dd>{regions}</dd>
          </div>
        </dl>
        <Button primary disabled={!target || keeping.length === 0 || given > 0} onClick={giveAll}>
          {m.near_sheet_give({ count: keeping.length })} <Key>{m.evening_key_enter()}</Key>
        </Button>
        {given > 0 && refused.length === 0 && (
          <Notice tone="done" live>
            <span className="cluster">
              {acts.at(-1)?.said}
              <Button small onClick={undo}>
                {m.reading_undo()} <Key>U</Key>
              </Button>
            </span>
          </Notice>
        )}
        {refused.length > 0 && (
          <Notice tone="warn" live>
            {m.near_sheet_refused({ count: refused.length })}
          </Notice>
        )}
        <p className="quiet">{m.near_sheet_own()}</p>
        <p className="quiet">{m.near_sheet_keys()}</p>
      </section>
    </div>
  );
}

NearSheet.fragment = fragment;

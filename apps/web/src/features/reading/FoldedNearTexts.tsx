import { m } from "@cahier/schema/messages";
import { useId, useRef } from "react";
import type { NearTexts_text } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import styles from "./NearTexts.module.css";
import { NearTextsHead, NearTextsLink, SideBySide } from "./NearTexts.tsx";
import { LeaveNear } from "./near/LeftNear.tsx";
import { Of } from "../../shared/Of.tsx";

interface Props {
  /** The text that they are like. */
  item: { id: string; body: string };
  nearTexts: { identical: readonly NearTexts_text[]; almost: readonly NearTexts_text[] };
  /** Told of a text that says something else, once it is left aside. */
  onLeft: (text: NearTexts_text) => void;
}

/**
 * Under a text of the queue, those that are like it. The identical ones are folded, those to be read with a box: choosing
 * them all opens the fold and ticks what one then sees, nothing more. Texts almost the same are compared.
 */
export function FoldedNearTexts({ item, nearTexts: { identical, almost }, onLeft }: Props) {
  const id = useId();
  const fold = useRef<HTMLDivElement>(null);
  const toRead = identical.filter(({ isRead, keyPoints }) => !isRead && keyPoints.length === 0);
  const pickAll = () => {
    fold.current!.querySelector("details")!.open = true;
    for (const box of fold.current!.closest("li")!.querySelectorAll<HTMLInputElement>("[name=contributionIds]"))
      box.checked = true;
  };
  return (
    <>
      {identical.length > 0 && (
        <div ref={fold} className="cluster">
          <Disclosure
            summary={
              <>
                {m.near_identical_folded({ count: identical.length + 1 })}
                <Of>{item.body.slice(0, 60)}</Of>
              </>
            }
          >
            <ul className={styles.list}>
              {identical.map((text) => (
                <li className={styles.pick} key={text.contribution.id}>
                  {toRead.includes(text) ? (
                    <input
                      type="checkbox"
                      name="contributionIds"
                      value={text.contribution.id}
                      id={`${id}${text.contribution.id}`}
                      aria-label={m.reading_pick()}
                      aria-labelledby={`${id}${text.contribution.id} ${id}of${text.contribution.id}`}
                    />
                  ) : (
                    <span />
                  )}
                  <div>
                    <div id={`${id}of${text.contribution.id}`}>
                      <NearTextsHead text={text} />
                    </div>
                    <NearTextsLink text={text} />
                  </div>
                </li>
              ))}
            </ul>
          </Disclosure>
          {toRead.length > 0 && (
            <Button small onClick={pickAll}>
              {m.near_pick_all({ count: toRead.length + 1 })}
              <Of>{item.body.slice(0, 60)}</Of>
            </Button>
          )}
        </div>
      )}
      {almost.length > 0 && (
        <Disclosure
          summary={
            <>
              {m.near_almost({ count: almost.length })}
              <Of>{item.body.slice(0, 60)}</Of>
            </>
          }
        >
          {almost.map((text) => (
            <SideBySide body={item.body} text={text} key={text.contribution.id}>
              <LeaveNear id={item.id} text={text} again={["ReadingPage"]} onLeft={() => onLeft(text)} />
            </SideBySide>
          ))}
        </Disclosure>
      )}
    </>
  );
}

import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { useOrigin } from "../../frame/instance.ts";
import styles from "./Paper.module.css";
import type { PaperQueue, HandedOver } from "./queue.ts";

interface Props {
  queue: PaperQueue;
  handedOver: readonly HandedOver[];
  slug: string;
}

/** Gives the focus to a line that has just come, for those who use a keyboard. */
const takeFocus = (place: HTMLElement | null) => place?.focus();

/**
 * Codes of sheets that bear none, to be handed over to the people who filled them in; one handed over by mistake comes
 * back as long as the page is open, since nobody can find it again after.
 */
export function HandOver({ queue, handedOver, slug }: Props) {
  const [given, setGiven] = useState<HandedOver | null>(null);
  if (handedOver.length === 0 && !given) return null;
  const give = (one: HandedOver) => {
    queue.given(one.key);
    setGiven(one);
  };
  const takeBack = (one: HandedOver) => {
    queue.notGiven(one);
    setGiven(null);
  };
  return (
    <Row heading={m.paper_hand_over()}>
      <div className="flow">
        {given && (
          <Notice tone="done" live>
            <span className="cluster">
              {m.paper_hand_over_given({ name: given.name })}
              <Button small onClick={() => takeBack(given)} ref={takeFocus} key={given.key}>
                {m.vocabulary_undo()}
              </Button>
            </span>
          </Notice>
        )}
        {handedOver.length > 0 && (
          <>
            <p className="prose">{m.paper_hand_over_lead()}</p>
            <ul className={styles.waiting}>
              {handedOver.map((one) => (
                <li key={one.key}>
                  <span>{one.name}</span>
                  <p className={styles.code}>{one.code}</p>
                  <Button small onClick={() => give(one)}>
                    {m.paper_hand_over_done({ name: one.name })}
                  </Button>
                </li>
              ))}
            </ul>
            <More to={paths.paper(slug, { slips: 1 })} icon="print">
              {m.paper_hand_over_print()}
            </More>
          </>
        )}
      </div>
    </Row>
  );
}

/** The same as slips, to be printed and cut. */
export function Slips({ handedOver }: Pick<Props, "handedOver">) {
  const address = `${useOrigin()}${paths.follow()}`;
  return (
    <ul className={styles.waiting}>
      {handedOver.map(({ key, name, code }) => (
        <li key={key}>
          <b>{m.paper_slip_title()}</b>
          <p className={styles.code}>{code}</p>
          <p>
            {m.paper_slip_lead()} {m.paper_slip_where({ address })}
          </p>
          <p>{m.paper_slip_reading()}</p>
          <small>{name}</small>
        </li>
      ))}
    </ul>
  );
}

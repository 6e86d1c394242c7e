import { m } from "@cahier/schema/messages";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { More } from "../../ui/More.tsx";
import { useOrigin } from "../../frame/instance.ts";
import styles from "./Paper.module.css";
import type { PaperQueue, HandedOver } from "./queue.ts";

interface Props {
  queue: PaperQueue;
  handedOver: readonly HandedOver[];
  slug: string;
}

/** Codes of sheets that bear none, to be handed over to the people who filled them in. */
export const HandOver = ({ queue, handedOver, slug }: Props) => (
  <div className="flow">
    <p className="prose">{m.paper_hand_over_lead()}</p>
    <ul className={styles.waiting}>
      {handedOver.map(({ key, name, code }) => (
        <li key={key}>
          <span>{name}</span>
          <p className={styles.code}>{code}</p>
          <Button small onClick={() => queue.given(key)}>
            {m.paper_hand_over_done({ name })}
          </Button>
        </li>
      ))}
    </ul>
    <More to={paths.paper(slug, { slips: 1 })} icon="print">
      {m.paper_hand_over_print()}
    </More>
  </div>
);

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

import { m } from "@cahier/schema/messages";
import { contentLang } from "../../i18n/content.ts";
import { daysUntil } from "../../i18n/dates.ts";
import { Card } from "../../ui/Card.tsx";
import { When } from "../../ui/When.tsx";
import styles from "./Home.module.css";

interface Props {
  objective: { number: number; question: string; responseCount: number };
  closesAt: string;
  /** When the group meets next; null when it is not known. */
  meetsAt: string | null;
  today: string;
}

/** Question open now, with its closing date. */
export const Now = ({ objective: { number, question, responseCount }, closesAt, meetsAt, today }: Props) => (
  <Card as="section" tone="now">
    <div className={styles.now}>
      <div>
        <h2>{m.home_now({ number })}</h2>
        <p lang={contentLang()}>{question}</p>
        <p className="quiet">
          {m.home_now_responses({ count: responseCount })}{" "}
          {meetsAt && (
            <>
              {m.home_next_meeting()} <When date={meetsAt} format="short" />.
            </>
          )}
        </p>
      </div>
      <p className="quiet">
        <b>{Math.max(0, daysUntil(closesAt, today))}</b> {m.home_days({ count: daysUntil(closesAt, today) })}
      </p>
    </div>
  </Card>
);

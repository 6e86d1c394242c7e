import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { contentLang } from "../../i18n/content.ts";
import { daysUntil } from "../../i18n/dates.ts";
import { Card } from "../../ui/Card.tsx";
import styles from "./Home.module.css";

interface Props {
  objective: { number: number; question: string };
  closesAt: string;
  today: string;
  /** The way to answer. */
  children: ReactNode;
}

/** The question that is open now, for how long still, and the way to answer it. */
export const Now = ({ objective: { number, question }, closesAt, today, children }: Props) => (
  <Card as="section" tone="now">
    <p className="quiet">
      <b className={styles.now}>{m.home_now({ number })}</b>
      {` · ${m.home_days({ count: Math.max(0, daysUntil(closesAt, today)) })}`}
    </p>
    <h2 lang={contentLang()}>{question}</h2>
    {children}
  </Card>
);

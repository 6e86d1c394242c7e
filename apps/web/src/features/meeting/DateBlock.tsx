import { formatDate } from "../../i18n/dates.ts";
import styles from "./Meeting.module.css";

/** The day of a meeting as a leaf of a calendar. The text beside it repeats the date in full. */
export const DateBlock = ({ date }: { date: string }) => (
  <span className={styles.leaf} aria-hidden="true">
    <span>{formatDate(date, "month").split(" ")[0]}</span>
    <b>{formatDate(date, "short").split(" ")[0]}</b>
  </span>
);

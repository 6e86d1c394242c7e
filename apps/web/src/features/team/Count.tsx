import { m } from "@cahier/schema/messages";
import type { Place } from "./places.ts";
import styles from "./TeamBar.module.css";

/** What waits in a place, in madder, or what is left to read there. */
export function Count({ of: { waiting, left } }: { of: Pick<Place, "waiting" | "left"> }) {
  const count = waiting || left;
  if (!count) return null;
  const said = waiting ? m.team_waiting({ count }) : m.team_left({ count });
  return (
    <span className={waiting ? styles.waiting : styles.left}>
      <span aria-hidden="true">{count}</span>
      <span className="visually-hidden">({said})</span>
    </span>
  );
}

import { m } from "@cahier/schema/messages";
import type { Place } from "./places.ts";
import styles from "./TeamBar.module.css";

/** Count of a place: waiting matters, in madder, or texts left to read. */
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

import { countedOneByOne } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type { Place } from "./places.ts";
import styles from "./TeamBar.module.css";

/** Count of a place: waiting matters, in madder, or texts left to read; « 100+ » past what is counted. */
export function Count({ of: { waiting, left } }: { of: Pick<Place, "waiting" | "left"> }) {
  const count = waiting || left;
  if (!count) return null;
  const shown = count > countedOneByOne ? `${countedOneByOne}+` : count;
  const said = (waiting ? m.team_waiting : m.team_left)({ count: shown });
  return (
    <span className={waiting ? styles.waiting : styles.left}>
      <span aria-hidden="true">{shown}</span>
      <span className="visually-hidden">({said})</span>
    </span>
  );
}

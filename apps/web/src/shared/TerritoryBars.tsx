import { Link } from "react-router-dom";
import { BarList } from "../ui/BarList.tsx";
import type { MapProps } from "./FranceMap.tsx";
import styles from "./TerritoryBars.module.css";

/** Counts by territory, as bars. */
export const TerritoryBars = ({ values, hrefFor, caption, highlight }: MapProps) => (
  <figure className="flow">
    <BarList
      bars={values.map(({ code, label, count, waits }) => ({
        key: code,
        label: (
          <Link
            to={hrefFor(code)}
            className={code === highlight ? styles.own : undefined}
            aria-current={code === highlight || undefined}
          >
            {label}
          </Link>
        ),
        value: count,
        // While nothing came from anywhere, no nought is written.
        text: waits ? "…" : values.some((one) => one.count > 0) ? String(count) : "",
      }))}
    />
    <figcaption className={`quiet ${styles.caption}`}>{caption}</figcaption>
  </figure>
);

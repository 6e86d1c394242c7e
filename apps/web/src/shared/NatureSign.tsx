import { natureNames } from "@cahier/schema/understand/keyPoint.names";
import type { KeyPointNature } from "../graphql/operations.generated.ts";
import styles from "./NatureSign.module.css";

const shapes: Record<KeyPointNature, string> = {
  FINDING: "M7 1a6 6 0 1 0 0 12A6 6 0 0 0 7 1z",
  DEFINITION: "M1.5 1.5h11v11h-11z",
  PROBLEM: "M7 .8 13.6 12.8H.4z",
  LEVER: "M7 0l7 7-7 7-7-7z",
  ARGUMENT: "M5.3 1h3.4v4.3H13v3.4H8.7V13H5.3V8.7H1V5.3h4.3z",
  OBJECTION: "M1 5.1h12v3.8H1z",
  EXAMPLE: "M1 2h12v8H7l-3.5 3.5V10H1z",
};

/** Nature of a key point: a colour and a shape, never a colour alone; bare where its name stands beside. */
export const NatureSign = ({ nature, bare = false }: { nature: KeyPointNature; bare?: boolean }) => (
  <svg
    className={styles.nature}
    data-nature={nature}
    viewBox="0 0 14 14"
    width="14"
    height="14"
    role={bare ? undefined : "img"}
    aria-label={bare ? undefined : natureNames[nature]()}
    aria-hidden={bare || undefined}
  >
    <path d={shapes[nature]} fill="currentColor" />
  </svg>
);

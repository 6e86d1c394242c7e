import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import styles from "./Workshop.module.css";

/** « Zoé Martin a aussi cette page ouverte. »: a hint, which holds nothing. */
export const AlsoHere = ({ names }: { names: string[] }) => (
  <output className={`quiet ${styles.alsoHere}`}>
    {names.length > 0 &&
      m.proposalWriting_also_here({ count: names.length, names: new Intl.ListFormat(getLocale()).format(names) })}
  </output>
);

import type { ReactNode } from "react";
import styles from "./DataTable.module.css";

interface Props {
  caption: string;
  /** Drawn for everybody, or said only to those who listen (when a heading already says it). */
  captionHidden?: boolean;
  head: readonly ReactNode[];
  /** The first cell of a row names it. */
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
  /** Index of the columns that hold numbers: set to the right. */
  numeric?: readonly number[];
}

/** A table that scrolls by itself when the screen is narrow, by keyboard too. */
export const DataTable = ({ caption, captionHidden, head, rows, numeric = [] }: Props) => {
  const side = (index: number) => (numeric.includes(index) ? styles.number : undefined);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard
    <section className={styles.scroll} tabIndex={0} aria-label={caption}>
      <table className={styles.table}>
        <caption className={captionHidden ? "visually-hidden" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {head.map((cell, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- columns do not move
              <th scope="col" className={side(index)} key={index}>
                {cell}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells: [name, ...cells] }) => (
            <tr key={key}>
              <th scope="row">{name}</th>
              {cells.map((cell, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- columns do not move
                <td className={side(index + 1)} key={index}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

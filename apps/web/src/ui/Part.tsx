import { type ReactNode, useId } from "react";
import { useLocation } from "react-router-dom";
import { Icon } from "./Icon.tsx";
import styles from "./Part.module.css";

interface Props {
  id?: string;
  heading: ReactNode;
  /** After the heading, in smaller type: a count, a state. */
  note?: ReactNode;
  /** The level of its title: 2 where no section stands above it. */
  level?: 2 | 3;
  children: ReactNode;
}

/** A part of a section, under a title of its own. */
export function Part({ id, heading, note, level = 3, children }: Props) {
  const named = useId();
  const Title = level === 2 ? "h2" : "h3";
  return (
    <section className={styles.part} id={id} aria-labelledby={named}>
      <Title>
        <span id={named}>{heading}</span> {note && <small>{note}</small>}
      </Title>
      {children}
    </section>
  );
}

/** One of a list in a part: ruled above, no sheet of its own. */
export const Line = ({ id, children }: { id?: string; children: ReactNode }) => (
  <li className={styles.line} id={id}>
    {children}
  </li>
);

/** Two parts beside one another, where there is room. */
export const Beside = ({ children }: { children: ReactNode }) => <div className={styles.beside}>{children}</div>;

/** Parts that most people pass over, on one line; one that is opened takes the whole width. */
export const Folds = ({ children }: { children: ReactNode }) => <div className={styles.folds}>{children}</div>;

interface FoldProps extends Omit<Props, "level"> {
  /** Other anchors within it. */
  holds?: readonly string[];
}

/** One part of that line. An address that names it opens it: the browser does on a page that comes whole, and we do within the site. */
export function Fold({ id, heading, note, holds = [], children }: FoldProps) {
  const named = useId();
  const { hash } = useLocation();
  return (
    <section aria-labelledby={named}>
      <details open={[id, ...holds].some((each) => each && hash === `#${each}`)}>
        <summary>
          <Icon name="down" size={17} />
          <h3>
            <span id={named}>{heading}</span> {note && <small>{note}</small>}
          </h3>
        </summary>
        <div className={styles.folded} id={id}>
          {children}
        </div>
      </details>
    </section>
  );
}

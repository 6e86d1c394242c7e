import { type ReactNode, useId } from "react";
import { Description } from "./Description.tsx";
import styles from "./Ruled.module.css";

/** A page of the notebook: centred, with the red rule of its margin. Rows go inside. */
export const Ruled = ({ children }: { children: ReactNode }) => <div className={styles.page}>{children}</div>;

interface RowProps {
  /** Text in the margin: a date, a phase, a count; in madder. */
  margin?: ReactNode;
  /** A word more under it. */
  note?: ReactNode;
  /** The h2 of the section. */
  heading?: ReactNode;
  /** On its line where there is room: how to read it. */
  aside?: ReactNode;
  id?: string;
  /** Acts and what the team alone reads: a sheet of paper has no use for them. */
  noPrint?: boolean;
  children?: ReactNode;
}

/** A section of a page: the margin column, then the body. At 390 px the margin comes above. */
export function Row({ margin, note, heading, aside, id, noPrint = false, children }: RowProps) {
  const headingId = useId();
  return (
    <section
      className={noPrint ? `${styles.row} no-print` : styles.row}
      id={id}
      aria-labelledby={heading ? headingId : undefined}
    >
      <Margin margin={margin} note={note} />
      <div className={styles.body}>
        {heading && <Heading id={headingId} heading={heading} aside={aside} />}
        {children}
      </div>
    </section>
  );
}

interface PageHeadProps {
  margin?: ReactNode;
  note?: ReactNode;
  /** Above the title, in madder: « Objectif 2 sur 4 ». */
  kicker?: ReactNode;
  title: string;
  /** Content of the h1, where it is more than words. */
  shown?: ReactNode;
  /** The language of the title, when it is not that of the page. */
  lang?: string;
  /** Title of the tab, when it is not that of the page. */
  tab?: string;
  lead?: ReactNode;
  /** Description for search engines, if it is not the lead. */
  description?: string | undefined;
  /** Beside the title where there is room: a map, a figure. */
  aside?: ReactNode;
  /** Under both, as wide as the page: its acts, where they are many. */
  acts?: ReactNode;
  /** With Seyès lines in the margins and a bigger title: home alone. */
  hero?: boolean;
  children?: ReactNode;
}

/** The head of a page: its one h1, what it is in a sentence, its first act. It also names the tab. */
export function PageHead({
  margin,
  note,
  kicker,
  title,
  shown,
  lang,
  tab,
  lead,
  description,
  aside,
  acts,
  hero,
  children,
}: PageHeadProps) {
  return (
    <header className={`${styles.row} ${styles.head} ${hero ? styles.hero : ""}`}>
      <title>{`${tab ?? title} · Cahier commun`}</title>
      <Description of={description ?? lead} />
      <Margin margin={margin} note={note} />
      <div className={aside ? styles.two : undefined}>
        <div className={styles.titles}>
          {kicker && <p className={styles.kicker}>{kicker}</p>}
          <h1 lang={lang}>{shown ?? title}</h1>
          {lead && <div className={styles.lead}>{lead}</div>}
          {children}
        </div>
        {acts && <div className={styles.acts}>{acts}</div>}
        {aside}
      </div>
    </header>
  );
}

const Heading = ({ id, heading, aside }: { id: string; heading: ReactNode; aside: ReactNode }) =>
  aside ? (
    <div className={styles.headed}>
      <h2 id={id}>{heading}</h2>
      <p className="quiet">{aside}</p>
    </div>
  ) : (
    <h2 id={id}>{heading}</h2>
  );

const Margin = ({ margin, note }: { margin?: ReactNode; note?: ReactNode }) => (
  <div className={styles.margin}>
    {margin && <b>{margin}</b>}
    {note && <span>{note}</span>}
  </div>
);

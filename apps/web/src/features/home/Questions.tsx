import { Link } from "react-router-dom";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import type { Stretch } from "../../shared/Schedule.tsx";
import { Chip } from "../../ui/Chip.tsx";
import styles from "./Home.module.css";

interface Asked {
  id: string;
  slug: string;
  number: number;
  question: string;
  /** Its days, and where it stands: those of its line of the calendar. */
  line: { note?: React.ReactNode; stretches?: readonly Stretch[] } | undefined;
}

/** The questions of a group, each with its days and where it stands. */
export const Questions = ({ questions }: { questions: readonly Asked[] }) => (
  <ol className={styles.questions}>
    {questions.map(({ id, slug, number, question, line }) => {
      const [stretch] = line?.stretches ?? [];
      return (
        <li key={id}>
          <b aria-hidden="true">{number}</b>
          <Link to={paths.objective(slug)} lang={contentLang()}>
            {question}
          </Link>
          <span className="quiet">{line?.note}</span>
          {stretch && (
            <Link to={stretch.href ?? paths.objective(slug)} aria-label={`${stretch.text}, ${question}`}>
              <Chip tone={stretch.state}>{stretch.text}</Chip>
            </Link>
          )}
        </li>
      );
    })}
  </ol>
);

import { m } from "@cahier/schema/messages";
import { useContext } from "react";
import { Link } from "react-router-dom";
import { type Step, Steps } from "../../ui/Steps.tsx";
import styles from "./Answering.module.css";
import { minutesLeft, type Part } from "./parts.ts";
import { PlaceContext } from "./place.ts";
import { useSaidLang } from "./saidIn.ts";

interface Props {
  slug: string;
  parts: readonly Part[];
  /** The part on the screen, from 1; one more for the review. */
  current: number;
}

/** The parts of a questionnaire, each a link: where one is, what is done. */
export function PartSteps({ slug, parts, current }: Props) {
  const lang = useSaidLang();
  const { hrefOf } = useContext(PlaceContext);
  const steps = parts.map(({ section, number, asked, answered }): Step => ({
    key: section.id,
    state: number === current ? "now" : answered > 0 ? "done" : "todo",
    title: (
      <Link to={hrefOf(slug, number)} lang={lang}>
        {section.title}
      </Link>
    ),
    note: answered ? m.questionnaire_answered({ count: answered, asked }) : m.questionnaire_questions({ count: asked }),
  }));
  const review: Step = {
    key: "review",
    state: current > parts.length ? "now" : "todo",
    title: <Link to={hrefOf(slug, "review")}>{m.questionnaire_review()}</Link>,
  };
  return (
    <nav aria-label={m.questionnaire_parts()}>
      <Steps label={m.questionnaire_parts()} steps={[...steps, review]} />
    </nav>
  );
}

/** The same in one line, at the top of a narrow screen. */
export function Strip({ parts, current, minutes }: Omit<Props, "slug"> & { minutes: number }) {
  const left = minutesLeft(parts, current, minutes);
  const title = parts[current - 1]?.section.title ?? m.questionnaire_review();
  return (
    <div className={styles.strip} aria-hidden="true">
      <p>
        <span>
          {current > parts.length ? title : m.questionnaire_strip({ part: current, parts: parts.length, title })}
        </span>
        {left > 0 && <span>{m.questionnaire_minutes_left({ minutes: left })}</span>}
      </p>
      <p>
        {parts.map(({ number, answered }) => (
          <i data-state={number === current ? "now" : answered > 0 ? "done" : undefined} key={number} />
        ))}
      </p>
    </div>
  );
}

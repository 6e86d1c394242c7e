import { m } from "@cahier/schema/messages";
import { useContext } from "react";
import { Link } from "react-router-dom";
import { type Step, Steps } from "../../ui/Steps.tsx";
import { type Part, pathOf } from "./parts.ts";
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
  const steps = stepsFrom(parts, current, ({ title, number, short }) => (
    <Link to={hrefOf(slug, number)} lang={short ? undefined : lang}>
      {title}
    </Link>
  ));
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

/** The parts as steps: where one is, what is done. */
export const stepsFrom = (parts: readonly Part[], current: number, titleOf: (part: Part) => Step["title"]): Step[] =>
  parts.map((part) => ({
    key: part.id,
    state: part.number === current ? "now" : part.answered.size > 0 ? "done" : "todo",
    title: titleOf(part),
    note: part.answered.size
      ? m.questionnaire_answered({ count: part.answered.size, asked: part.asked.length })
      : m.questionnaire_questions({ count: part.asked.length }),
  }));

/** Progress in questions: of the part on a large screen, of the single question on a telephone. */
export function Progress({ parts, part, now }: { parts: readonly Part[]; part: Part; now?: string }) {
  const lang = useSaidLang();
  const { questions, before } = pathOf(parts, part);
  const count = questions.length;
  const here = new Set(part.asked.map(({ id }) => id));
  const first = before + 1;
  const last = before + here.size;
  const at =
    first +
    Math.max(
      0,
      part.asked.findIndex(({ id }) => id === now),
    );
  return (
    <div className="questionnaire-progress">
      <h2 tabIndex={-1} id="step">
        <span className={now && "questionnaire-wide"}>
          <span lang={part.short ? undefined : lang}>{part.title}</span>
          {" · "}
          {first < last ? m.questionnaire_at_several({ first, last, count }) : m.questionnaire_at({ at: first, count })}
        </span>
        {now && <span className="questionnaire-narrow">{m.questionnaire_at({ at, count })}</span>}
      </h2>
      <span className="questionnaire-wide">{m.questionnaire_stop()}</span>
      <p aria-hidden="true">
        {questions.map(({ id, done }) => (
          <i
            data-done={done || undefined}
            data-here={here.has(id) || undefined}
            data-now={id === now || undefined}
            key={id}
          />
        ))}
      </p>
    </div>
  );
}

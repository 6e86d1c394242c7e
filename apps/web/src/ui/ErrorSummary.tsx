// chunk: form
import { m } from "@cahier/schema/messages";
import { type MouseEvent, useEffect, useRef } from "react";
import { Link } from "react-router-dom";
import styles from "./ErrorSummary.module.css";
import { type Problem, fieldSentence } from "./problems.ts";

interface Props {
  problems: readonly Problem[];
  /** The id of the control of a field. */
  idOf?: (field: string) => string;
  /** The words of a field, so that « Écrivez quelque chose » says where. */
  labelOf?: (field: string) => string | undefined;
  /** Address of the field, when it is not on this page. */
  hrefOf?: (field: string) => string | undefined;
}

/** True from a letter to the next press: what is refused takes no focus from whoever types. */
let types = false;
if (!import.meta.env.SSR) {
  addEventListener("input", () => (types = true), true);
  for (const press of ["click", "keydown"]) addEventListener(press, () => (types = false), true);
}

/** All that was refused, at the top, taking the focus; each line leads to its field. */
export function ErrorSummary({ problems, idOf = (field) => field, labelOf, hrefOf }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  const before = useRef<readonly Problem[]>([]);
  useEffect(() => {
    // Nor from whoever mends it by a press: what remains of it is only shown.
    const isNew = problems.some((one) => !before.current.includes(one));
    before.current = problems;
    if (isNew && !types) ref.current?.focus();
  }, [problems]);
  if (!problems.length) return null;
  const goTo = (event: MouseEvent, id: string) => {
    const field = document.getElementById(id);
    if (!field) return;
    event.preventDefault();
    const control = field.matches("input, select, textarea")
      ? field
      : (field.querySelector("input, select, textarea") ?? field);
    (control as HTMLElement).focus();
    field.scrollIntoView({ block: "center" });
  };
  return (
    <div className={styles.summary} role="alert" tabIndex={-1} ref={ref}>
      <h2>{m.ui_problems({ count: problems.length })}</h2>
      <ul>
        {problems.map((problem) => {
          const label = problem.field && (labelOf?.(problem.field) ?? labelIn(idOf(problem.field)));
          const chooses = !!problem.field && isChosen(idOf(problem.field));
          const sentence = `${label ? introduced(label) : ""}${fieldSentence(problem, chooses)}`;
          const href = problem.field && hrefOf?.(problem.field);
          return (
            <li key={`${problem.field} ${problem.code}`}>
              {href ? (
                <Link to={href}>{sentence}</Link>
              ) : problem.field ? (
                <a href={`#${idOf(problem.field)}`} onClick={(event) => goTo(event, idOf(problem.field!))}>
                  {sentence}
                </a>
              ) : (
                sentence
              )}
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** After an act, in a browser, the label is there to be read. */
const labelIn = (id: string) =>
  import.meta.env.SSR ? undefined : document.querySelector(`[data-label-of="${CSS.escape(id)}"]`)?.textContent;

/** True of a control in which one chooses rather than writes. */
const isChosen = (id: string) =>
  !import.meta.env.SSR && !!document.getElementById(id)?.matches("select, fieldset, [type=file]");

/** « Votre courriel : »; a question needs no colon. */
const introduced = (label: string) => (/[?!.…]$/.test(label) ? `${label} ` : `${label}${m.ui_colon()}`);

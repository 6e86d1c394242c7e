import { m } from "@cahier/schema/messages";
import { compile } from "@cahier/schema/questionnaire/check";
import { type Definition, otherKey, type Question } from "@cahier/schema/questionnaire/definition";
import { visibleQuestions } from "@cahier/schema/questionnaire/logic";
import { marksOf } from "@cahier/schema/questionnaire/printed";
import { type FocusEvent, Fragment, type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from "react";
import { useInstance } from "../../frame/instance.ts";
import { Button } from "../../ui/Button.tsx";
import { ErrorSummary } from "../../ui/ErrorSummary.tsx";
import { fieldSentence, type Problem } from "../../ui/problems.ts";
import styles from "./Paper.module.css";
import { PaperRow } from "./PaperRow.tsx";
import { ReadCode } from "./ReadCode.tsx";
import type { Written } from "./unsent.ts";
import { understood } from "./typed.ts";
import { answersOf, headProblems, rowOf } from "./written.ts";
import { contentLang } from "../../i18n/content.ts";

/** A row beside the questions. */
export interface HeadRow {
  name: string;
  label: string;
  legend?: string;
  echo?: string;
  /** Problem shown while it is typed. */
  wrong?: string;
  inputMode?: "numeric" | "text" | "email";
  /** The camera can fill it in. */
  camera?: boolean;
}

interface Props {
  definition: Definition;
  territories: ReadonlyMap<string, string>;
  written: Written;
  /** Problems of the sheet once it was sent. */
  refused: readonly Problem[];
  /** Rows before the questions, and after. */
  before: readonly HeadRow[];
  after: readonly HeadRow[];
  today: string;
  onType: (typed: Written["typed"]) => void;
  onHead: (name: string, value: string) => void;
  /** Nothing is wrong with it. */
  onSave: () => void;
}

/** A sheet typed in without leaving the keyboard: one line a question, in the order of the paper. */
export function PaperGrid(props: Props) {
  const { definition, territories, written, refused, before, after, today, onType, onHead, onSave } = props;
  const { typed, head, kind } = written;
  const { france } = useInstance();
  const grid = useRef<HTMLDivElement>(null);
  const [summary, setSummary] = useState<readonly Problem[]>([]);
  const check = useMemo(
    () => compile(definition, { territories: new Set(territories.keys()) }),
    [definition, territories],
  );
  const read = useMemo(() => answersOf(definition, typed, today, territories), [definition, typed, today, territories]);
  const visible = useMemo(
    () => new Set(visibleQuestions(definition, read.answers).map(({ id }) => id)),
    [definition, read.answers],
  );

  /** By row: what cannot be read first, then what the checker refuses of it, then what the API refused. */
  const problems = new Map<string, Problem>();
  const note = (problem: Problem) => {
    const row = rowOf(problem.field, kind);
    if (row && !problems.has(row)) problems.set(row, problem);
  };
  for (const problem of [...read.problems, ...check(read.answers, { draft: true }).problems, ...refused, ...summary])
    note(problem);

  const save = () => {
    const found = new Map<string, Problem>();
    for (const problem of [
      ...read.problems,
      ...check(read.answers, { paper: true }).problems,
      ...headProblems(written, today),
    ]) {
      const row = rowOf(problem.field, kind) ?? "";
      if (!found.has(row)) found.set(row, problem);
    }
    setSummary([...found.values()]);
    if (found.size === 0) onSave();
  };

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      save();
      return;
    }
    const target = event.target as HTMLElement;
    if (event.shiftKey || !target.matches("[data-entry]")) return;
    event.preventDefault();
    const fields = [...grid.current!.querySelectorAll<HTMLElement>("[data-entry]")];
    (fields[fields.indexOf(target) + 1] ?? grid.current!.querySelector<HTMLElement>("button[data-save]"))?.focus();
  };

  /** A browser shows the first line of a field that takes the focus, be it under the bar. */
  const onFocus = ({ target }: FocusEvent<HTMLDivElement>) => {
    if (target.matches("[data-entry]")) target.scrollIntoView({ block: "nearest" });
  };

  const change = (name: string) => setSummary((list) => list.filter(({ field }) => rowOf(field, kind) !== name));
  const sentence = (name: string) => {
    const problem = problems.get(name);
    return problem && fieldSentence(problem, false);
  };
  const headRow = ({ name, wrong, camera, ...row }: HeadRow) => {
    const fill = (value: string) => {
      change(name);
      onHead(name, value);
    };
    return (
      <PaperRow
        {...row}
        name={name}
        value={head[name] ?? ""}
        problem={wrong || sentence(name)}
        onChange={fill}
        key={name}
      >
        {camera && <ReadCode field={`entry-${name}`} onRead={fill} />}
      </PaperRow>
    );
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it only moves the focus between its fields
    <div className={styles.grid} ref={grid} onKeyDown={onKeyDown} onFocus={onFocus}>
      <ErrorSummary problems={summary} idOf={(field) => `entry-${rowOf(field, kind)}`} />
      {before.map(headRow)}
      {definition.sections.map((section) => (
        <Fragment key={section.id}>
          <h2 className={styles.section} lang={contentLang()}>
            {section.title}
          </h2>
          {section.questions.map((question) =>
            question.type === "TEXT_BLOCK" ? null : visible.has(question.id) || typed[question.id] ? (
              <PaperRow
                name={question.id}
                code={question.code}
                label={<span lang={contentLang()}>{question.label}</span>}
                long={question.type === "LONG_TEXT"}
                value={typed[question.id] ?? ""}
                echo={
                  visible.has(question.id)
                    ? understood(question, read.answers[question.id], read.answers[otherKey(question.id)], territories)
                    : m.paper_left_out()
                }
                problem={sentence(question.id)}
                legend={legendOf(question, france)}
                onChange={(value) => {
                  change(question.id);
                  onType({ ...typed, [question.id]: value });
                }}
                key={question.id}
              />
            ) : (
              <p className={styles.passed} key={question.id}>
                {m.paper_passed({ code: question.code })}
              </p>
            ),
          )}
        </Fragment>
      ))}
      {after.map(headRow)}
      <div className={`${styles.bar} no-print`}>
        {/* The field keeps the focus: its marks would go, and the button move from under the press. The second press of a
            double click falls on the next sheet, where nothing is typed yet. */}
        <Button
          primary
          data-save
          onMouseDown={(event) => event.preventDefault()}
          onClick={({ detail }) => detail < 2 && save()}
        >
          {m.paper_save()}
        </Button>
        <span className="quiet">{m.paper_keys()}</span>
      </div>
    </div>
  );
}

/** Marks that can be typed for a question. */
function legendOf(question: Question, france: boolean): ReactNode {
  const marks = marksOf(question).map(({ mark, label }) => (label ? `${mark} ${label}` : mark));
  const list = marks.join(" · ");
  switch (question.type) {
    case "MATRIX":
      return m.paper_legend_matrix({ list, rows: question.rows.length });
    case "RANKING":
      return m.paper_legend_ranking({ list });
    case "MULTIPLE_CHOICE":
      return m.paper_legend_several({ list });
    case "TERRITORY":
      return france ? m.paper_legend_territory() : m.paper_legend_territory_own();
    case "DATE":
      return m.paper_legend_date();
    case "LONG_TEXT":
      return m.paper_legend_text();
    default:
      return <span lang={contentLang()}>{list}</span>;
  }
}

/** The first field to type in, and the one after the save. */
export const focusFirst = () => document.querySelector<HTMLElement>("[data-entry]")?.focus();

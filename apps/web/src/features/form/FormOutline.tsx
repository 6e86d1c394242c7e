import type { Form, FormOption, FormQuestion } from "@cahier/schema/form";
import { m } from "@cahier/schema/messages";
import { conditionSentence, type Known } from "../../i18n/conditions.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import styles from "./Form.module.css";
import { countOf, typeNames } from "./form.labels.ts";

/** Outline of the questions a file would ask, part by part. Its words are always shown as plain text. */
export function FormOutline({ form }: { form: Form }) {
  const questions = form.sections.flatMap((section) => section.questions);
  const lang = form.language;
  return (
    <div className="flow">
      {form.intro && <p lang={lang}>{form.intro.text}</p>}
      {form.sections.map(({ title, intro, questions: asked }, index) => (
        <Disclosure
          // oxlint-disable-next-line react/no-array-index-key -- parts do not move
          key={index}
          open={index === 0}
          summary={
            <>
              {m.form_part({ number: index + 1 })}
              {m.ui_colon()}
              <span lang={title.text ? lang : undefined}>{title.text || m.form_part_untitled()}</span>{" "}
              <small className="quiet">{m.form_seen_margin({ count: countOf(asked) })}</small>
            </>
          }
        >
          {intro && <p lang={lang}>{intro.text}</p>}
          <ol className={styles.questions}>
            {asked.map((question) => (
              <Outlined key={question.name} question={question} questions={questions} lang={lang} />
            ))}
          </ol>
        </Disclosure>
      ))}
    </div>
  );
}

interface OutlinedProps {
  question: FormQuestion;
  /** Questions that a condition can refer to. */
  questions: readonly FormQuestion[];
  lang: string;
}

function Outlined({ question, questions, lang }: OutlinedProps) {
  const { type, label, help, required, settings } = question;
  const { options = [], rows = [], scale = [], min, max } = settings;
  const notes = [
    typeNames[type](),
    options.length > 0 && m.form_choices({ count: options.length }),
    rows.length > 0 && m.form_rows({ count: rows.length }),
    min !== undefined && max !== undefined && `${min}–${max}`,
    required && m.form_required(),
  ];
  return (
    <li>
      <b lang={lang}>{label.text}</b>
      {help && (
        <p className={styles.more} lang={lang}>
          {help.text}
        </p>
      )}
      <p className={styles.more}>{notes.filter(Boolean).join(" · ")}</p>
      {options.length > 0 && <Words list={options} lang={lang} />}
      {rows.length > 0 && <Words list={rows} lang={lang} />}
      {scale.length > 0 && <Words list={scale} lang={lang} />}
      {settings.visibleIf !== undefined && (
        <p className={styles.more}>{conditionSentence(settings.visibleIf, questions.map(known))}</p>
      )}
    </li>
  );
}

const Words = ({ list, lang }: { list: readonly FormOption[]; lang: string }) => (
  <p className={styles.words} lang={lang}>
    {list.map(({ label }) => label.text).join(" / ")}
  </p>
);

const shortened = (text: string) => (text.length > 60 ? `${text.slice(0, 57).trimEnd()}…` : text);

const words = (list: readonly FormOption[] = []) => list.map(({ value, label }) => ({ value, label: label.text }));

/** A question has no code before it is created: a condition calls it by its words. */
const known = ({ name, label, settings: { options, scale } }: FormQuestion): Known => ({
  id: name,
  code: m.questionnaire_quoted({ words: shortened(label.text) }),
  options: words(options),
  scale: words(scale),
});

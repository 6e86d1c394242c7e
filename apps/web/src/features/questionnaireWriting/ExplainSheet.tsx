import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { use, useState } from "react";
import { contentLang } from "../../i18n/content.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptLine } from "../../ui/KeptFields.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { useKept } from "../../ui/useKept.ts";
import { askedOf, type Composed, type ComposedQuestionnaire } from "./composed.tsx";
import { explainQuestions } from "./questionnaire.mutations.tsx";
import { SayContext } from "./SayContext.ts";
import { TextArea } from "./TextArea.tsx";

/** Words by the id of their question. */
type Words = Readonly<Record<string, string>>;

const none: Words = {};

/** The questions that do not say why they are asked. */
export const unexplained = ({ flaws, sections }: ComposedQuestionnaire): Composed[] => {
  const missing = new Set(flaws.flatMap(({ code, questionId }) => (code === "RATIONALE_MISSING" ? questionId : [])));
  return askedOf(sections).filter(({ id }) => missing.has(id));
};

interface Props {
  composedQuestionnaire: ComposedQuestionnaire;
  onDone: () => void;
}

/**
 * Why questions are asked, said of all those that say nothing on one sheet, in one act: what came from a form made elsewhere
 * says it of none. What is typed is on the device until then.
 */
export function ExplainSheet({ composedQuestionnaire, onDone }: Props) {
  const { id, sections } = composedQuestionnaire;
  const act = useAct(explainQuestions);
  const say = use(SayContext);
  const { kept, found, ...at } = useKept<Words>(`explaining:${id}`);
  const [typed, setTyped] = useState<Words | null>(null);
  const [same, setSame] = useState("");
  const words = typed ?? found?.value ?? none;
  const missing = unexplained(composedQuestionnaire);
  const written = missing.filter((one) => words[one.id]?.trim());
  // Somebody said so in between: both are shown, and theirs stays.
  const theirs = askedOf(sections).filter(
    (one) => words[one.id]?.trim() && !missing.includes(one) && one.question.rationale !== words[one.id]?.trim(),
  );
  const change = (now: Words) => {
    setTyped(now);
    if (Object.values(now).some((text) => text.trim())) kept.keep(now);
    else void kept.forget();
  };
  const save = async () => {
    const rationales = written.map((one) => ({ questionId: one.id, rationale: words[one.id]! }));
    if (rationales.length === 0 || !(await act.run({ rationales }))) return;
    say(m.questionnaireWriting_explained({ count: rationales.length }));
    setTyped(none);
    await kept.forget();
    if (rationales.length === missing.length) onDone();
  };
  const left = missing.filter((one) => !words[one.id]?.trim());
  return (
    <Form
      problems={act.problems}
      busy={act.busy}
      label={m.questionnaireWriting_explain()}
      onSubmit={() => void save()}
      labelOf={(field) => {
        const one = missing.find((question) => fieldOf(question) === field);
        return one ? `${one.question.code} ${one.question.label}` : "";
      }}
    >
      <p>{m.questionnaireWriting_rationale_help()}</p>
      {theirs.map((one) => (
        <Notice tone="warn" key={one.id}>
          <p>
            <b>{one.question.code}</b> {m.questionnaireWriting_explained_by_other()}
          </p>
          <p lang={contentLang()}>{one.question.rationale}</p>
          <p>
            {m.questionnaireWriting_stale_mine()}
            {m.ui_colon()}
            {words[one.id]}
          </p>
          <Button small onClick={() => change({ ...words, [one.id]: "" })}>
            {m.questionnaireWriting_stale_take()}
          </Button>
        </Notice>
      ))}
      {missing.length > 1 && (
        <div className="questionnaireWriting-stack">
          <TextArea
            name="same"
            optional
            label={m.questionnaireWriting_explain_same()}
            help={m.questionnaireWriting_explain_same_help()}
            maxLength={limits["question.rationale"]}
            value={same}
            onChange={setSame}
          />
          <Button
            small
            disabled={!same.trim() || left.length === 0}
            onClick={() => change({ ...words, ...Object.fromEntries(left.map((one) => [one.id, same.trim()])) })}
          >
            {m.questionnaireWriting_explain_put({ count: left.length })}
          </Button>
        </div>
      )}
      <ol className="questionnaireWriting-explained">
        {missing.map((one) => (
          <li key={one.id}>
            <TextArea
              name={fieldOf(one)}
              label={
                <>
                  {one.question.code} <span lang={contentLang()}>{one.question.label}</span>
                </>
              }
              value={words[one.id] ?? ""}
              onChange={(text) => change({ ...words, [one.id]: text })}
            />
          </li>
        ))}
      </ol>
      <Failed because={act.failed} />
      <div className="cluster">
        <Button type="submit" primary disabled={act.busy}>
          {m.questionnaireWriting_explain_save({ count: written.length })}
        </Button>
        <Button onClick={onDone}>{m.questionnaireWriting_cancel()}</Button>
      </div>
      <KeptLine {...at} onErase={() => change(none)} />
    </Form>
  );
}

const fieldOf = ({ id }: Composed) => `rationale:${id}`;

import { m } from "@cahier/schema/messages";
import { use, useEffect, useId, useRef, useState } from "react";
import { contentLang } from "../../../i18n/content.ts";
import { CheckboxCard, Choices } from "../../../ui/Choice.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Failed } from "../../../ui/Failed.tsx";
import { Fieldset, Select } from "../../../ui/Field.tsx";
import { Form } from "../../../ui/Form.tsx";
import { Notice } from "../../../ui/Notice.tsx";
import type { Composed, ComposedQuestionnaire } from "../composed.tsx";
import { MoveButtons } from "../MoveButtons.tsx";
import { SayContext } from "../SayContext.ts";
import { useAct } from "../../../ui/useAct.ts";
import { carryKeyPoints } from "../questionnaire.mutations.tsx";
import { ReasonField } from "../Reason.tsx";

type Synthesis = ComposedQuestionnaire["syntheses"][number];

/** The key points of a synthesis, each once, in the order in which it names them. */
const keyPointsOf = (synthesis: Synthesis | undefined) => [
  ...new Map(
    (synthesis?.paragraphs ?? [])
      .flatMap(({ keyPoints, against }) => [...keyPoints, ...against])
      .map((keyPoint) => [keyPoint.id, keyPoint]),
  ).values(),
];

interface Props {
  composed: Composed;
  syntheses: readonly Synthesis[];
  /** True if the form above has unsaved changes: it is saved first. */
  blocked: boolean;
}

/** Options made of what a synthesis found: chosen, put in order, and linked to it ever after. */
export function KeyPoints({ composed, syntheses, blocked }: Props) {
  const { question, version, answerCount } = composed;
  const carried = question.options.flatMap(({ keyPointId }) => keyPointId ?? []);
  const known = syntheses.find((one) => keyPointsOf(one).some(({ id }) => carried.includes(id)));
  const [slug, setSlug] = useState(known?.slug ?? "");
  const [chosen, setChosen] = useState<readonly string[]>(carried);
  const [reason, setReason] = useState("");
  const act = useAct(carryKeyPoints);
  const keyPoints = keyPointsOf(syntheses.find((one) => one.slug === slug));
  const sentenceOf = (id: string) =>
    syntheses.flatMap(keyPointsOf).find((one) => one.id === id)?.sentence ??
    question.options.find((option) => option.keyPointId === id)?.label ??
    "";

  if (!syntheses.length) return <p className="quiet">{m.questionnaireWriting_key_points_none()}</p>;
  const send = () =>
    act.run({ questionId: question.id, version, keyPointIds: [...chosen], reason: reason.trim() || undefined });
  return (
    <Form
      problems={act.problems}
      busy={act.busy}
      onSubmit={() => void send()}
      label={m.questionnaireWriting_key_points()}
    >
      <p className="quiet">{m.questionnaireWriting_key_points_what()}</p>
      <Select
        name="synthesis"
        label={m.questionnaireWriting_synthesis()}
        value={slug}
        onChange={(event) => setSlug(event.currentTarget.value)}
      >
        <option value="">{m.questionnaireWriting_choose()}</option>
        {syntheses.map((one) => (
          <option lang={contentLang()} value={one.slug} key={one.id}>
            {one.title}
          </option>
        ))}
      </Select>
      {keyPoints.length > 0 && (
        <Fieldset name="keyPointIds" legend={m.questionnaireWriting_key_points_which()}>
          <Choices single>
            {keyPoints.map(({ id, sentence }) => (
              <CheckboxCard
                name="keyPointIds"
                value={id}
                label={<span lang={contentLang()}>{sentence}</span>}
                checked={chosen.includes(id)}
                onChange={(event) =>
                  setChosen(event.currentTarget.checked ? [...chosen, id] : chosen.filter((other) => other !== id))
                }
                key={id}
              />
            ))}
          </Choices>
        </Fieldset>
      )}
      {chosen.length > 0 && <Order {...{ chosen, sentenceOf }} onChange={setChosen} />}
      {answerCount > 0 && <ReasonField value={reason} onChange={setReason} />}
      {blocked && <p className="quiet">{m.questionnaireWriting_save_first()}</p>}
      <Failed because={act.failed} />
      <Button type="submit" disabled={blocked || act.busy}>
        {m.questionnaireWriting_key_points_carry({ count: chosen.length })}
      </Button>
      {act.done && (
        <Notice tone="done" live>
          {m.questionnaireWriting_key_points_carried()}
        </Notice>
      )}
    </Form>
  );
}

interface OrderProps {
  chosen: readonly string[];
  sentenceOf: (id: string) => string;
  onChange: (chosen: readonly string[]) => void;
}

function Order({ chosen, sentenceOf, onChange }: OrderProps) {
  const say = use(SayContext);
  const id = useId();
  const next = useRef("");
  useEffect(() => {
    if (next.current) document.getElementById(next.current)?.focus();
    next.current = "";
  });
  const move = (index: number, by: -1 | 1) => {
    const moved = chosen[index]!;
    const rest = chosen.filter((one) => one !== moved);
    next.current = `${id}${moved}${by < 0 ? "up" : "down"}`;
    say(m.questionnaireWriting_said_moved({ what: sentenceOf(moved), place: index + by + 1, count: chosen.length }));
    onChange([...rest.slice(0, index + by), moved, ...rest.slice(index + by)]);
  };
  return (
    <div className="questionnaireWriting-order">
      <b>{m.questionnaireWriting_key_points_order()}</b>
      <ol>
        {chosen.map((one, index) => (
          <li key={one}>
            <span lang={contentLang()}>{sentenceOf(one)}</span>
            <MoveButtons
              idOf={(act) => `${id}${one}${act}`}
              what={sentenceOf(one)}
              first={index === 0}
              last={index === chosen.length - 1}
              onMove={(by) => move(index, by)}
            />
          </li>
        ))}
      </ol>
    </div>
  );
}

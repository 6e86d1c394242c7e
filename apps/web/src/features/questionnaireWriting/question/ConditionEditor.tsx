import { m } from "@cahier/schema/messages";
import { use, useId } from "react";
import { Button } from "../../../ui/Button.tsx";
import { Fieldset } from "../../../ui/Field.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import type { Question } from "../composed.tsx";
import { needsValue, newRule, operatorsFor, type Rule, type Rules, rulesOf, treeOf } from "./condition.ts";
import { SayContext } from "../SayContext.ts";
import { conditionSentence, type Operator, operatorNames } from "../../../i18n/conditions.ts";
import { contentLang } from "../../../i18n/content.ts";

interface Props {
  /** The questions asked before this one. */
  before: readonly Question[];
  value: unknown;
  onChange: (tree: unknown) => void;
}

const short = ({ code, label }: Question) => `${code} ${label.length > 60 ? `${label.slice(0, 58)}…` : label}`;

/** Condition of a question: rules chosen from lists, and the sentence they make. */
export function ConditionEditor({ before, value, onChange }: Props) {
  const say = use(SayContext);
  const id = useId();
  const rules = rulesOf(value);
  const sentence = conditionSentence(value, before);
  const change = (next: Rules) => onChange(treeOf(next, (one) => before.find((other) => other.id === one)?.type));
  const at = (index: number, rule: Rule) =>
    rules && change({ ...rules, rules: rules.rules.map((other, place) => (place === index ? rule : other)) });
  const add = () => {
    if (!rules || !before.length) return;
    change({ ...rules, rules: [...rules.rules, newRule(before.at(-1)!)] });
    requestAnimationFrame(() => document.getElementById(`${id}question-${rules.rules.length}`)?.focus());
  };

  return (
    <Fieldset
      name="visibleIf"
      legend={m.questionnaireWriting_condition()}
      help={m.questionnaireWriting_condition_help()}
    >
      {sentence ? (
        <p className="questionnaireWriting-sentence">{sentence}</p>
      ) : (
        <p className="quiet">{m.questionnaireWriting_condition_always()}</p>
      )}
      {rules ? (
        <>
          {rules.rules.length > 1 && (
            <label className="questionnaireWriting-mode">
              <span>{m.questionnaireWriting_condition_mode()}</span>
              <select
                value={rules.mode}
                onChange={(event) => change({ ...rules, mode: event.currentTarget.value as Rules["mode"] })}
              >
                <option value="all">{m.questionnaireWriting_condition_all()}</option>
                <option value="any">{m.questionnaireWriting_condition_any()}</option>
              </select>
            </label>
          )}
          <ul className="questionnaireWriting-rules">
            {rules.rules.map((rule, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a rule is known by its place
              <li key={index}>
                <RuleFields
                  id={`${id}question-${index}`}
                  place={index + 1}
                  {...{ rule, before }}
                  onChange={(next) => at(index, next)}
                />
                <button
                  type="button"
                  className="views-icon"
                  aria-label={m.questionnaireWriting_condition_remove({ place: index + 1 })}
                  onClick={() => {
                    say(m.questionnaireWriting_condition_removed());
                    change({ ...rules, rules: rules.rules.filter((_, place) => place !== index) });
                    document.getElementById(`${id}add`)?.focus();
                  }}
                >
                  <Icon name="cross" size={18} />
                </button>
              </li>
            ))}
          </ul>
          {before.length ? (
            <Button small id={`${id}add`} onClick={add}>
              <Icon name="plus" size={18} /> {m.questionnaireWriting_condition_add()}
            </Button>
          ) : (
            <p className="quiet">{m.questionnaireWriting_condition_none_before()}</p>
          )}
        </>
      ) : (
        <p className="cluster">
          <span className="quiet">{m.questionnaireWriting_condition_composed()}</span>
          <Button small onClick={() => onChange(null)}>
            {m.questionnaireWriting_condition_begin_again()}
          </Button>
        </p>
      )}
    </Fieldset>
  );
}

interface RuleProps {
  id: string;
  place: number;
  rule: Rule;
  before: readonly Question[];
  onChange: (rule: Rule) => void;
}

function RuleFields({ id, place, rule, before, onChange }: RuleProps) {
  const question = before.find((one) => one.id === rule.question);
  const listed = question ? question.options : [];
  return (
    <span className="questionnaireWriting-rule">
      <select
        id={id}
        aria-label={m.questionnaireWriting_condition_question({ place })}
        value={rule.question}
        onChange={(event) => {
          const chosen = before.find((one) => one.id === event.currentTarget.value);
          if (chosen) onChange(newRule(chosen));
        }}
      >
        {!question && <option value={rule.question}>{m.questionnaireWriting_condition_lost()}</option>}
        {before.map((one) => (
          <option lang={contentLang()} value={one.id} key={one.id}>
            {short(one)}
          </option>
        ))}
      </select>
      <select
        aria-label={m.questionnaireWriting_condition_operator({ place })}
        value={rule.operator}
        onChange={(event) => onChange({ ...rule, operator: event.currentTarget.value as Operator })}
      >
        {(question ? operatorsFor(question.type) : [rule.operator]).map((operator) => (
          <option value={operator} key={operator}>
            {operatorNames[operator]()}
          </option>
        ))}
      </select>
      {needsValue(rule.operator) &&
        (listed.length > 0 ? (
          <select
            aria-label={m.questionnaireWriting_condition_value({ place })}
            value={rule.value}
            onChange={(event) => onChange({ ...rule, value: event.currentTarget.value })}
          >
            {!listed.some(({ value }) => value === rule.value) && (
              <option value={rule.value}>{m.questionnaireWriting_condition_lost()}</option>
            )}
            {listed.map(({ value, label }) => (
              <option lang={contentLang()} value={value} key={value}>
                {label}
              </option>
            ))}
          </select>
        ) : (
          <input
            type="text"
            inputMode="decimal"
            aria-label={m.questionnaireWriting_condition_number({ place })}
            value={rule.value}
            onChange={(event) => onChange({ ...rule, value: event.currentTarget.value })}
          />
        ))}
    </span>
  );
}

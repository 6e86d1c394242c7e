import { m } from "@cahier/schema/messages";
import { limits } from "@cahier/schema/limits";
import { OTHER } from "@cahier/schema/questionnaire/definition";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  type ReactNode,
  use,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import choice from "../../../ui/Choice.module.css";
import { Fieldset } from "../../../ui/Field.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Icon } from "../../../ui/Icon.tsx";
import { MoveButtons } from "../MoveButtons.tsx";
import { linesOf, type PastedList, pastedList } from "./pasted.ts";
import { mostChoices, PastedNotice, PasteList } from "./PasteList.tsx";
import { type Choice, newChoice } from "./questionFields.ts";
import { SayContext } from "../SayContext.ts";
import { newKey } from "../../../ui/key.ts";

interface Props {
  name: string;
  legend: string;
  help?: ReactNode;
  /** Name of one choice by its place: « Choix 2 ». */
  one: (place: { place: number }) => string;
  add: string;
  choices: readonly Choice[];
  onChange: (choices: readonly Choice[]) => void;
  /** Flags a choice can have: « no opinion », or exclusive of the others. */
  flags?: readonly ("noOpinion" | "exclusive")[];
}

const flagNames = {
  noOpinion: m.questionnaireWriting_flag_no_opinion,
  exclusive: m.questionnaireWriting_flag_exclusive,
};

/** Options, rows or columns, one to a line: Enter goes to the next one, Alt and an arrow moves it. */
export function ChoiceList({ name, legend, help, one, add, choices, onChange, flags = [] }: Props) {
  const listId = useId();
  const say = use(SayContext);
  const next = useRef("");
  const [pasted, setPasted] = useState<PastedList | null>(null);
  // With the line itself: a key pressed at once is for it, not for the button.
  useLayoutEffect(() => {
    const field = next.current && document.getElementById(next.current);
    if (!field) return;
    field.focus();
    next.current = "";
  });
  const idOf = (key: string, act = "label") => `${listId}${key}-${act}`;
  const change = (key: string, more: Partial<Choice>) =>
    onChange(choices.map((other) => (other.key === key ? { ...other, ...more } : other)));

  const insert = (index: number, labels: readonly string[]) => {
    const added = labels.map((label) => newChoice(newKey(), label));
    setPasted(null);
    next.current = idOf(added.at(-1)!.key);
    onChange([...choices.slice(0, index), ...added, ...choices.slice(index)]);
  };
  const remove = (index: number) => {
    const gone = choices[index]!;
    const neighbour = choices[index - 1] ?? choices[index + 1];
    next.current = neighbour ? idOf(neighbour.key) : `${listId}add`;
    say(m.questionnaireWriting_said_removed({ what: gone.label || one({ place: index + 1 }) }));
    onChange(choices.filter((other) => other !== gone));
  };
  const move = (index: number, by: -1 | 1, focus: string) => {
    const to = index + by;
    if (to < 0 || to >= choices.length) return;
    const moved = choices[index]!;
    const rest = choices.filter((other) => other !== moved);
    next.current = focus;
    say(
      m.questionnaireWriting_said_moved({
        what: moved.label || one({ place: index + 1 }),
        place: to + 1,
        count: choices.length,
      }),
    );
    onChange([...rest.slice(0, to), moved, ...rest.slice(to)]);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>, index: number) => {
    const { key, altKey } = event;
    const current = choices[index]!;
    if (key === "Enter" && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      const after = choices[index + 1];
      if (after && after.label.trim() === "") document.getElementById(idOf(after.key))?.focus();
      else insert(index + 1, [""]);
    } else if (altKey && (key === "ArrowUp" || key === "ArrowDown")) {
      event.preventDefault();
      move(index, key === "ArrowUp" ? -1 : 1, idOf(current.key));
    } else if (key === "Backspace" && current.label === "" && choices.length > 1) {
      event.preventDefault();
      remove(index);
    }
  };
  /** Puts the lines of a list after one of the choices, in its place where it is empty. */
  const paste = (text: string, index: number): PastedList => {
    const written = choices.filter(({ label }) => label.trim() !== "");
    const room = { room: mostChoices - written.length, longest: limits["option.label"] };
    const read = pastedList(text, { ...room, known: written.map(({ label }) => label) });
    const current = choices[index];
    const [first, ...others] = current?.label.trim() ? [null, ...read.lines] : read.lines;
    const added = (current ? others : read.lines).map((label) => newChoice(newKey(), label ?? ""));
    const kept = current && (first ? { ...current, label: first } : current);
    next.current = idOf((added.at(-1) ?? current)?.key ?? "");
    onChange([...choices.slice(0, index), ...(kept ? [kept] : []), ...added, ...choices.slice(index + 1)]);
    return read;
  };
  const onPaste = (event: ClipboardEvent<HTMLInputElement>, index: number) => {
    const text = event.clipboardData.getData("text");
    if (linesOf(text).length < 2) return;
    event.preventDefault();
    setPasted(paste(text, index));
  };

  return (
    <Fieldset name={name} legend={legend} help={help}>
      <ol className="questionnaireWriting-choices">
        {choices.map((current, index) => {
          const called = current.label || one({ place: index + 1 });
          return (
            <li key={current.key}>
              <b aria-hidden="true">{index + 1}</b>
              <input
                type="text"
                id={idOf(current.key)}
                aria-label={one({ place: index + 1 })}
                value={current.label}
                data-new={current.value === null || undefined}
                onChange={(event) => change(current.key, { label: event.currentTarget.value })}
                onKeyDown={(event) => onKeyDown(event, index)}
                onPaste={(event) => onPaste(event, index)}
              />
              <MoveButtons
                idOf={(act) => idOf(current.key, act)}
                what={called}
                first={index === 0}
                last={index === choices.length - 1}
                onMove={(by) => move(index, by, idOf(current.key, by < 0 ? "up" : "down"))}
              >
                <button
                  type="button"
                  className="views-icon"
                  aria-label={m.questionnaireWriting_remove_choice({ what: called })}
                  onClick={() => remove(index)}
                >
                  <Icon name="cross" size={18} />
                </button>
              </MoveButtons>
              {(flags.length > 0 || current.keyPointId) && current.value !== OTHER && (
                <span className="questionnaireWriting-flags">
                  {current.keyPointId && <small className="quiet">{m.questionnaireWriting_from_key_point()}</small>}
                  {flags.map((flag) => (
                    <label key={flag}>
                      <input
                        type="checkbox"
                        className={choice.checkbox}
                        checked={current[flag]}
                        onChange={(event) => {
                          const on = event.currentTarget.checked;
                          onChange(
                            choices.map((other) =>
                              other.key === current.key
                                ? { ...other, [flag]: on }
                                : flag === "noOpinion" && on
                                  ? { ...other, noOpinion: false }
                                  : other,
                            ),
                          );
                        }}
                      />
                      <span>
                        {flagNames[flag]()}
                        <span className="visually-hidden">
                          {m.ui_colon()}
                          {called}
                        </span>
                      </span>
                    </label>
                  ))}
                </span>
              )}
            </li>
          );
        })}
      </ol>
      <div className="cluster">
        <Button small id={`${listId}add`} onClick={() => insert(choices.length, [""])}>
          <Icon name="plus" size={18} /> {add}
        </Button>
      </div>
      {pasted && <PastedNotice pasted={pasted} />}
      <PasteList name={name} onPaste={(text) => paste(text, choices.length)} />
    </Fieldset>
  );
}

import { m } from "@cahier/schema/messages";
import { append, moveDown, moveUp, remove } from "@cahier/schema/questionnaire/ranking";
import { useEffect, useId, useRef, useState } from "react";
import { Fieldset } from "../../../ui/Field.tsx";
import { Icon, type IconName } from "../../../ui/Icon.tsx";
import { asList, type FieldProps } from "../question.ts";

/**
 * Options put in an order, as few of them as one likes. Everything is done by buttons, which a keyboard and a finger
 * reach alike; each move is said, and the focus follows what was moved.
 */
export function RankingField({ question, label, help, value, onChange }: FieldProps) {
  const { id, options, maxSelect } = question;
  const most = maxSelect ?? options.length;
  const ranked = asList(value);
  const others = options.filter((option) => !ranked.includes(option.value));
  const [said, setSaid] = useState("");
  const fieldId = useId();
  const next = useRef("");
  useEffect(() => {
    if (!next.current) return;
    document.getElementById(next.current)?.focus();
    next.current = "";
  });
  const nameOf = (one: string) => options.find((option) => option.value === one)?.label ?? one;
  const idOf = (one: string, act: string) => `${fieldId}${one}-${act}`;

  const rank = (now: string[], one: string, focus: string) => {
    next.current = focus;
    const place = now.indexOf(one) + 1;
    setSaid(
      place
        ? m.questionnaire_rank_said({ option: nameOf(one), rank: place, count: now.length })
        : m.questionnaire_rank_removed({ option: nameOf(one) }),
    );
    onChange(now.length ? now : undefined);
  };
  const add = (one: string) => {
    const rest = others.filter((option) => option.value !== one);
    const goOn = rest.length > 0 && ranked.length + 1 < most;
    rank(append(ranked, one, most), one, goOn ? idOf(rest[0]!.value, "add") : idOf(one, "up"));
  };

  return (
    <Fieldset question name={id} legend={label} help={help}>
      {ranked.length > 0 && (
        <ol className="flow questionnaire-ranked" aria-label={m.questionnaire_ranked()}>
          {ranked.map((one, index) => (
            <li key={one}>
              <b aria-hidden="true">{index + 1}</b>
              <span>{nameOf(one)}</span>
              <span>
                <Move
                  id={idOf(one, "up")}
                  icon="up"
                  label={m.questionnaire_rank_up({ option: nameOf(one) })}
                  off={index === 0}
                  onClick={() => rank(moveUp(ranked, one), one, idOf(one, "up"))}
                />
                <Move
                  id={idOf(one, "down")}
                  icon="down"
                  label={m.questionnaire_rank_down({ option: nameOf(one) })}
                  off={index === ranked.length - 1}
                  onClick={() => rank(moveDown(ranked, one), one, idOf(one, "down"))}
                />
                <Move
                  id={idOf(one, "remove")}
                  icon="cross"
                  label={m.questionnaire_rank_remove({ option: nameOf(one) })}
                  onClick={() => rank(remove(ranked, one), one, idOf(one, "add"))}
                />
              </span>
            </li>
          ))}
        </ol>
      )}
      {others.length > 0 && (
        <>
          <p className="quiet">
            {ranked.length < most
              ? m.questionnaire_rank_add({ rank: ranked.length + 1, max: most })
              : m.questionnaire_rank_full({ count: most })}
          </p>
          <ul className="flow questionnaire-others">
            {others.map(({ value: one, label: name }) => (
              <li key={one}>
                <button
                  type="button"
                  id={idOf(one, "add")}
                  aria-disabled={ranked.length >= most}
                  onClick={() => ranked.length < most && add(one)}
                >
                  <Icon name="plus" size={18} />
                  <span>
                    <span className="visually-hidden">{m.questionnaire_rank_place()}</span> {name}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <output className="visually-hidden">{said}</output>
    </Fieldset>
  );
}

interface MoveProps {
  id: string;
  icon: IconName;
  label: string;
  off?: boolean;
  onClick: () => void;
}

/** At an end it says that it does nothing rather than losing the focus. */
const Move = ({ id, icon, label, off, onClick }: MoveProps) => (
  <button type="button" id={id} aria-label={label} aria-disabled={off} onClick={() => !off && onClick()}>
    <Icon name={icon} />
  </button>
);

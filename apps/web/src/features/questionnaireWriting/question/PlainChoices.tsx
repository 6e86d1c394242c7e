import { m } from "@cahier/schema/messages";
import { contentLang } from "../../../i18n/content.ts";
import { Disclosure } from "../../../ui/Disclosure.tsx";
import { TextField } from "../../../ui/Field.tsx";
import { has, type QuestionFields } from "./questionFields.ts";

interface Props {
  mine: QuestionFields;
  set: (change: Partial<QuestionFields>) => void;
}

/** The choices of a question in simple words, each under its own; left empty where it is simple already. */
export function PlainChoices({ mine, set }: Props) {
  const lists = (["options", "rows", "scale"] as const).filter((list) => has(mine.type, list));
  const all = lists.flatMap((list) => mine[list].map((one) => ({ list, ...one })));
  const written = all.filter(({ label }) => label.trim());
  if (written.length === 0) return null;
  const count = written.filter(({ plain }) => plain.trim()).length;
  return (
    <Disclosure summary={m.questionnaireWriting_plain_choices({ count, of: written.length })}>
      <div className="questionnaireWriting-stack">
        {written.map(({ list, key, label, plain }) => (
          <TextField
            name={`plain-${list}-${key}`}
            label={<span lang={contentLang()}>{label}</span>}
            optional
            value={plain}
            onChange={({ currentTarget: { value } }) =>
              set({ [list]: mine[list].map((one) => (one.key === key ? { ...one, plain: value } : one)) })
            }
            key={`${list} ${key}`}
          />
        ))}
      </div>
    </Disclosure>
  );
}

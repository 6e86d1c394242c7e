import { m } from "@cahier/schema/messages";
import { use } from "react";
import { contentLang } from "../../i18n/content.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { type Cited, citedIn } from "./publication/citation.ts";
import { DeskContext } from "./SynthesisDesk.ts";
import type { ParagraphFields } from "./paragraph/paragraphFields.ts";

interface Props {
  fields: ParagraphFields;
  set: (change: Partial<ParagraphFields>) => void;
  /** Opens the list of what can be chosen. */
  onChoose: () => void;
}

/** Sources of a paragraph: key points, on both sides of a debate, and verbatim passages. */
export function Resting({ fields, set, onChoose }: Props) {
  const { kind, detail, keyPointIds, againstIds, passageIds } = fields;
  const inText = new Set(citedIn(detail).map(({ id }) => id));
  const lists: { name: "keyPointIds" | "againstIds" | "passageIds"; of: Cited["kind"]; label: string }[] = [];
  if (kind === "DEBATE")
    lists.push(
      { name: "keyPointIds", of: "keyPoint", label: m.synthesis_for() },
      { name: "againstIds", of: "keyPoint", label: m.synthesis_against() },
    );
  else if (kind !== "QUOTE") lists.push({ name: "keyPointIds", of: "keyPoint", label: m.synthesis_field_points() });
  if (kind === "QUOTE" || passageIds.length)
    lists.push({ name: "passageIds", of: "passage", label: m.synthesis_field_passages() });
  const all = { keyPointIds, againstIds, passageIds };
  return (
    <div className="writing-resting">
      {lists.map(({ name, of, label }) => (
        <section className="writing-field" key={name}>
          <span className="writing-label">{label}</span>
          {all[name].length === 0 && (
            <p className="quiet">{name === "passageIds" ? m.synthesis_no_passage() : m.synthesis_no_point()}</p>
          )}
          <ul>
            {all[name].map((id) => (
              <Rest
                cited={{ kind: of, id }}
                inText={inText.has(id)}
                onRemove={() => set({ [name]: all[name].filter((one) => one !== id) })}
                key={id}
              />
            ))}
          </ul>
        </section>
      ))}
      <Button small onClick={onChoose} aria-haspopup="dialog">
        <Icon name="plus" size={16} /> {m.synthesis_choose_source()}
      </Button>
    </div>
  );
}

function Rest({ cited, inText, onRemove }: { cited: Cited; inText: boolean; onRemove: () => void }) {
  const { wordsOf } = use(DeskContext);
  const found = wordsOf(cited);
  return (
    <li>
      <span lang={contentLang()}>
        {found ? (
          <>
            <b>{found.label}</b> {found.words}
          </>
        ) : (
          <em>{m.synthesis_taken_back()}</em>
        )}
      </span>
      {inText ? (
        <small className="quiet">{m.synthesis_in_text()}</small>
      ) : (
        <button
          type="button"
          className="views-icon"
          aria-label={m.synthesis_take_out({ what: found?.label ?? m.synthesis_taken_back() })}
          onClick={onRemove}
        >
          <Icon name="cross" size={16} />
        </button>
      )}
    </li>
  );
}

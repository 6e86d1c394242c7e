import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { contentLang } from "../../../i18n/content.ts";
import { Chip } from "../../../ui/Chip.tsx";
import { Form } from "../../../ui/Form.tsx";
import { plainWords } from "../question/fieldWords.ts";
import { SaveBar } from "../SaveBar.tsx";
import { Stale } from "../Stale.tsx";
import { TextArea } from "../TextArea.tsx";
import { type English, missingIn, type TranslationSource } from "./translating.ts";
import type { useAct } from "../../../ui/useAct.ts";
import { useEditing } from "../../../ui/useEditing.ts";

interface Props {
  id: string;
  name: string;
  version: number;
  sources: readonly TranslationSource[];
  english: English;
  act: Pick<ReturnType<typeof useAct>, "problems" | "busy" | "done" | "failed">;
  save: (words: English, changed: readonly string[], version: number) => Promise<boolean>;
  /** Further fields, shown once something changed. */
  children?: ReactNode;
}

/** The French of one thing, and its English beside each line of it. */
export function TranslationForm({ id, name, version, sources, english, act, save, children }: Props) {
  const editing = useEditing<English>({
    id,
    name,
    version,
    fields: english,
    save: (words, changed, at) => save(words, changed, at),
  });
  const { mine, set, dirty } = editing;
  const missing = missingIn(sources, mine);
  const labelOf = (key: string | number) => {
    const source = sources.find((one) => one.key === key);
    return source ? `${source.label}${m.ui_colon()}${source.french}` : m.questionnaireWriting_reason();
  };
  return (
    <div className="questionnaireWriting-translation">
      <h3 className="cluster">
        {name}
        {missing > 0 && <Chip tone="toCome">{m.questionnaireWriting_to_translate({ count: missing })}</Chip>}
      </h3>
      <Form
        problems={act.problems}
        busy={act.busy}
        label={m.questionnaireWriting_translation_of({ name })}
        onSubmit={() => void editing.submit()}
        labelOf={labelOf}
      >
        <Stale editing={editing} labelOf={labelOf} show={(_, words) => plainWords(words)} />
        {sources.map(({ key, label, french }) => (
          <div className="questionnaireWriting-both-languages" key={key}>
            <div>
              <small>{label}</small>
              <p lang={contentLang()} className="verbatim">
                {french}
              </p>
            </div>
            <TextArea
              name={key}
              lang="en"
              label={
                <>
                  {m.questionnaireWriting_in_english()}
                  <span className="visually-hidden">
                    {m.ui_colon()}
                    {label}, {french}
                  </span>
                </>
              }
              value={mine[key] ?? ""}
              onChange={(words) => set({ [key]: words })}
            />
          </div>
        ))}
        {dirty && children}
        {(dirty || act.done || act.failed) && (
          <SaveBar dirty={dirty} busy={act.busy} done={act.done} failed={act.failed} onRevert={editing.revert} />
        )}
      </Form>
    </div>
  );
}

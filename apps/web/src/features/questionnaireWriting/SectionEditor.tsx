import { m } from "@cahier/schema/messages";
import { use, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { problemSentence } from "../../ui/problems.ts";
import type { Section } from "./composition.tsx";
import { plainWords } from "./fieldWords.ts";
import { SaveBar } from "./SaveBar.tsx";
import { SayContext } from "./say.ts";
import { Stale } from "./Stale.tsx";
import { TextArea } from "./TextArea.tsx";
import { useAct } from "../../ui/useAct.ts";
import { useEditing } from "../../ui/useEditing.ts";
import { addSection, editSection, idsIn, removeSection } from "./writingActs.tsx";

const labels = { title: m.studio_part_title, intro: m.studio_part_intro };

/** The words of a part, and its removal once it asks nothing. */
export function SectionEditor({ section, onRemoved }: { section: Section; onRemoved: () => void }) {
  const { id, version, title, intro, position, questions } = section;
  const act = useAct(editSection);
  const remove = useAct(removeSection);
  const say = use(SayContext);
  const editing = useEditing({
    id,
    name: m.studio_part_n({ part: position, title }),
    version,
    fields: { title, intro: intro ?? "" },
    save: async (fields, changed, at) =>
      !!(await act.run({ id, version: at, ...Object.fromEntries(changed.map((field) => [field, fields[field]])) })),
  });
  const { mine, set } = editing;
  return (
    <div className="studio-stack">
      <Form
        problems={act.problems}
        busy={act.busy}
        label={m.studio_part_n({ part: position, title })}
        onSubmit={() => void editing.submit()}
      >
        <Stale editing={editing} labelOf={(field) => labels[field]()} show={(_, value) => plainWords(value)} />
        <TextField
          name="title"
          label={m.studio_part_title()}
          value={mine.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <TextArea
          name="intro"
          label={m.studio_part_intro()}
          help={m.studio_part_intro_help()}
          optional
          value={mine.intro}
          onChange={(now) => set({ intro: now })}
        />
        <SaveBar dirty={editing.dirty} busy={act.busy} done={act.done} failed={act.failed} onRevert={editing.revert} />
      </Form>
      {questions.length === 0 && (
        <p className="cluster">
          <Button
            small
            disabled={remove.busy}
            onClick={() =>
              void remove.run({ id }).then((done) => {
                if (!done) return;
                say(m.studio_said_removed({ what: title }));
                onRemoved();
              })
            }
          >
            {m.studio_remove_part()}
          </Button>
        </p>
      )}
      {remove.problems.map((problem) => (
        <Notice tone="warn" key={problem.code}>
          {problemSentence(problem)}
        </Notice>
      ))}
    </div>
  );
}

/** A part more, at the end. */
export function AddSection({ questionnaireId, onAdded }: { questionnaireId: string; onAdded: (id: string) => void }) {
  const [title, setTitle] = useState("");
  const act = useAct(addSection);
  const submit = async () => {
    const done = await act.run({ questionnaireId, title });
    if (!done) return;
    setTitle("");
    const added = done.composition?.sections.at(-1)?.id ?? idsIn(done).at(-1);
    if (added) onAdded(added);
  };
  return (
    <Form problems={act.problems} busy={act.busy} onSubmit={() => void submit()} label={m.studio_add_part()}>
      <div className="studio-inline">
        <TextField
          name="title"
          label={m.studio_new_part()}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button type="submit" small>
          {m.studio_add_part()}
        </Button>
      </div>
    </Form>
  );
}

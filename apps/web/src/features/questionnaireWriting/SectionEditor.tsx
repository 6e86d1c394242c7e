import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { use, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { problemSentence } from "../../ui/problems.ts";
import type { Section } from "./composed.tsx";
import { PlainIntro } from "./PlainIntro.tsx";
import { plainWords } from "./question/fieldWords.ts";
import { SaveBar } from "./SaveBar.tsx";
import { SayContext } from "./SayContext.ts";
import { Stale } from "./Stale.tsx";
import { TextArea } from "./TextArea.tsx";
import { useComposing } from "./useComposing.ts";
import { useAct } from "../../ui/useAct.ts";
import { addSection, editSection, removeSection } from "./questionnaire.mutations.tsx";
import { useNewIds } from "./useNewIds.ts";

/** Milliseconds without a key after which it is saved. */
const rest = 1200;

const labels = {
  title: m.questionnaireWriting_part_title,
  intro: m.questionnaireWriting_part_intro,
  plainIntro: m.questionnaireWriting_plain_intro,
};

interface Props {
  section: Section;
  /** True before publication: saved as one types. */
  draft: boolean;
  onRemoved: () => void;
}

/** The words of a part, and its removal once it asks nothing. */
export function SectionEditor({ section, draft, onRemoved }: Props) {
  const { id, version, title, intro, plainIntro, position, questions } = section;
  const remove = useAct(removeSection);
  const say = use(SayContext);
  const editing = useComposing({
    id,
    name: m.questionnaireWriting_part_n({ part: position, title }),
    version,
    fields: { title, intro: intro ?? "", plainIntro: plainIntro ?? "" },
    asTyped: draft,
    restOf: (fields) => (fields.title.trim() ? rest : null),
    mutation: editSection,
    inputOf: (fields, changed, at) => ({
      id,
      version: at,
      ...Object.fromEntries(changed.map((field) => [field, fields[field]])),
    }),
  });
  const { mine, set } = editing;
  return (
    <div className="questionnaireWriting-stack">
      <Form
        problems={editing.problems}
        busy={!draft && editing.busy}
        label={m.questionnaireWriting_part_n({ part: position, title })}
        onSubmit={() => void editing.save()}
      >
        <Stale editing={editing} labelOf={(field) => labels[field]()} show={(_, value) => plainWords(value)} />
        <TextField
          name="title"
          data-most={limits["section.title"]}
          label={m.questionnaireWriting_part_title()}
          value={mine.title}
          onChange={(event) => set({ title: event.currentTarget.value })}
        />
        <TextArea
          name="intro"
          label={m.questionnaireWriting_part_intro()}
          help={m.questionnaireWriting_part_intro_help()}
          optional
          value={mine.intro}
          onChange={(now) => set({ intro: now })}
        />
        <PlainIntro value={mine.plainIntro} onChange={(now) => set({ plainIntro: now })} />
        <SaveBar {...editing.bar} />
      </Form>
      {questions.length === 0 && (
        <p className="cluster">
          <Button
            small
            disabled={remove.busy}
            onClick={() =>
              void remove.run({ id }).then((done) => {
                if (!done) return;
                say(m.questionnaireWriting_said_removed({ what: title }));
                onRemoved();
              })
            }
          >
            {m.questionnaireWriting_remove_part()}
          </Button>
        </p>
      )}
      <Failed because={remove.failed} />
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
  const { idsFor, added } = useNewIds();
  return (
    <KeptForm
      kept={`part:${questionnaireId}`}
      problems={act.problems}
      busy={act.busy}
      onSubmit={() => act.run({ id: idsFor(title)[0]!, questionnaireId, title })}
      onSent={() => {
        onAdded(idsFor(title)[0]!);
        added();
        setTitle("");
      }}
      label={m.questionnaireWriting_add_part()}
    >
      <div className="questionnaireWriting-inline">
        <TextField
          name="title"
          data-most={limits["section.title"]}
          label={m.questionnaireWriting_new_part()}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
        />
        <Button type="submit" small>
          {m.questionnaireWriting_add_part()}
        </Button>
      </div>
      <Failed because={act.failed} />
    </KeptForm>
  );
}

import { m } from "@cahier/schema/messages";
import { type KeyboardEvent, lazy, Suspense, use, useEffect, useEffectEvent, useId, useRef, useState } from "react";
import type { ParagraphKind } from "../../../graphql/operations.generated.ts";
import { Advice } from "../../../shared/Advice.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Dialog } from "../../../ui/Dialog.tsx";
import { Select } from "../../../ui/Field.tsx";
import { Form } from "../../../ui/Form.tsx";
import { problemSentence } from "../../../ui/problems.ts";
import { WritingArea } from "../../../ui/WritingArea.tsx";
import type { Cited } from "../publication/citation.ts";
import { DeskContext } from "../SynthesisDesk.ts";
import { Differences } from "../Differences.tsx";
import type { Inserting } from "./MarkdownEditor.tsx";
import { kindNames } from "../synthesis.labels.ts";
import { type ParagraphFields, resting, withDetail } from "./paragraphFields.ts";
import { Resting } from "../Resting.tsx";
import { Sources } from "../Sources.tsx";
import type { ParagraphSaving } from "./useParagraph.ts";
import { kinds } from "../writing.tsx";

const MarkdownEditor = lazy(() => import("./MarkdownEditor.tsx"));

interface Props {
  saving: ParagraphSaving;
  id: string;
  /** Shows what was refused at the top: after one asked to save. */
  summary: boolean;
  onSave: () => void;
  onClose: () => void;
}

const labels: Record<keyof ParagraphFields, () => string> = {
  kind: m.synthesis_field_kind,
  text: m.synthesis_field_text,
  detail: m.synthesis_field_detail,
  keyPointIds: m.synthesis_field_points,
  againstIds: m.synthesis_field_against,
  passageIds: m.synthesis_field_passages,
};

/** A paragraph being written: its sentence, what it rests on, and more of it with live citations. */
export function ParagraphForm({ saving, id, summary, onSave, onClose }: Props) {
  const { wordsOf, sources, aim, say } = use(DeskContext);
  const { mine, set } = saving;
  const editorId = useId();
  const inserting = useRef<Inserting | null>(null);
  const [choosing, setChoosing] = useState(false);
  const isQuote = mine.kind === "QUOTE";
  const isDebate = mine.kind === "DEBATE";

  const insert = useEffectEvent((cited: Cited) => {
    if (isQuote) {
      if (cited.kind === "passage") set({ passageIds: [cited.id] });
    } else if (inserting.current) inserting.current.insert(cited);
    else set(withDetail(mine, `${mine.detail}${mine.detail && " "}<${cited.kind}:${cited.id}> `));
    say(m.synthesis_said_cited({ what: wordsOf(cited)?.words ?? "" }));
  });
  const rest = useEffectEvent((keyPointId: string, against: boolean) => {
    set(resting(mine, keyPointId, against));
    say(m.synthesis_said_rests({ what: wordsOf({ kind: "keyPoint", id: keyPointId })?.words ?? "" }));
  });
  useEffect(() => {
    aim({ id, isQuote, isDebate, insert: (cited) => insert(cited), rest: (point, against) => rest(point, against) });
    return () => aim(null);
  }, [aim, id, isQuote, isDebate]);

  const onKeyDown = (event: KeyboardEvent) => {
    if ((event.ctrlKey || event.metaKey) && event.key === "s") {
      event.preventDefault();
      onSave();
    }
  };
  const show = (field: keyof ParagraphFields, value: unknown) => {
    if (field === "kind") return kindNames[value as ParagraphKind]();
    if (!Array.isArray(value)) return String(value);
    const kind = field === "passageIds" ? "passage" : "keyPoint";
    return (value as string[]).map((one) => wordsOf({ kind, id: one })?.words ?? m.synthesis_taken_back()).join("\n");
  };
  const join = (_: keyof ParagraphFields, a: unknown, b: unknown) =>
    Array.isArray(a) && Array.isArray(b) ? [...new Set([...a, ...b])] : `${String(a)}\n\n${String(b)}`;
  // Closed first: the browser gives the focus back to where it was, then the text takes it.
  const chosen = (act: () => void) => {
    setChoosing(false);
    setTimeout(act);
  };
  const detailProblems = saving.problems.filter(({ field }) => field === "detail");

  return (
    <div role="presentation" onKeyDown={onKeyDown}>
      <Form
        problems={saving.problems}
        summary={summary}
        busy={saving.busy}
        onSubmit={onSave}
        label={m.synthesis_paragraph()}
        labelOf={(field) => labels[field as keyof ParagraphFields]?.()}
      >
        <Differences saving={saving} labelOf={(field) => labels[field]()} show={show} join={join} />
        <Select
          name="kind"
          label={m.synthesis_field_kind()}
          value={mine.kind}
          onChange={(event) => set({ kind: event.currentTarget.value as ParagraphKind })}
        >
          {kinds.map((kind) => (
            <option value={kind} key={kind}>
              {kindNames[kind]()}
            </option>
          ))}
        </Select>
        {!isQuote && (
          <WritingArea
            name="text"
            label={m.synthesis_field_text()}
            help={m.synthesis_field_text_help()}
            rows={3}
            maxLength={500}
            value={mine.text}
            onChange={(event) => set({ text: event.currentTarget.value })}
          />
        )}
        <Advice text={`${mine.text}\n${mine.detail}`} />
        <Resting fields={mine} set={set} onChoose={() => setChoosing(true)} />
        {!isQuote && (
          <div className="writing-field">
            <span className="writing-label" id={`${editorId}label`}>
              {m.synthesis_field_detail()} <small>{m.ui_optional()}</small>
            </span>
            <p className="quiet" id={`${editorId}help`}>
              {m.synthesis_field_detail_help()}
            </p>
            <Suspense fallback={<p className="quiet">{m.synthesis_editor_coming()}</p>}>
              <MarkdownEditor
                id={`${editorId}detail`}
                label={m.synthesis_field_detail()}
                describedBy={`${editorId}help`}
                invalid={detailProblems.length > 0}
                value={mine.detail}
                onChange={(detail) => set(withDetail(mine, detail))}
                wordsOf={wordsOf}
                onCite={() => setChoosing(true)}
                onReady={(ready) => void (inserting.current = ready)}
              />
            </Suspense>
            {detailProblems.map((problem) => (
              <p className="writing-problem" key={problem.code}>
                {problem.code === "UNKNOWN_CHOICE" ? m.synthesis_detail_gone() : problemSentence(problem)}
              </p>
            ))}
          </div>
        )}
        <p className="cluster">
          <Button type="submit" primary small>
            {m.synthesis_save()}
          </Button>
          <Button small onClick={onClose}>
            {m.synthesis_close()}
          </Button>
        </p>
      </Form>
      <Dialog open={choosing} onClose={() => setChoosing(false)} title={m.synthesis_choose()}>
        <Sources
          seeking
          uses={{
            insert: (cited) => chosen(() => insert(cited)),
            rest: (point, against) => chosen(() => rest(point, against)),
            begin: () => undefined,
          }}
        />
        {!sources.length && <p>{m.synthesis_no_sources()}</p>}
      </Dialog>
    </div>
  );
}

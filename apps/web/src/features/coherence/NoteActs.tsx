import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type ReactNode, useRef, useState } from "react";
import type { CoherenceKind, CoherenceState } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { keysOf } from "../../i18n/vocabulary.ts";
import { type FoundProposal, useProposalsFound } from "../../shared/useProposalsFound.tsx";
import { SaveOrLeave } from "../../shared/SaveOrLeave.tsx";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { CheckboxCard, Choices, RadioCard } from "../../ui/Choice.tsx";
import { Fieldset, Select } from "../../ui/Field.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { noteCoherence, settleCoherence } from "./coherence.mutations.tsx";
import { kindNames, stateNames } from "./coherence.labels.ts";
import type { Note } from "./NoteCard.tsx";
import { keptKey } from "../../ui/keptKey.ts";

const again = ["CoherencePage"];

/** A proposal that a note is about. */
type Chosen = Pick<FoundProposal, "id" | "number" | "title" | "state">;

interface NoteFormProps {
  /** Note being reworded; undefined for a new one. */
  note?: Note;
  /** Starting values of a new note. */
  begin?: { kind: CoherenceKind; proposals: readonly Chosen[]; text: string; suggestion: string };
  onDone: () => void;
}

/** A note being written: of which kind, between which proposals, in a sentence. */
export function NoteForm({ note, begin, onDone }: NoteFormProps) {
  const id = useRef(note?.id);
  // The version that was read: a refusal brings the one in force, and what was typed stays.
  const [read, setRead] = useState(note?.version ?? 0);
  const { problems, busy, failed, run } = useAct(noteCoherence, again);
  const stale = problems.some(({ code }) => code === "STALE");
  const { found, field } = useProposalsFound();
  // The choice stays, whatever is searched for next.
  const [chosen, setChosen] = useState<readonly Chosen[]>(note?.proposals ?? begin?.proposals ?? []);
  const offered = [...chosen, ...(found ?? []).filter(({ id: other }) => chosen.every((one) => one.id !== other))];
  const kept = `coherenceNote:${note?.id ?? begin?.suggestion ?? ""}`;
  const send = async (fields: FormData) => {
    const said = {
      kind: fields.get("kind") as CoherenceKind,
      proposalIds: fields.getAll("proposalIds") as string[],
      text: fields.get("text") as string,
      suggestion: begin?.suggestion,
    };
    // Refused, perhaps as other words left under that key before: these are another note.
    if (!note && problems.length > 0) id.current = undefined;
    id.current ??= keptKey(kept, said);
    const done = await run({ id: id.current, version: stale && note ? note.version : read, ...said });
    if (done) setRead(done.note?.version ?? read);
    return done;
  };
  return (
    <KeptForm
      kept={kept}
      version={note?.version}
      onOlder={setRead}
      problems={problems}
      busy={busy}
      onSubmit={send}
      onSent={onDone}
      label={note ? m.coherence_edit() : m.coherence_note()}
    >
      {stale && note && <Theirs>{note.text}</Theirs>}
      <Select name="kind" label={m.coherence_kind()} defaultValue={note?.kind ?? begin?.kind}>
        {keysOf(kindNames).map((kind) => (
          <option value={kind} key={kind}>
            {kindNames[kind]()}
          </option>
        ))}
      </Select>
      <Fieldset name="proposalIds" legend={m.coherence_choose()}>
        {field}
        <Choices>
          {offered.map((proposal) => (
            <CheckboxCard
              name="proposalIds"
              value={proposal.id}
              label={
                <>
                  {proposal.number}. <span lang={contentLang()}>{proposal.title}</span>
                </>
              }
              help={proposal.state === "DRAFT" && m.coherence_draft()}
              checked={chosen.includes(proposal)}
              onChange={(event) =>
                setChosen(
                  event.currentTarget.checked ? [...chosen, proposal] : chosen.filter((one) => one !== proposal),
                )
              }
              key={proposal.id}
            />
          ))}
        </Choices>
      </Fieldset>
      <WritingArea
        name="text"
        label={m.coherence_text()}
        rows={3}
        maxLength={limits["coherenceNote.text"]}
        defaultValue={note?.text ?? begin?.text}
      />
      <SaveOrLeave save={note ? m.coherence_save() : m.coherence_note_do()} failed={failed} onLeave={onDone} />
    </KeptForm>
  );
}

/** Text that somebody else saved meanwhile. */
const Theirs = ({ children }: { children: ReactNode }) => (
  <Notice tone="warn">
    <p>{m.coherence_theirs()}</p>
    <blockquote lang={contentLang()}>{children}</blockquote>
  </Notice>
);

/** A note that nobody had the idea of yet. */
export function NewNote() {
  const [isOpen, setOpen] = useState(false);
  if (!isOpen)
    return (
      <p className="no-print">
        <Button onClick={() => setOpen(true)}>{m.coherence_note()}</Button>
      </p>
    );
  return (
    <Card>
      <NoteForm onDone={() => setOpen(false)} />
    </Card>
  );
}

/** Rewords a note, settles it, opens it again. */
export function NoteActs({ note }: { note: Note }) {
  const [shown, setShown] = useState<"edit" | "settle">();
  if (shown === "edit") return <NoteForm note={note} onDone={() => setShown(undefined)} />;
  if (shown === "settle") return <Settle note={note} onDone={() => setShown(undefined)} />;
  return (
    <p className="cluster no-print">
      <Button small onClick={() => setShown("settle")}>
        {m.coherence_settle()}
      </Button>
      <Button small onClick={() => setShown("edit")}>
        {m.coherence_edit()}
      </Button>
    </p>
  );
}

function Settle({ note, onDone }: { note: Note; onDone: () => void }) {
  const [state, setState] = useState<CoherenceState>(note.state === "OPEN" ? "RESOLVED" : note.state);
  const [read, setRead] = useState(note.version);
  const { problems, busy, failed, run } = useAct(settleCoherence, again);
  const stale = problems.some(({ code }) => code === "STALE");
  const send = (fields: FormData) => {
    const resolution = fields.get("resolution") as string | null;
    return run({ id: note.id, version: stale ? note.version : read, state, resolution });
  };
  return (
    <KeptForm
      kept={`coherenceSettled:${note.id}`}
      version={note.version}
      onOlder={setRead}
      problems={problems}
      busy={busy}
      onSubmit={send}
      onSent={onDone}
      label={m.coherence_settle()}
    >
      {stale && <Theirs>{note.resolution ?? note.text}</Theirs>}
      <Fieldset name="state" legend={m.coherence_settle_how()}>
        <Choices single>
          {(["RESOLVED", "KEPT", ...(note.state === "OPEN" ? [] : (["OPEN"] as const))] as const).map((one) => (
            <RadioCard
              name="state"
              value={one}
              label={one === "OPEN" ? m.coherence_reopen() : stateNames[one]()}
              checked={state === one}
              onChange={() => setState(one)}
              key={one}
            />
          ))}
        </Choices>
      </Fieldset>
      {state !== "OPEN" && (
        <WritingArea
          name="resolution"
          label={m.coherence_resolution()}
          rows={3}
          maxLength={limits["coherenceNote.resolution"]}
          defaultValue={note.resolution ?? ""}
        />
      )}
      <SaveOrLeave save={m.coherence_save()} failed={failed} onLeave={onDone} />
    </KeptForm>
  );
}

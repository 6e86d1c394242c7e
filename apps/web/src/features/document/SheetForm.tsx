import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useEffect, useRef, useState } from "react";
import type { Filled_document } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { forgetKept } from "../../ui/kept.ts";
import { KeptFields } from "../../ui/KeptFields.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { SavedAsTyped } from "../../ui/SavedAsTyped.tsx";
import { useAct } from "../../ui/useAct.ts";
import { publishSheet, saveSheet } from "./document.mutations.tsx";
import { answersIn, Blanks } from "./Filled.tsx";

interface Props {
  sheet: Filled_document & { revision: number; version: number };
}

const typed = (fields: FormData, name: string) => (fields.get(name) as string | null) ?? "";
const isWhole = (fields: FormData) => typed(fields, "title").trim() !== "";

/**
 * A sheet as it is being filled: saved at each pause; of two who save it, the second reads what the first wrote. It is
 * published from here, once what is typed is saved.
 */
export function SheetForm({ sheet }: Props) {
  const act = useAct(saveSheet);
  const publish = useAct(publishSheet, ["DocumentEditPage"]);
  const [publishing, setPublishing] = useState(false);
  const [read, setRead] = useState(sheet.revision);
  const [begun, setBegun] = useState({ title: sheet.title, answers: sheet.draft ?? [], key: 0 });
  const saving = useRef<Promise<number | null>>(Promise.resolve(null));
  const place = useRef<HTMLSpanElement>(null);
  const name = `sheet:${sheet.id}`;
  const stale = [act, publish].find(({ problems }) => problems.some(({ code }) => code === "STALE"));
  const theirs = stale?.answer?.current ?? null;

  /** Saves what is typed; gives its revision, or null where it was not saved. */
  const save = async (fields: FormData, revision: number) => {
    const title = typed(fields, "title");
    const done = await act.run({ id: sheet.id, revision, title, answers: answersIn(sheet.sections, fields) });
    if (!done?.document) return null;
    forgetKept(name);
    setRead(done.document.revision);
    return done.document.revision;
  };
  const send = (fields: FormData) => {
    if (theirs) publish.reset();
    // Sent again over what somebody else saved, once it was read.
    saving.current = save(fields, theirs?.revision ?? read);
  };
  const publishNow = async (form: HTMLFormElement) => {
    if (publishing) return;
    setPublishing(true);
    const before = act.busy ? await saving.current : read;
    // Words typed while the form is being sent go with it.
    const revision = before === null ? null : await save(new FormData(form), before);
    const change = typed(new FormData(form), "change");
    const done = revision === null ? null : await publish.run({ id: sheet.id, revision, change });
    if (done?.document) {
      setRead(done.document.revision);
      const said = form.querySelector<HTMLInputElement>("[name=change]");
      if (said) said.value = "";
    }
    setPublishing(false);
  };
  const take = () => {
    if (!theirs) return;
    forgetKept(name);
    setRead(theirs.revision);
    setBegun({ title: theirs.title, answers: theirs.draft ?? [], key: begun.key + 1 });
    act.reset();
    publish.reset();
  };

  const filled = new Set(sheet.draft?.flatMap(({ key, text }) => (text.trim() ? [key] : [])));
  const lacking = publish.problems.filter(({ field }) => !filled.has(field ?? ""));
  const refused = publish.problems;
  useEffect(() => {
    // Each field says what it lacks: the first of them is gone on with.
    if (refused.length > 0) place.current!.closest("form")!.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [refused]);

  const isPublished = publish.answer?.document?.revision === read;
  return (
    <Form
      key={begun.key}
      label={m.document_to_fill()}
      problems={theirs ? [] : [...act.problems, ...lacking]}
      summary={act.problems.length > 0}
      busy={act.busy || publishing}
      onSubmit={send}
    >
      <span ref={place} hidden />
      {theirs && (
        <Notice tone="warn" live>
          <p>{m.document_sheet_stale()}</p>
          <Button small onClick={take}>
            {m.document_sheet_theirs()}
          </Button>
        </Notice>
      )}
      <TextField
        name="title"
        label={m.document_fill_title()}
        maxLength={limits["document.title"]}
        defaultValue={begun.title}
      />
      <Blanks sections={sheet.sections} answers={begun.answers} />
      <KeptFields name={name} version={read} />
      <SavedAsTyped on={!theirs} failed={act.failed} isWhole={isWhole} />
      <Failed because={act.failed ?? publish.failed} />
      {act.done && (
        <Notice tone="done" live>
          {isPublished ? m.document_sheet_published() : m.document_saved()}
        </Notice>
      )}
      {sheet.version > 0 && !theirs && (
        <TextField name="change" label={m.document_version_change()} maxLength={limits["document.change"]} />
      )}
      <div className="cluster no-print">
        <Button type="submit">{theirs ? m.document_sheet_mine() : m.document_sheet_save()}</Button>
        {!theirs && (
          <Button primary disabled={publishing} onClick={(event) => void publishNow(event.currentTarget.form!)}>
            {sheet.version > 0 ? m.document_sheet_publish_again() : m.document_sheet_publish()}
          </Button>
        )}
      </div>
    </Form>
  );
}

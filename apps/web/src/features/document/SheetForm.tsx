import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
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
import { saveSheet } from "./document.mutations.tsx";
import { answersIn, Blanks } from "./Filled.tsx";

interface Props {
  sheet: Filled_document & { revision: number };
}

const isWhole = (fields: FormData) => ((fields.get("title") as string | null) ?? "").trim() !== "";

/** A sheet as it is being filled: saved at each pause; of two who save it, the second reads what the first wrote. */
export function SheetForm({ sheet }: Props) {
  const act = useAct(saveSheet);
  const [read, setRead] = useState(sheet.revision);
  const [begun, setBegun] = useState({ title: sheet.title, answers: sheet.draft ?? [], key: 0 });
  const name = `sheet:${sheet.id}`;
  const theirs = act.problems.some(({ code }) => code === "STALE") ? (act.answer?.current ?? null) : null;
  const send = async (fields: FormData) => {
    const done = await act.run({
      id: sheet.id,
      // Sent again over what somebody else saved, once it was read.
      revision: theirs ? theirs.revision : read,
      title: (fields.get("title") as string | null) ?? "",
      answers: answersIn(sheet.sections, fields),
    });
    if (!done?.document) return;
    void forgetKept(name);
    setRead(done.document.revision);
  };
  const take = () => {
    if (!theirs) return;
    void forgetKept(name);
    setRead(theirs.revision);
    setBegun({ title: theirs.title, answers: theirs.draft ?? [], key: begun.key + 1 });
    act.reset();
  };
  return (
    <Form
      key={begun.key}
      label={m.document_to_fill()}
      problems={theirs ? [] : act.problems}
      busy={act.busy}
      onSubmit={(fields) => void send(fields)}
    >
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
      <SavedAsTyped on={!theirs} isWhole={isWhole} />
      <Failed because={act.failed}>{m.document_not_saved()}</Failed>
      {act.done && (
        <Notice tone="done" live>
          {m.document_saved()}
        </Notice>
      )}
      <Button type="submit">{theirs ? m.document_sheet_mine() : m.document_sheet_save()}</Button>
    </Form>
  );
}

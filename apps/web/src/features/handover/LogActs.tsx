import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { formatDate } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { ActForm } from "./ActForm.tsx";
import { editHandoverEntry, noteHandover, removeHandoverEntry } from "./handover.mutations.tsx";
import { again, type HeldHandover, textIn } from "./handover.fields.ts";
import { newKey } from "../../ui/key.ts";

type Entry = HeldHandover["log"][number];

interface Props {
  handover: HeldHandover;
  today: string;
}

/** Lines of the log, to be put right or taken away; the last one that went can be put back. */
export function LogActs({ handover, today }: Props) {
  // The key of a line that is put back comes with it: pressed again after a lost answer, it is there once.
  const [removed, setRemoved] = useState<(Entry & { key: string }) | null>(null);
  const back = useAct(noteHandover, again);
  const putBack = async ({ key, on, text, isContact }: Entry & { key: string }) => {
    const line = { id: handover.id, key, on, text };
    if (await back.run({ ...line, isContact: isContact && !handover.contactedOn })) setRemoved(null);
  };
  return (
    <>
      {removed && (
        <Notice tone="done" live>
          <p>{m.handover_entry_removed()}</p>
          <Button small disabled={back.busy} onClick={() => void putBack(removed)}>
            {m.handover_entry_put_back()}
          </Button>
        </Notice>
      )}
      <Failed because={back.failed} />
      {handover.log.length > 0 && (
        <Disclosure summary={m.handover_act_entries()}>
          <div className="flow">
            {handover.log.map((entry) => (
              <Disclosure summary={`${formatDate(entry.on, "short")}${m.ui_colon()}${entry.text}`} key={entry.id}>
                <EntryForm
                  handover={handover}
                  entry={entry}
                  today={today}
                  onRemoved={() => setRemoved({ ...entry, key: newKey() })}
                />
              </Disclosure>
            ))}
          </div>
        </Disclosure>
      )}
    </>
  );
}

function EntryForm({ handover, entry, today, onRemoved }: Props & { entry: Entry; onRemoved: () => void }) {
  const edit = useAct(editHandoverEntry, again);
  const remove = useAct(removeHandoverEntry, again);
  const one = { id: handover.id, entryId: entry.id, version: handover.version };
  const take = async () => {
    if (await remove.run(one)) onRemoved();
  };
  const act = remove.problems.length || remove.failed ? remove : edit;
  return (
    <div className="flow">
      <ActForm
        act={act}
        label={m.handover_act_entries()}
        does={m.handover_entry_do()}
        kept={`handoverEntry:${entry.id}`}
        version={handover.version}
        onSubmit={(fields) => {
          remove.reset();
          return edit.run({ ...one, on: textIn(fields, "on"), text: textIn(fields, "text") });
        }}
      >
        <TextField name="on" type="date" label={m.handover_on()} defaultValue={entry.on} max={today} />
        <WritingArea
          name="text"
          label={m.handover_note_text()}
          help={m.handover_note_help()}
          defaultValue={entry.text}
          rows={3}
          maxLength={limits["handover.note"]}
        />
      </ActForm>
      <Button small disabled={remove.busy} onClick={() => void take()}>
        {m.handover_entry_remove()}
      </Button>
    </div>
  );
}

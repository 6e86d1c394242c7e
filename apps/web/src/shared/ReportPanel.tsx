import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { ModeratedKind, ReportReason, ReportText, ReportTextVariables } from "../graphql/operations.generated.ts";
import { keysOf } from "../i18n/vocabulary.ts";
import { Button } from "../ui/Button.tsx";
import { deviceValue, keepOnDevice, useDeviceValue } from "../ui/device.ts";
import { Failed } from "../ui/Failed.tsx";
import { TextField } from "../ui/Field.tsx";
import { Form } from "../ui/Form.tsx";
import { forgetKept } from "../ui/kept.ts";
import { KeptFields } from "../ui/KeptFields.tsx";
import { Notice } from "../ui/Notice.tsx";
import { useAct } from "../ui/useAct.ts";
import { reportNames } from "./reports.ts";

const reportText: TypedDocumentNode<ReportText, ReportTextVariables> = gql`
  mutation ReportText($input: ReportTextInput!) {
    reportText(input: $input) {
      problems {
        code
        field
        value
      }
      judged
    }
  }
`;

/** Reasons given by this device, by id of text. */
const name = "reports";
const read = (stored: string | null): Record<string, ReportReason | undefined> => {
  try {
    return (JSON.parse(stored ?? "{}") ?? {}) as Record<string, ReportReason | undefined>;
  } catch {
    return {};
  }
};

/** The five reasons; once one is sent, a line for the moderators, another reason, or taking it back. */
export function ReportPanel({ kind, textId }: { kind: ModeratedKind; textId: string }) {
  const act = useAct(reportText);
  const given = read(useDeviceValue(name))[textId];
  const kept = `report:${textId}`;
  const [isAdded, setAdded] = useState(false);
  const send = async (reason: ReportReason | null, note?: string | null) => {
    if (!(await act.run({ kind, textId, reason, note }))) return;
    if (note !== undefined || !reason) forgetKept(kept);
    setAdded(Boolean(note));
    keepOnDevice(name, JSON.stringify({ ...read(deviceValue(name)), [textId]: reason ?? undefined }));
  };
  const said = isAdded ? m.report_note_sent : act.answer?.judged ? m.report_judged : m.report_sent;
  return (
    <Form
      problems={act.problems}
      busy={act.busy}
      label={m.report_do()}
      onSubmit={(fields) => void send(given ?? null, (fields.get("note") as string).trim() || null)}
    >
      <fieldset className="cluster">
        <legend>{given ? m.report_given() : m.report_why()}</legend>
        {keysOf(reportNames).map((reason) => (
          <Button small aria-pressed={given === reason} onClick={() => void send(reason)} key={reason}>
            {reportNames[reason]()}
          </Button>
        ))}
      </fieldset>
      <Failed because={act.failed} />
      {given ? (
        <>
          <Notice tone="done" live>
            {said()}
          </Notice>
          <TextField name="note" label={m.report_note()} optional maxLength={limits["report.note"]} />
          <KeptFields name={kept} />
          <div className="cluster">
            <Button small type="submit">
              {m.report_note_send()}
            </Button>
            <Button small onClick={() => void send(null)}>
              {m.report_take_back()}
            </Button>
          </div>
        </>
      ) : (
        <>
          {act.done && (
            <Notice tone="done" live>
              {m.report_taken_back()}
            </Notice>
          )}
          <p>{m.report_lead()}</p>
        </>
      )}
    </Form>
  );
}

import { m } from "@cahier/schema/messages";
import { TextArea } from "./TextArea.tsx";

/** Reason of a change to what people answered already. */
export const ReasonField = ({ value, onChange }: { value: string; onChange: (value: string) => void }) => (
  <TextArea
    name="reason"
    label={m.questionnaireWriting_reason()}
    help={m.questionnaireWriting_reason_help()}
    value={value}
    onChange={onChange}
  />
);

/** The same as it is read afterwards. */
export const Because = ({ reason }: { reason: string | null }) =>
  reason && (
    <p>
      {m.questionnaireWriting_because()} {reason}
    </p>
  );

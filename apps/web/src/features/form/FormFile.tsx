import type { Form as ReadForm } from "@cahier/schema/form";
import { m } from "@cahier/schema/messages";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { useState } from "react";
import type { Problem } from "../../ui/problems.ts";
import { useFormFile } from "./useFormFile.ts";

interface Props {
  onRead: (form: ReadForm, file: File) => void;
  /** Called when the report read before no longer holds. */
  onChange: () => void;
}

/** Chooses a file and has it read; nothing is created. */
export function FormFile({ onRead, onChange }: Props) {
  const [send, { problems, busy, failed }, forget] = useFormFile("/forms");
  const [missing, setMissing] = useState<readonly Problem[]>([]);
  const read = async (fields: FormData) => {
    const file = fields.get("file");
    onChange();
    // An empty file field gives a file without a name.
    if (!(file instanceof File) || file.name === "") {
      setMissing([{ code: "REQUIRED", field: "file" }]);
      return;
    }
    setMissing([]);
    const answer = await send(file, {});
    if (answer?.form) onRead(answer.form, file);
  };
  return (
    <Form problems={missing.length > 0 ? missing : problems} busy={busy} onSubmit={(fields) => void read(fields)}>
      <TextField
        name="file"
        type="file"
        accept=".xlsx,.lss,.json,application/json"
        label={m.form_file()}
        help={m.form_file_help()}
        onChange={() => {
          forget();
          setMissing([]);
          onChange();
        }}
      />
      <Failed because={failed}>{m.form_failed()}</Failed>
      <Button type="submit" primary>
        {busy ? m.form_reading() : m.form_read()}
      </Button>
    </Form>
  );
}

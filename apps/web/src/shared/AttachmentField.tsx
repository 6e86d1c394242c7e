import { largestFile } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { use, useEffect, useEffectEvent, useMemo, useState } from "react";
import { type Attached, attachedInWords } from "./attached.ts";
import { Button } from "../ui/Button.tsx";
import { chosenFile } from "../ui/chosenFile.ts";
import { Failed } from "../ui/Failed.tsx";
import { TextField } from "../ui/Field.tsx";
import { FormContext } from "../ui/Form.tsx";
import { sayOfficeProblems } from "../features/office/officeProblems.ts";
import type { Failure } from "../ui/failure.ts";
import type { Problem } from "../ui/problems.ts";
import { useKept } from "../ui/useKept.ts";
import { toldBy } from "./post.ts";

sayOfficeProblems();

interface Props {
  label: string;
  /** Address to which its bytes are sent. */
  path: string;
  /** Under which the form around it is kept on the device; `attachedAs` of it is forgotten once it is sent. */
  kept: string;
  value: Attached | null;
  onChange: (file: Attached | null) => void;
}

/** Under which the file that goes with a form is kept. */
export const attachedAs = (kept: string) => `${kept}:file`;

/** A file to send along: it leaves as soon as it is chosen, so that what is wrong with it is said at once. */
export function AttachmentField({ label, path, kept: form, value, onChange }: Props) {
  const around = use(FormContext);
  const { kept, found } = useKept<Attached | null>(attachedAs(form));
  const putBack = useEffectEvent(onChange);
  useEffect(() => {
    if (found) putBack(found.value);
  }, [found]);
  const change = (file: Attached | null) => {
    kept.keep(file);
    onChange(file);
  };
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [state, setState] = useState<"still" | "sending">("still");
  /** The file that did not arrive, and why. */
  const [failed, setFailed] = useState<{ file: File; because: Failure } | null>(null);
  const context = useMemo(() => ({ ...around, problems: [...around.problems, ...problems] }), [around, problems]);
  const send = async (file: File) => {
    setProblems(file.size > largestFile ? [{ code: "TOO_LARGE", field: "file" }] : []);
    setFailed(null);
    if (file.size > largestFile) return;
    setState("sending");
    try {
      const answer = await fetch(path, {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body: file,
      });
      const told = await toldBy<{ problems: Problem[]; file: Attached }>(answer);
      setState("still");
      if (!told.problems) setFailed({ file, because: answer });
      setProblems(told.problems ?? []);
      if (told.file) change(told.file);
    } catch (error) {
      setState("still");
      setFailed({ file, because: error as Error });
    }
  };
  return (
    <FormContext value={context}>
      {value && (
        <div className="cluster">
          <output>{attachedInWords(value)}</output>
          <Button small onClick={() => change(null)}>
            {m.office_file_remove()}
          </Button>
        </div>
      )}
      <TextField
        name="file"
        type="file"
        accept=".pdf,.png,.jpg,.jpeg,.odt,.docx"
        label={value ? m.office_file_other() : label}
        help={m.office_file_help()}
        optional
        onChange={(event) => {
          const file = chosenFile(event);
          if (file) void send(file);
        }}
      />
      {state === "sending" && <output>{m.office_file_sending()}</output>}
      <Failed because={failed?.because}>{m.office_file_failed()}</Failed>
      {failed && (
        <Button small onClick={() => void send(failed.file)}>
          {m.office_file_again({ name: failed.file.name })}
        </Button>
      )}
    </FormContext>
  );
}

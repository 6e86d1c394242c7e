import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { TextImportTold } from "../../graphql/operations.generated.ts";
import { filePaths } from "../../filePaths.ts";
import { sayScanProblems, scansAccepted, sendScan } from "../../shared/scans.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import type { Failure } from "../../ui/failure.ts";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { type Problem, problemSentence } from "../../ui/problems.ts";

sayScanProblems();

interface Sending {
  all: number;
  done: number;
  refused: { name: string; because: string }[];
  over: boolean;
}

/** Originals beside a table: sent all at once, each joins the notebooks whose rows name it. */
export function Scans({ it }: { it: TextImportTold }) {
  const [sending, setSending] = useState<Sending | null>(null);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failed, setFailed] = useState<Failure>(null);
  const send = async (files: File[]) => {
    if (files.length === 0) return setProblems([{ code: "REQUIRED", field: "files" }]);
    setProblems([]);
    setFailed(null);
    let now: Sending = { all: files.length, done: 0, refused: [], over: false };
    setSending(now);
    try {
      // One after another: the line is theirs, and each is read alone.
      for (const file of files) {
        const [problem] = await sendScan(filePaths.importScans(it.id), file);
        const refused = problem
          ? [...now.refused, { name: file.name, because: problemSentence(problem) }]
          : now.refused;
        now = { ...now, done: now.done + 1, refused };
        setSending(now);
      }
      setSending({ ...now, over: true });
    } catch (error) {
      setFailed(error as Error);
      setSending(null);
    }
  };
  const busy = sending !== null && !sending.over;
  return (
    <Form
      problems={problems}
      busy={busy}
      label={m.textImport_scans()}
      onSubmit={(fields) =>
        send(fields.getAll("files").filter((one): one is File => one instanceof File && one.size > 0))
      }
    >
      <p>{m.textImport_scans_lead({ count: it.scans })}</p>
      <TextField
        name="files"
        type="file"
        multiple
        accept={scansAccepted}
        label={m.textImport_scans_field()}
        help={m.textImport_scans_help()}
      />
      {sending && (
        <Notice tone={sending.over ? "done" : undefined} live>
          <p>
            {sending.over
              ? m.textImport_scans_done({ count: sending.done - sending.refused.length })
              : m.textImport_scans_sending({ done: sending.done, all: sending.all })}
          </p>
          {sending.over && sending.refused.length > 0 && (
            <>
              <p>{m.textImport_scans_refused()}</p>
              <ul>
                {sending.refused.slice(0, 100).map(({ name, because }) => (
                  <li key={name}>
                    <b>{name}</b> {because}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Notice>
      )}
      <Failed because={failed}>{m.textImport_scans_failed()}</Failed>
      <Button type="submit" disabled={busy}>
        {m.textImport_scans_send()}
      </Button>
    </Form>
  );
}

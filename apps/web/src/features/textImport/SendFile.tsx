import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import { useNavigate } from "react-router-dom";
import { paths } from "../../paths.ts";
import { toldBy } from "../../shared/post.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { newKey } from "../../ui/key.ts";
import type { Failure } from "../../ui/failure.ts";
import type { Problem } from "../../ui/problems.ts";
import { contentLang } from "../../i18n/content.ts";

/** Why a file holds nothing that can be imported, by the value of its problem. */
const faults: Record<string, () => string> = {
  EMPTY: m.textImport_file_EMPTY,
  ENCODING: m.textImport_file_ENCODING,
  NO_ROWS: m.textImport_file_NO_ROWS,
  NOT_A_TABLE: m.textImport_file_NOT_A_TABLE,
  TOO_MANY_ROWS: m.textImport_file_TOO_MANY_ROWS,
  TOO_MANY_COLUMNS: m.textImport_file_TOO_MANY_COLUMNS,
};

/** Sends a file of texts, and goes to the page where its columns are read. */
export function SendFile({ groups }: { groups: readonly { slug: string; name: string }[] }) {
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState<Failure>(null);
  const navigate = useNavigate();
  /** Of this file to this group: sent again, it is received once. */
  const key = useRef(newKey());
  const other = () => {
    key.current = newKey();
    setProblems([]);
  };
  const fault = problems.find(({ code }) => code === "UNREADABLE_FILE")?.value;
  const send = async (file: File, group: string) => {
    setBusy(true);
    setFailed(null);
    try {
      const answer = await fetch(
        `/imports/files?${String(new URLSearchParams({ key: key.current, group, name: file.name }))}`,
        {
          method: "POST",
          headers: { "content-type": "application/octet-stream" },
          body: file,
        },
      );
      const told = await toldBy<{ problems: Problem[]; id: string | null }>(answer);
      setProblems(told.problems ?? []);
      if (told.id) void navigate(paths.textImport(told.id));
      else if (!told.problems) setFailed(answer);
    } catch (error) {
      setFailed(error as Error);
    }
    setBusy(false);
  };
  return (
    <Form
      problems={problems.filter(({ code }) => code !== "UNREADABLE_FILE")}
      busy={busy}
      label={m.textImport_send()}
      onSubmit={(fields) => {
        const file = fields.get("file");
        // An empty file field gives a file without a name.
        if (!(file instanceof File) || file.name === "") return setProblems([{ code: "REQUIRED", field: "file" }]);
        return send(file, (fields.get("group") as string | null) ?? groups[0]?.slug ?? "");
      }}
    >
      <TextField
        name="file"
        type="file"
        accept=".csv,.ods,.xlsx,.json,.jsonl,.ndjson"
        label={m.textImport_file()}
        help={m.textImport_file_help()}
        onChange={other}
      />
      {groups.length > 1 && (
        <Select name="group" label={m.textImport_group()} onChange={other}>
          {groups.map(({ slug, name }) => (
            <option lang={contentLang()} value={slug} key={slug}>
              {name}
            </option>
          ))}
        </Select>
      )}
      {fault && (
        <Notice tone="warn" live>
          {(faults[fault] ?? m.textImport_file_NOT_A_TABLE)()}
        </Notice>
      )}
      <Failed because={failed}>{m.textImport_failed()}</Failed>
      <Button primary type="submit" disabled={busy}>
        {m.textImport_read()}
      </Button>
    </Form>
  );
}

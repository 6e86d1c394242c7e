import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { largestFile, limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type {
  MeetingFiles_meeting,
  RemoveMeetingFile,
  RemoveMeetingFileVariables,
} from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { filePaths } from "../../filePaths.ts";
import { attachedInWords } from "../../shared/attached.ts";
import { toldBy } from "../../shared/post.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Failure } from "../../ui/failure.ts";
import { alsoSay, type Problem } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { meetingFiles } from "./MeetingFiles.tsx";

alsoSay({ WRONG_FILE: m.problem_WRONG_FILE });

const removeMeetingFile: TypedDocumentNode<RemoveMeetingFile, RemoveMeetingFileVariables> = gql`
  mutation RemoveMeetingFile($input: RemoveMeetingFileInput!) {
    removeMeetingFile(input: $input) {
      ...Form_outcome @unmask
      meeting {
        ...MeetingFiles_meeting @unmask
      }
    }
  }
  ${Form.fragment}
  ${meetingFiles}
`;

/** Files of a meeting, for those who keep it: attached, put in the place of another, taken away. */
export function FilesForm({ meeting: { slug, files } }: { meeting: MeetingFiles_meeting }) {
  const client = useApolloClient();
  const remove = useAct(removeMeetingFile, ["MeetingPage"]);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [state, setState] = useState<"still" | "sending" | "sent">("still");
  const [failed, setFailed] = useState<Failure>(null);
  /** Number of files sent since the page was opened: after each the fields are empty. */
  const [count, setCount] = useState(0);
  const send = async (fields: FormData) => {
    const file = fields.get("file") as File | null;
    const there = file !== null && file.size > 0;
    const wrong = there ? (file.size > largestFile ? "TOO_LARGE" : null) : "REQUIRED";
    setProblems(wrong ? [{ code: wrong, field: "file" }] : []);
    if (wrong || !file) return false;
    setFailed(null);
    setState("sending");
    const typed = (fields.get("name") as string).trim();
    const asked = new URLSearchParams({
      name: typed || file.name,
      replaces: (fields.get("replaces") as string | null) ?? "",
    });
    try {
      const answer = await fetch(`${filePaths.meetingFiles(slug)}?${asked}`, {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body: file,
      });
      const told = await toldBy<{ problems: Problem[] }>(answer);
      setFailed(told.problems ? null : answer);
      setProblems(told.problems ?? []);
      const done = told.problems?.length === 0;
      setState(done ? "sent" : "still");
      return done;
    } catch (error) {
      setState("still");
      setFailed(error as Error);
      return false;
    }
  };
  return (
    <>
      {files.map((file) => (
        <div className="cluster" key={file.id}>
          <span lang={contentLang()}>{file.title}</span> <span className="quiet">{attachedInWords(file)}</span>
          <Button small disabled={remove.busy} onClick={() => void remove.run({ id: file.id })}>
            {m.meeting_file_remove({ title: file.title })}
          </Button>
        </div>
      ))}
      <Failed because={remove.failed} />
      <KeptForm
        kept={`meetingFile:${slug}`}
        label={m.meeting_file_attach()}
        problems={problems}
        busy={state === "sending"}
        onSubmit={send}
        onSent={() => {
          setCount(count + 1);
          void client.refetchQueries({ include: ["MeetingPage"] }).catch(() => undefined);
        }}
      >
        <TextField
          key={`file ${count}`}
          name="file"
          type="file"
          accept=".pdf,.png,.jpg,.jpeg,.odt,.docx"
          label={m.meeting_file()}
          help={m.meeting_file_help()}
        />
        <TextField
          key={`name ${count}`}
          name="name"
          label={m.meeting_file_name()}
          help={m.meeting_file_name_help()}
          optional
          maxLength={limits["meeting.file"]}
        />
        {files.length > 0 && (
          <Select key={`replaces ${count}`} name="replaces" label={m.meeting_file_replaces()} optional defaultValue="">
            <option value="">{m.meeting_file_replaces_none()}</option>
            {files.map(({ id, title }) => (
              <option lang={contentLang()} value={id} key={id}>
                {title}
              </option>
            ))}
          </Select>
        )}
        <Failed because={failed}>{m.meeting_file_failed()}</Failed>
        {state === "sent" && (
          <Notice tone="done" live>
            {m.meeting_file_sent()}
          </Notice>
        )}
        <Button type="submit">{m.meeting_file_attach()}</Button>
      </KeptForm>
    </>
  );
}

import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type {
  Originals_notebook,
  RemoveNotebookFile,
  RemoveNotebookFileVariables,
} from "../../graphql/operations.generated.ts";
import { filePaths } from "../../filePaths.ts";
import { sayScanProblems, scansAccepted, sendScan } from "../../shared/scans.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import type { Failure } from "../../ui/failure.ts";
import { TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import type { Problem } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import { Originals } from "./Originals.tsx";

sayScanProblems();

const mutation: TypedDocumentNode<RemoveNotebookFile, RemoveNotebookFileVariables> = gql`
  mutation RemoveNotebookFile($input: RemoveNotebookFileInput!) {
    removeNotebookFile(input: $input) {
      ...Form_outcome @unmask
      notebook {
        id
        ...Originals_notebook @unmask
      }
    }
  }
  ${Form.fragment}
  ${Originals.fragment}
`;

/** The originals of a notebook for its readers: each to take away, and one more to add. */
export function OriginalsForm({ notebook }: { notebook: Originals_notebook }) {
  const client = useApolloClient();
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failed, setFailed] = useState<Failure>(null);
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState(0);
  const send = async (file: FormDataEntryValue | null) => {
    if (!(file instanceof File) || file.size === 0) return setProblems([{ code: "REQUIRED", field: "file" }]);
    setBusy(true);
    setFailed(null);
    try {
      const found = await sendScan(filePaths.notebookFiles(notebook.id), file);
      setProblems(found);
      if (found.length === 0) {
        await client.refetchQueries({ include: ["NotebookReadPage"] });
        setSent(sent + 1);
      }
    } catch (error) {
      setFailed(error as Error);
    }
    setBusy(false);
  };
  return (
    <>
      {notebook.files.length > 0 ? (
        <Originals notebook={notebook} act={removal} />
      ) : (
        <p className="quiet">{m.notebook_files_none()}</p>
      )}
      <Form
        key={sent}
        problems={problems}
        busy={busy}
        label={m.notebook_files_add()}
        onSubmit={(fields) => send(fields.get("file"))}
      >
        <TextField
          name="file"
          type="file"
          accept={scansAccepted}
          label={m.notebook_files_field()}
          help={m.textImport_scans_help()}
        />
        <Failed because={failed}>{m.notebook_files_failed()}</Failed>
        <Button type="submit" disabled={busy}>
          {m.notebook_files_add()}
        </Button>
      </Form>
    </>
  );
}

type Original = Originals_notebook["files"][number];

const removal = ({ id, name }: Original) => <Remove id={id} name={name} />;

function Remove({ id, name }: { id: string; name: string }) {
  const act = useAct(mutation, ["NotebookReadPage"]);
  return (
    <Form
      problems={act.problems}
      busy={act.busy}
      label={`${m.notebook_files_remove()} ${name}`}
      onSubmit={() => act.run({ id })}
    >
      <Failed because={act.failed} />
      <Button type="submit" small disabled={act.busy}>
        {m.notebook_files_remove()}
        <span className="visually-hidden"> {name}</span>
      </Button>
    </Form>
  );
}

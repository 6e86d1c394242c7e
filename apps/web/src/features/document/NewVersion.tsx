import { useApolloClient } from "@apollo/client/react";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { TextField } from "../../ui/Field.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { accepted, useSendDocument } from "./sendDocument.ts";

/** Another version of a file, with what it changes. */
export function NewVersion({ slug }: { slug: string }) {
  const client = useApolloClient();
  const { send, problems, busy, failed } = useSendDocument();
  const [sent, setSent] = useState(0);
  const submit = async (fields: FormData) => {
    const said = new URLSearchParams({ change: (fields.get("change") as string | null) ?? "" });
    return (await send(`/documents/${slug}/versions`, fields.get("file"), said)) !== null;
  };
  return (
    <KeptForm
      key={sent}
      kept={`documentVersion:${slug}`}
      label={m.document_version_new()}
      problems={problems}
      busy={busy}
      onSubmit={submit}
      onSent={() => {
        setSent(sent + 1);
        void client.refetchQueries({ include: ["DocumentEditPage"] }).catch(() => undefined);
      }}
    >
      <TextField name="file" type="file" accept={accepted} label={m.document_file()} help={m.document_file_help()} />
      <TextField name="change" label={m.document_version_change()} maxLength={limits["document.change"]} />
      <Failed because={failed} />
      {busy && <Notice live>{m.document_sending()}</Notice>}
      {sent > 0 && !busy && problems.length === 0 && (
        <Notice tone="done" live>
          {m.document_version_sent()}
        </Notice>
      )}
      <Button type="submit" disabled={busy}>
        {m.document_version_new()}
      </Button>
    </KeptForm>
  );
}

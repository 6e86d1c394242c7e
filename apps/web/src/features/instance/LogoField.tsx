import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { largestLogo } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { use, useMemo, useState } from "react";
import type { RemoveLogo, RemoveLogoVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { chosenFile } from "../../ui/chosenFile.ts";
import { TextField } from "../../ui/Field.tsx";
import { Form, FormContext } from "../../ui/Form.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Problem } from "../../ui/problems.ts";
import { useAct } from "../../ui/useAct.ts";
import styles from "./Instance.module.css";

const removeLogo: TypedDocumentNode<RemoveLogo, RemoveLogoVariables> = gql`
  mutation RemoveLogo($input: RemoveLogoInput!) {
    removeLogo(input: $input) {
      ...Form_outcome @unmask
      instance {
        id
        version
        logo
      }
    }
  }
  ${Form.fragment}
`;

/** The logo: it leaves as soon as it is chosen, so that what is wrong with it is said at once. */
export function LogoField({ logo, version }: { logo: string | null; version: number }) {
  const form = use(FormContext);
  const client = useApolloClient();
  const remove = useAct(removeLogo);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [sending, setSending] = useState(false);
  /** The file that did not arrive. */
  const [failed, setFailed] = useState<File | null>(null);
  const context = useMemo(() => ({ ...form, problems }), [form, problems]);
  const send = async (file: File) => {
    setProblems(file.size > largestLogo ? [{ code: "TOO_LARGE", field: "logo" }] : []);
    setFailed(null);
    if (file.size > largestLogo) return;
    setSending(true);
    try {
      const answer = await fetch("/instance/logo", {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body: file,
      });
      const told = (await answer.json()) as { problems?: Problem[] };
      setProblems(told.problems ?? []);
      if (told.problems?.length === 0) await client.refetchQueries({ include: ["InstancePage"] });
      if (!told.problems) setFailed(file);
    } catch {
      setFailed(file);
    }
    setSending(false);
  };
  return (
    <FormContext value={context}>
      {logo && (
        <div className="cluster">
          <img className={styles.logo} src={logo} alt={m.instance_logo_here()} />
          <Button small disabled={remove.busy} onClick={() => void remove.run({ version })}>
            {m.instance_logo_remove()}
          </Button>
        </div>
      )}
      <TextField
        name="logo"
        type="file"
        accept=".png,.jpg,.jpeg"
        label={m.instance_field_logo()}
        help={m.instance_logo_help()}
        optional
        onChange={(event) => {
          const file = chosenFile(event);
          if (file) void send(file);
        }}
      />
      {sending && <output>{m.instance_logo_sending()}</output>}
      {(failed || remove.failed) && (
        <Notice tone="warn" live>
          {m.instance_logo_failed()}
        </Notice>
      )}
      {failed && (
        <Button small onClick={() => void send(failed)}>
          {m.instance_logo_again({ name: failed.name })}
        </Button>
      )}
    </FormContext>
  );
}

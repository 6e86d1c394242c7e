import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { largestLogo } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type ChangeEvent, use, useMemo, useState } from "react";
import type { RemoveLogo, RemoveLogoVariables } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
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
  const [state, setState] = useState<"still" | "sending" | "failed">("still");
  const context = useMemo(() => ({ ...form, problems }), [form, problems]);
  const choose = async ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const file = input.files?.[0];
    setProblems([]);
    if (!file) return;
    if (file.size > largestLogo) {
      setProblems([{ code: "TOO_LARGE", field: "logo" }]);
      return;
    }
    setState("sending");
    try {
      const answer = await fetch("/instance/logo", {
        method: "POST",
        headers: { "content-type": "application/octet-stream" },
        body: file,
      });
      const told = (await answer.json()) as { problems?: Problem[] };
      setProblems(told.problems ?? []);
      if (told.problems?.length === 0) await client.refetchQueries({ include: ["InstancePage"] });
      setState(told.problems ? "still" : "failed");
    } catch {
      setState("failed");
    }
    input.value = "";
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
        onChange={(event) => void choose(event)}
      />
      {state === "sending" && <output>{m.instance_logo_sending()}</output>}
      {(state === "failed" || remove.failed) && (
        <Notice tone="warn" live>
          {m.instance_logo_failed()}
        </Notice>
      )}
    </FormContext>
  );
}

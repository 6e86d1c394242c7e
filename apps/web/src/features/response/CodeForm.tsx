import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { useHref, useNavigate } from "react-router-dom";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { CodeField } from "../../ui/CodeField.tsx";
import { Form } from "../../ui/Form.tsx";
import { Icon } from "../../ui/Icon.tsx";
import type { Problem } from "../../ui/problems.ts";
import { readCode } from "./receipts.ts";

/** A code to type, however it was noted. */
export function CodeForm({ unknown }: { /** A code that leads nowhere. */ unknown?: string }) {
  const [problems, setProblems] = useState<readonly Problem[]>(
    unknown === undefined ? [] : [{ code: "UNKNOWN_RECEIPT", field: "code" }],
  );
  const navigate = useNavigate();
  const action = useHref(paths.follow());
  const follow = (fields: FormData) => {
    const code = readCode(fields.get("code") as string);
    if (code) return navigate(paths.trail(code));
    return setProblems([{ code: "UNKNOWN_RECEIPT", field: "code" }]);
  };
  return (
    <Form problems={problems} onSubmit={follow} action={action} label={m.response_find()}>
      <CodeField label={m.response_code_field()} help={m.response_code_help()} defaultValue={unknown} />
      <Button type="submit" primary>
        {m.response_find()} <Icon name="arrow" size={18} />
      </Button>
    </Form>
  );
}

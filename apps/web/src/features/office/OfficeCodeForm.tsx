import { m } from "@cahier/schema/messages";
import { useHref, useNavigate } from "react-router-dom";
import { Button } from "../../ui/Button.tsx";
import { CodeField } from "../../ui/CodeField.tsx";
import { Form } from "../../ui/Form.tsx";
import { officeFiles } from "./office.files.ts";

/** The code of a letter, typed from paper. */
export function OfficeCodeForm({ unknown }: { /** A code that opens nothing. */ unknown?: string }) {
  const navigate = useNavigate();
  const action = useHref("/office");
  const open = (fields: FormData) => {
    const code = (fields.get("code") as string).replace(/[^0-9A-Za-z]+/g, "-").replace(/^-|-$/g, "");
    return code && navigate(officeFiles.page(encodeURIComponent(code)));
  };
  return (
    <Form onSubmit={open} action={action} label={m.office_code_open()}>
      <CodeField label={m.office_code()} help={m.office_code_help()} defaultValue={unknown} />
      <Button type="submit" primary>
        {m.office_code_open()}
      </Button>
    </Form>
  );
}

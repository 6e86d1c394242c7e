import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Form as ReadForm } from "@cahier/schema/form";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { useNavigate } from "react-router-dom";
import type { CreateFromForm_questionnaireDesk } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { newKey, useFormFile } from "./useFormFile.ts";
import { contentLang } from "../../i18n/content.ts";

const fragment: TypedDocumentNode<CreateFromForm_questionnaireDesk> = gql`
  fragment CreateFromForm_questionnaireDesk on QuestionnaireDesk {
    objectives {
      id
      slug
      number
      name
      group {
        id
        name
      }
    }
  }
`;

interface Props {
  questionnaireDesk: CreateFromForm_questionnaireDesk;
  form: ReadForm;
  /** Sent again, to be read again: nothing of it was kept. */
  file: File;
}

/** Creates the draft, once: a second press sends the same key. */
export function CreateFromForm({ questionnaireDesk, form, file }: Props) {
  const [key] = useState(newKey);
  const [send, { problems, busy, failed }] = useFormFile("/forms/questionnaire");
  const navigate = useNavigate();
  const groups = new Set(questionnaireDesk.objectives.map(({ group }) => group.id));
  const create = async (fields: FormData) => {
    const answer = await send(file, {
      key,
      objective: fields.get("objective") as string,
      title: fields.get("title") as string,
    });
    if (answer?.slug) await navigate(paths.questionnaireWrite(answer.slug));
  };
  return (
    <Form problems={problems} busy={busy} onSubmit={(fields) => void create(fields)}>
      <TextField name="title" label={m.form_questionnaire_title()} defaultValue={form.title.text} maxLength={200} />
      <Select name="objective" label={m.form_objective()} defaultValue="">
        <option value="">{m.form_objective_choose()}</option>
        {questionnaireDesk.objectives.map(({ id, slug, number, name, group }) => (
          <option lang={contentLang()} key={id} value={slug}>
            {number}. {name}
            {groups.size > 1 && ` (${group.name})`}
          </option>
        ))}
      </Select>
      <Failed because={failed} />
      <Button type="submit" primary>
        {busy ? m.form_creating() : m.form_create()}
      </Button>
    </Form>
  );
}

CreateFromForm.fragment = fragment;

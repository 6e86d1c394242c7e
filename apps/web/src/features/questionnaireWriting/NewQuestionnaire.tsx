import { limits } from "@cahier/schema/limits";
import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import { useNavigate } from "react-router-dom";
import type {
  CreateQuestionnaire,
  CreateQuestionnaireVariables,
  NewQuestionnaire_questionnaireDesk,
} from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { keptId } from "../../ui/keptKey.ts";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { useAct } from "../../ui/useAct.ts";
import { contentLang } from "../../i18n/content.ts";

const fragment: TypedDocumentNode<NewQuestionnaire_questionnaireDesk> = gql`
  fragment NewQuestionnaire_questionnaireDesk on QuestionnaireDesk {
    sources {
      id
      title
      template
      groupName
      questionCount
    }
    objectives {
      id
      slug
      number
      name
    }
  }
`;

const createQuestionnaire: TypedDocumentNode<CreateQuestionnaire, CreateQuestionnaireVariables> = gql`
  mutation CreateQuestionnaire($input: CreateQuestionnaireInput!) {
    createQuestionnaire(input: $input) {
      ...Form_outcome @unmask
      composedQuestionnaire {
        id
        questionnaire {
          id
          slug
        }
      }
    }
  }
  ${Form.fragment}
`;

/** Begins a questionnaire: empty, from a template, or from what another group asked. To be selected with `@unmask`. */
export function NewQuestionnaire({ questionnaireDesk }: { questionnaireDesk: NewQuestionnaire_questionnaireDesk }) {
  const key = useRef<string>(undefined);
  const [title, setTitle] = useState("");
  const [objective, setObjective] = useState(questionnaireDesk.objectives[0]?.slug ?? "");
  const [from, setFrom] = useState("");
  const navigate = useNavigate();
  const act = useAct(createQuestionnaire);
  const templates = questionnaireDesk.sources.filter(({ template }) => template);
  const others = questionnaireDesk.sources.filter(({ template }) => !template);
  const submit = async () => {
    // Refused: that of another objective.
    if (act.problems.length > 0) key.current = undefined;
    key.current ??= keptId("questionnaire", { objective });
    return (await act.run({ key: key.current, title, objective, fromId: from || undefined }))?.composedQuestionnaire;
  };
  const option = ({ id, title: name, groupName, questionCount }: (typeof questionnaireDesk.sources)[number]) => (
    <option lang={contentLang()} value={id} key={id}>
      {m.questionnaireWriting_source({ title: name, group: groupName, count: questionCount })}
    </option>
  );
  return (
    <KeptForm
      kept="questionnaire"
      problems={act.problems}
      busy={act.busy}
      onSubmit={submit}
      onSent={({ questionnaire }) => void navigate(paths.questionnaireWrite(questionnaire.slug))}
      label={m.questionnaireWriting_compose()}
    >
      <TextField
        name="title"
        data-most={limits["questionnaire.title"]}
        label={m.questionnaireWriting_title_field()}
        help={m.questionnaireWriting_title_help()}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <Select
        name="objective"
        label={m.questionnaireWriting_objective()}
        value={objective}
        onChange={(event) => setObjective(event.currentTarget.value)}
      >
        {questionnaireDesk.objectives.map(({ slug, number, name }) => (
          <option lang={contentLang()} value={slug} key={slug}>
            {`${number}. ${name}`}
          </option>
        ))}
      </Select>
      <Select
        name="fromId"
        label={m.questionnaireWriting_begin_from()}
        help={m.questionnaireWriting_begin_from_help()}
        value={from}
        onChange={(event) => setFrom(event.currentTarget.value)}
      >
        <option value="">{m.questionnaireWriting_begin_empty()}</option>
        {templates.length > 0 && (
          <optgroup label={m.questionnaireWriting_templates()}>{templates.map(option)}</optgroup>
        )}
        {others.length > 0 && (
          <optgroup label={m.questionnaireWriting_other_questionnaires()}>{others.map(option)}</optgroup>
        )}
      </Select>
      <Failed because={act.failed} />
      <Button type="submit" primary disabled={act.busy}>
        {m.questionnaireWriting_compose_go()}
      </Button>
    </KeptForm>
  );
}

NewQuestionnaire.fragment = fragment;

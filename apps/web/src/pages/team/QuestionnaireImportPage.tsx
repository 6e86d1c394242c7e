import { gql, type TypedDocumentNode } from "@apollo/client";
import type { Form } from "@cahier/schema/form";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { CreateFromForm } from "../../features/form/CreateFromForm.tsx";
import { FormFile } from "../../features/form/FormFile.tsx";
import { FormOutline } from "../../features/form/FormOutline.tsx";
import { FormReport } from "../../features/form/FormReport.tsx";
import { countOf, sourceNames } from "../../features/form/form.labels.ts";
import type { QuestionnaireImportPage, QuestionnaireImportPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<QuestionnaireImportPage, QuestionnaireImportPageVariables> = gql`
  query QuestionnaireImportPage {
    questionnaireDesk {
      ...CreateFromForm_questionnaireDesk @unmask
    }
  }
  ${CreateFromForm.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** Brings a questionnaire made in another tool: read, looked at, then created as a draft. */
export function Component() {
  const { questionnaireDesk } = useReadQuery(useLoaderData<typeof loader>()).data;
  const [read, setRead] = useState<{ form: Form; file: File } | null>(null);
  const asked = countOf(read?.form.sections.flatMap(({ questions }) => questions) ?? []);
  return (
    <Ruled>
      <PageHead
        margin={m.form_margin()}
        note={m.form_margin_note()}
        title={m.form_title()}
        lead={<p>{m.form_lead()}</p>}
      >
        <More to={paths.questionnairesWrite()}>{m.form_back()}</More>
      </PageHead>
      <Row heading={m.form_file_heading()}>
        <FormFile onRead={(form, file) => setRead({ form, file })} onChange={() => setRead(null)} />
      </Row>
      {read && (
        <>
          <Row heading={m.form_seen()} margin={m.form_seen_margin({ count: asked })} note={m.form_seen_note()}>
            <Notice tone="done" live>
              {m.form_seen_lead({ title: read.form.title.text, source: sourceNames[read.form.source]() })}{" "}
              {m.form_seen_margin({ count: asked })}, {m.form_parts({ count: read.form.sections.length })}.
            </Notice>
            <FormOutline form={read.form} />
          </Row>
          <Row heading={m.form_report()} margin={m.form_report_margin()}>
            <p>{m.form_report_lead()}</p>
            <FormReport form={read.form} />
          </Row>
          <Row heading={m.form_create()} margin={m.form_create_margin()} note={m.form_create_note()}>
            <p>{m.form_create_lead()}</p>
            <CreateFromForm
              questionnaireDesk={questionnaireDesk}
              form={read.form}
              file={read.file}
              key={read.file.name}
            />
          </Row>
        </>
      )}
    </Ruled>
  );
}

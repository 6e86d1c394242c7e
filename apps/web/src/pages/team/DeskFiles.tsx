import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { ResponseFiles } from "../../features/files/ResponseFiles.tsx";
import type { DeskFiles_questionnaire, ResponseFiles_questionnaire } from "../../graphql/operations.generated.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Fold } from "../../ui/Part.tsx";

const fragment: TypedDocumentNode<DeskFiles_questionnaire> = gql`
  fragment DeskFiles_questionnaire on Questionnaire {
    id
    ...ResponseFiles_questionnaire
  }
  ${ResponseFiles.fragment}
`;

interface Props {
  questionnaires: readonly (FragmentType<ResponseFiles_questionnaire> & { id: string })[];
}

/** Responses as files, and all that is in them. */
export const DeskFiles = ({ questionnaires }: Props) =>
  questionnaires.length > 0 && (
    <Fold id="files" heading={m.export_title()}>
      <p>{m.export_lead()}</p>
      <Disclosure summary={m.export_inside()}>
        <ul className="prose">
          <li>{m.export_inside_rows()}</li>
          <li>{m.export_inside_columns()}</li>
          <li>{m.export_inside_codebook()}</li>
          <li>{m.export_inside_unpublished()}</li>
          <li>{m.export_inside_never()}</li>
        </ul>
      </Disclosure>
      <ul className="cards">
        {questionnaires.map((questionnaire) => (
          <ResponseFiles questionnaire={questionnaire} heading="h4" key={questionnaire.id} />
        ))}
      </ul>
    </Fold>
  );

DeskFiles.fragment = fragment;

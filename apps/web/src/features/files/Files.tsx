import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { Files_questionnaire } from "../../graphql/operations.generated.ts";
import { Row } from "../../ui/Ruled.tsx";
import { OpenData } from "./OpenData.tsx";
import { ResponseFiles } from "./ResponseFiles.tsx";

const fragment: TypedDocumentNode<Files_questionnaire> = gql`
  fragment Files_questionnaire on Questionnaire {
    id
    slug
    number
    openData
    viewerCan {
      export
    }
    ...ResponseFiles_questionnaire
  }
  ${ResponseFiles.fragment}
`;

/** All the files of a questionnaire: those of its team, for the team; the open data, for anybody. */
export function Files(props: { questionnaire: FragmentType<Files_questionnaire> }) {
  const { data } = useSuspenseFragment({ fragment, fragmentName: "Files_questionnaire", from: props.questionnaire });
  return (
    <>
      {data.viewerCan.export && (
        <Row heading={m.export_title()} id="files">
          <p>{m.export_lead()}</p>
          <ul className="cards">
            <ResponseFiles questionnaire={data} heading="h3" />
          </ul>
        </Row>
      )}
      {data.openData && <OpenData questionnaire={data} />}
    </>
  );
}

Files.fragment = fragment;

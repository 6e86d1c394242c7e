import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { noticeOf } from "../../features/instance/legal.ts";
import { LegalText } from "../../features/instance/LegalText.tsx";
import type { LegalPage, LegalPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { organiser } from "../../features/instance/organiser.fragment.tsx";

const query: TypedDocumentNode<LegalPage, LegalPageVariables> = gql`
  query LegalPage {
    instance {
      id
      ...Organiser_instance @unmask
      legalText
      legalEditedOn
    }
  }
  ${organiser}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** Publisher of the site, and the person responsible. */
export function Component() {
  const { instance } = useReadQuery(useLoaderData<typeof loader>()).data;
  return (
    <Ruled>
      <PageHead title={m.legal_title()} lead={m.legal_lead()} />
      <LegalText model={noticeOf(instance)} written={instance.legalText} editedOn={instance.legalEditedOn} />
      <Row>
        <More to={paths.rights()}>{m.rights_see()}</More>
      </Row>
    </Ruled>
  );
}

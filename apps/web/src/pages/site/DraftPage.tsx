import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useEffect, useState } from "react";
import { type LoaderFunctionArgs, useLoaderData, useNavigate, useParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { putOnDevice } from "../../features/questionnaire/draft/takeUp.ts";
import type { DraftPage, DraftPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<DraftPage, DraftPageVariables> = gql`
  query DraftPage($token: String!) {
    draft(token: $token) {
      key
      version
      part
      appearance
      authorName
      questionnaireRevision
      answers {
        questionId
        value
      }
      questionnaire {
        id
        slug
        title
      }
    }
  }
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { token: args.params.token ?? "" });

/** A draft by the secret of its link: taken up on this device, under its questionnaire. */
export function Component() {
  const { draft } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { token = "" } = useParams();
  const navigate = useNavigate();
  const [kept] = useState(() => draft !== null && putOnDevice(token, draft));
  useEffect(() => {
    // The secret leaves the history of this device too.
    if (draft && kept) void navigate(paths.questionnaire(draft.questionnaire.slug, draft.part), { replace: true });
  }, [draft, kept, navigate]);
  return (
    <Ruled>
      <meta name="robots" content="noindex" />
      {draft ? (
        <>
          <PageHead title={m.draft_title()} lead={<p lang={contentLang()}>{draft.questionnaire.title}</p>} />
          {!kept && (
            <Row>
              <Notice tone="warn">{m.draft_not_kept()}</Notice>
            </Row>
          )}
        </>
      ) : (
        <>
          <PageHead title={m.draft_gone()} tab={m.draft_title()} lead={<p>{m.draft_gone_lead()}</p>} />
          <Row>
            <p className="cluster">
              <ButtonLink primary to={paths.questionnaires()}>
                {m.shell_questionnaires_title()}
              </ButtonLink>
              <ButtonLink to={paths.follow()}>{m.response_follow_title()}</ButtonLink>
            </p>
          </Row>
        </>
      )}
    </Ruled>
  );
}

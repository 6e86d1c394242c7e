import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData, useParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { Answering } from "../../features/questionnaire/Answering.tsx";
import { notOpen } from "../../features/questionnaire/notOpenFragment.tsx";
import { NotOpen } from "../../features/questionnaire/NotOpen.tsx";
import type { SavedDraft } from "../../features/questionnaire/posted/posted.ts";
import { PostedAnswering } from "../../features/questionnaire/posted/PostedAnswering.tsx";
import type { DraftWithoutScripts, DraftWithoutScriptsVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { WithoutScripts } from "../../ui/Waiting.tsx";
import { regionsOfForm } from "../../features/questionnaire/fields/regions.tsx";

const query: TypedDocumentNode<DraftWithoutScripts, DraftWithoutScriptsVariables> = gql`
  query DraftWithoutScripts($token: String!) {
    draft(token: $token) {
      key
      answers {
        questionId
        value
      }
      appearance
      authorName
      questionnaire {
        id
        slug
        state
        ...Answering_questionnaire @unmask
        ...NotOpen_questionnaire
      }
    }
    viewer {
      id
      memberships {
        id
        speaks
        organisation {
          id
          name
        }
      }
    }
    territories(kind: REGION) {
      ...TerritoryField_region @unmask
    }
  }
  ${Answering.fragment}
  ${notOpen}
  ${regionsOfForm}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { token: args.params.token ?? "" });

/** A draft taken up by its link, in a browser without scripts. With scripts, `DraftPage` puts it on the device. */
export function Component() {
  const { draft, territories, viewer } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { token = "" } = useParams();
  const title = draft?.questionnaire.title ?? m.questionnaire_posted_gone();
  return (
    <>
      <title>{`${title} · Cahier commun`}</title>
      <WithoutScripts>
        {!draft ? (
          <Gone />
        ) : draft.questionnaire.state === "OPEN" ? (
          <PostedAnswering
            questionnaire={draft.questionnaire}
            regions={territories}
            saved={savedOf(token, draft)}
            organisations={(viewer?.memberships ?? []).flatMap((it) => (it.speaks ? [it.organisation] : []))}
          />
        ) : (
          <NotOpen questionnaire={draft.questionnaire} />
        )}
      </WithoutScripts>
    </>
  );
}

const savedOf = (token: string, draft: NonNullable<DraftWithoutScripts["draft"]>): SavedDraft => ({
  ...draft,
  token,
  answers: Object.fromEntries(
    draft.answers.flatMap(({ questionId, value }) => (value == null ? [] : [[questionId, value as never]])),
  ),
});

const Gone = () => (
  <Ruled>
    <PageHead title={m.questionnaire_posted_gone()} lead={<p>{m.questionnaire_posted_gone_lead()}</p>} />
    <Row>
      <p className="cluster">
        <ButtonLink primary to={paths.follow()}>
          {m.response_follow_title()}
        </ButtonLink>
        <More to={paths.questionnaires()}>{m.questionnaire_others()}</More>
      </p>
    </Row>
  </Ruled>
);

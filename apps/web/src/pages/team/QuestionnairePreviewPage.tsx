import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { useState } from "react";
import {
  type LoaderFunctionArgs,
  type ShouldRevalidateFunction,
  useLoaderData,
  useSearchParams,
} from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { Answering } from "../../features/questionnaire/Answering.tsx";
import { Paper } from "../../features/questionnaire/Paper.tsx";
import { type AnsweringPlace, PlaceContext } from "../../features/questionnaire/place.ts";
import { shelfInMemory } from "../../features/questionnaireWriting/inMemory.ts";
import { PreviewFrame } from "../../features/questionnaireWriting/PreviewFrame.tsx";
import { WritingStyle } from "../../features/questionnaireWriting/WritingStyle.tsx";
import type {
  QuestionnairePreviewInside,
  QuestionnairePreviewInsideVariables,
  QuestionnairePreviewPage,
  QuestionnairePreviewPageVariables,
} from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { regionsOfForm } from "../../features/questionnaire/fields/regions.tsx";

const query: TypedDocumentNode<QuestionnairePreviewPage, QuestionnairePreviewPageVariables> = gql`
  query QuestionnairePreviewPage($slug: String!) {
    composedQuestionnaire(slug: $slug) {
      id
      ...PreviewFrame_composedQuestionnaire
    }
  }
  ${PreviewFrame.fragment}
`;

const insideQuery: TypedDocumentNode<QuestionnairePreviewInside, QuestionnairePreviewInsideVariables> = gql`
  query QuestionnairePreviewInside($slug: String!, $language: Language!) {
    questionnaire(slug: $slug, language: $language) {
      id
      slug
      ...Answering_questionnaire @unmask
      ...Paper_questionnaire @unmask
    }
    territories(kind: REGION) {
      ...TerritoryField_region @unmask
    }
  }
  ${Answering.fragment}
  ${Paper.fragment}
  ${regionsOfForm}
`;

export const loader = async (args: LoaderFunctionArgs) => {
  const slug = args.params.slug!;
  const inside = new URL(args.request.url).searchParams.get("inside");
  return inside
    ? { inside: await preload(args, insideQuery, { slug, language: getLocale() }, "questionnaire") }
    : { frame: await preload(args, query, { slug }, "composedQuestionnaire") };
};

/** Going from part to part asks for nothing, as for a participant. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl }) =>
  currentUrl.pathname !== nextUrl.pathname ||
  currentUrl.searchParams.has("inside") !== nextUrl.searchParams.has("inside");

type Loaded = Awaited<ReturnType<typeof loader>>;

/** A questionnaire as those who answer will see it: a frame at the width of their screen, and what is in it. */
export function Component() {
  const loaded = useLoaderData<Loaded>();
  return loaded.inside ? <Inside page={loaded.inside} /> : <Outside page={loaded.frame} />;
}

function Outside({ page }: { page: NonNullable<Loaded["frame"]> }) {
  const { composedQuestionnaire } = useReadQuery(page).data;
  return (
    <Ruled>
      <WritingStyle />
      <PageHead
        margin={m.questionnaireWriting_preview_margin()}
        title={m.questionnaireWriting_preview_title()}
        lead={<p>{m.questionnaireWriting_preview_lead()}</p>}
      />
      <Row>
        <PreviewFrame composedQuestionnaire={composedQuestionnaire!} />
      </Row>
    </Ruled>
  );
}

/** The real thing, but for two: nothing is sent, and nothing stays on the device. */
function Inside({ page }: { page: NonNullable<Loaded["inside"]> }) {
  const { questionnaire, territories } = useReadQuery(page).data;
  const [params] = useSearchParams();
  const [round, setRound] = useState(0);
  const [sent, setSent] = useState(false);
  const [plain, setPlain] = useState(params.get("plain") === "yes");
  const [device] = useState(shelfInMemory);
  const { slug } = questionnaire!;
  const place: AnsweringPlace = {
    hrefOf: (_, part) => paths.questionnairePreview(slug, { inside: "screen", part }),
    device,
    plain: [plain, setPlain],
  };
  if (params.get("inside") === "paper")
    return (
      <div className="paper-page">
        <Paper questionnaire={questionnaire!} origin={location.origin} large={false} />
      </div>
    );
  if (sent)
    return (
      <Ruled>
        <PageHead
          title={m.questionnaireWriting_preview_sent()}
          lead={<p>{m.questionnaireWriting_preview_sent_lead()}</p>}
        >
          <Button
            primary
            onClick={() => {
              device.storage().clear();
              setRound(round + 1);
              setSent(false);
            }}
          >
            {m.questionnaireWriting_preview_again()}
          </Button>
        </PageHead>
      </Ruled>
    );
  return (
    <PlaceContext value={place}>
      <WritingStyle />
      <Answering
        key={round}
        questionnaire={questionnaire!}
        regions={territories}
        before={<Notice>{m.questionnaireWriting_preview_nothing_kept()}</Notice>}
        send={() => {
          setSent(true);
          return Promise.resolve([]);
        }}
      />
    </PlaceContext>
  );
}

import { type DocumentNode, gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { AnswerValue } from "@cahier/schema/questionnaire/definition";
import { lazy, Suspense, useMemo, useState } from "react";
import {
  type LoaderFunctionArgs,
  type ShouldRevalidateFunction,
  useLoaderData,
  useNavigate,
  useParams,
} from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import type { Changed } from "../../features/questionnaire/draft/keeper.ts";
import { receiptActs } from "../../features/response/receipt.mutations.tsx";
import type {
  EditResponseVariables,
  TrailEditNow,
  TrailEditNowVariables,
  TrailEditPage,
  TrailEditPageVariables,
} from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { shelf } from "../../ui/shelf.ts";
import { problemSentence } from "../../ui/problems.ts";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { regionsOfForm } from "../../features/questionnaire/fields/regions.tsx";

const loadAnswering = async () => (await import("./QuestionnairePage.tsx")).ChangingAnswers;
const ChangingAnswers = lazy(async () => ({ default: await loadAnswering() }));

/** With what a questionnaire takes to be answered: its script is that of the questionnaire's own page. */
const queryWith = (fragment: DocumentNode): TypedDocumentNode<TrailEditPage, TrailEditPageVariables> => gql`
  query TrailEditPage($code: String!) {
    receipt(code: $code) {
      code
      revision
      receivedOn
      appearance
      authorName
      speaksAs
      organisationName
      organisation {
        id
      }
      peopleCount
      readingOnly
      status
      viewerCan {
        edit
      }
      answers {
        questionId
        value
      }
      questionnaire {
        id
        slug
        ...Answering_questionnaire @unmask
      }
    }
    territories(kind: REGION) {
      ...TerritoryField_region @unmask
    }
  }
  ${fragment}
  ${regionsOfForm}
`;

/** The response as it is now, if it was changed elsewhere since the page was opened. */
const nowQuery: TypedDocumentNode<TrailEditNow, TrailEditNowVariables> = gql`
  query TrailEditNow($code: String!) {
    receipt(code: $code) {
      code
      revision
      answers {
        questionId
        value
      }
    }
  }
`;

type Receipt = NonNullable<TrailEditPage["receipt"]>;
type Input = EditResponseVariables["input"];

export async function loader(args: LoaderFunctionArgs) {
  const { fragment } = await loadAnswering();
  return preload(args, queryWith(fragment), { code: args.params.code ?? "" }, "receipt");
}

/** A change of part asks for nothing: it has to work without a network. */
export const shouldRevalidate: ShouldRevalidateFunction = ({ currentUrl, nextUrl }) =>
  currentUrl.pathname !== nextUrl.pathname;

/** A response being changed by its author: the same questionnaire, filled in with what was sent. */
export function Component() {
  const { receipt, territories } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { code = "" } = useParams();
  if (!receipt!.viewerCan.edit) return <Refused receipt={receipt!} code={code} />;
  return <Editing receipt={receipt!} regions={territories} key={code} />;
}

function Editing({ receipt, regions }: { receipt: Receipt; regions: TrailEditPage["territories"] }) {
  const { code, questionnaire, receivedOn } = receipt;
  const client = useApolloClient();
  const navigate = useNavigate();
  const [changed] = useState(() => asDraft(receipt));
  const [now, setNow] = useState<TrailEditNow["receipt"]>(null);
  const place = useMemo(
    () => ({
      hrefOf: (_slug: string, part?: number | "review") => paths.trailEdit(code, part),
      device: shelf,
    }),
    [code],
  );
  return (
    <Suspense>
      <meta name="robots" content="noindex" />
      <ChangingAnswers
        place={place}
        questionnaire={questionnaire}
        regions={regions}
        changed={changed}
        theirs={now ? answersOf(now) : undefined}
        before={<Notice>{m.response_edit_lead({ date: formatDate(receivedOn) })}</Notice>}
        send={async ({
          answers,
          appearance,
          authorName,
          questionnaireRevision,
          speaksAs,
          organisationName,
          organisationId,
          peopleCount,
        }) => {
          const problems = await receiptActs.edit(client, {
            code,
            revision: (now ?? receipt).revision,
            answers: Object.entries(answers).map(([questionId, value]) => ({ questionId, value })),
            appearance: appearance as Input["appearance"],
            authorName,
            questionnaireRevision: questionnaireRevision ?? null,
            speaksAs: (speaksAs ?? null) as Input["speaksAs"],
            organisationName: organisationName ?? null,
            organisationId: organisationId ?? null,
            peopleCount: peopleCount ?? null,
          });
          if (problems.some((one) => one.code === "STALE")) {
            const asked = { query: nowQuery, variables: { code }, fetchPolicy: "no-cache" } as const;
            setNow((await client.query(asked)).data!.receipt);
          }
          if (!problems.length) void navigate(paths.trail(code), { replace: true, state: { saved: true } });
          return problems;
        }}
      />
    </Suspense>
  );
}

const answersOf = ({ answers }: Pick<Receipt, "answers">) =>
  Object.fromEntries(answers.map(({ questionId, value }) => [questionId, value as AnswerValue]));

/** Response as sent, as the draft of its changes begins. */
const asDraft = ({
  code,
  answers,
  appearance,
  authorName,
  speaksAs,
  organisationName,
  organisation,
  peopleCount,
}: Receipt): Changed => ({
  name: `edit:${code}`,
  answers: answersOf({ answers }),
  appearance,
  authorName: authorName ?? "",
  speaksAs,
  organisationName: organisationName ?? "",
  organisationId: organisation?.id ?? "",
  peopleCount: peopleCount ? `${peopleCount}` : "",
});

const whyNot = ({ status, readingOnly }: Receipt) => {
  if (status === "WITHDRAWN") return m.response_withdrawn();
  return readingOnly ? problemSentence({ code: "READING_ONLY", field: null }) : m.response_edit_closed();
};

const Refused = ({ receipt, code }: { receipt: Receipt; code: string }) => (
  <Ruled>
    <meta name="robots" content="noindex" />
    <PageHead title={m.response_edit_not()} lead={<p>{whyNot(receipt)}</p>} />
    <Row>
      <ButtonLink primary to={paths.trail(code)}>
        {m.response_follow_this()}
      </ButtonLink>
    </Row>
  </Ruled>
);

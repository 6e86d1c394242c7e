import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { KeyPointFiles } from "../../features/files/KeyPointFiles.tsx";
import { KeyPointItem } from "../../features/keyPoint/KeyPointItem.tsx";
import { CoverageNote } from "../../features/objective/CoverageNote.tsx";
import { ReadingTable } from "../../features/objective/ReadingTable.tsx";
import { WatchLink } from "../../features/watch/WatchLink.tsx";
import { DocumentList } from "../../features/document/DocumentList.tsx";
import { Serving } from "../../features/document/Serving.tsx";
import type { ObjectivePage, ObjectivePageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { objectiveStateNames } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Fate } from "../../shared/Fate.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Pager } from "../../ui/Pager.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { When } from "../../ui/When.tsx";
import { hasBegun, ObjectiveFigures } from "./ObjectiveFigures.tsx";
import { ObjectiveKeyPoints } from "./ObjectiveKeyPoints.tsx";
import { listedQuestionnaire } from "../../shared/listedQuestionnaire.tsx";
import { GroupLink } from "../../shared/GroupLink.tsx";

const query: TypedDocumentNode<ObjectivePage, ObjectivePageVariables> = gql`
  query ObjectivePage($slug: String!, $after: ID) {
    instance {
      today
    }
    objective(slug: $slug) {
      id
      serving {
        ...DocumentList_document @unmask
      }
      slug
      number
      name
      question
      expectedOutput
      inferred
      withdrawnOn
      withdrawnReason
      formerWordings {
        version
        name
        question
        expectedOutput
        until
        reason
      }
      state
      responseCount
      contributionCount
      unpublishedCount
      fate {
        ...Fate_fate @unmask
      }
      group {
        id
        fate {
          ...Fate_fate @unmask
        }
        slug
        name
      }
      questionnaire {
        ...Listed_questionnaire @unmask
        discussedAt
        readBefore
        resultsShown
      }
      synthesis {
        id
        slug
        title
        state
        publishedAt
      }
      keyPointCount
      # One more than is shown says that there are others.
      keyPoints(first: 61, after: $after) {
        id
        nature
        ...KeyPointItem_keyPoint
      }
      readingCoverage {
        whole {
          texts
        }
        ...ReadingTable_readingCoverage @unmask
      }
      coverage {
        responses
        ...CoverageNote_coverage @unmask
      }
    }
  }
  ${Fate.fragment}
  ${listedQuestionnaire}
  ${DocumentList.fragment}
  ${KeyPointItem.fragment}
  ${CoverageNote.fragment}
  ${ReadingTable.fragment}
`;

type Objective = NonNullable<ObjectivePage["objective"]>;

export const loader = (args: LoaderFunctionArgs) =>
  preload(
    args,
    query,
    { slug: args.params.slug!, after: new URL(args.request.url).searchParams.get("after") },
    "objective",
  );

/** Sentence above the synthesis: only one that was published is said to be. */
const synthesisNames: Record<NonNullable<Objective["synthesis"]>["state"], () => string> = {
  DRAFT: m.objective_synthesis_DRAFT,
  CIRCULATING: objectiveStateNames.CIRCULATING,
  PUBLISHED: m.objective_synthesis,
  SUPERSEDED: m.objective_synthesis,
};

/** Key points shown at once: those that follow are a page further. */
const together = 60;

/** Anchor of the key points on the page. */
const place = "key-points";

/** A step of a group: its question, what arrived, what the answers say together, who was heard. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const objective = data.objective!;
  const { number, name, question, keyPointCount, synthesis, coverage } = objective;
  const keyPoints = objective.keyPoints.slice(0, together);
  const pageInfo = { hasNextPage: objective.keyPoints.length > together, endCursor: keyPoints.at(-1)?.id ?? null };
  return (
    <Ruled>
      <PageHead
        margin={m.objective_number({ number })}
        note={<GroupLink slug={objective.group.slug} name={objective.group.name} />}
        kicker={<State objective={objective} />}
        title={question}
        lang={contentLang()}
        tab={`${m.objective_number({ number })} · ${name}`}
        lead={<p lang={contentLang()}>{name}</p>}
        description={question}
      >
        <Acts objective={objective} today={data.instance.today} />
      </PageHead>
      <Row margin={m.objective_figures()}>
        <ObjectiveFigures objective={objective} />
      </Row>
      <Row margin={m.objective_expected()}>
        <p className="prose" lang={contentLang()}>
          {objective.expectedOutput}
        </p>
        {objective.inferred && <p className="quiet">{m.objective_inferred()}</p>}
      </Row>
      {objective.withdrawnOn && (
        <Row>
          <Notice tone="warn">
            <p>{m.objective_withdrawn({ date: formatDate(objective.withdrawnOn) })}</p>
            {objective.withdrawnReason && (
              <p className="verbatim" lang={contentLang()}>
                {m.meeting_because({ reason: objective.withdrawnReason })}
              </p>
            )}
          </Notice>
        </Row>
      )}
      {objective.formerWordings.length > 0 && (
        <Row id="versions" heading={m.objective_versions()} note={m.objective_versions_note()}>
          <ol className="flow" reversed>
            {objective.formerWordings.map((it) => (
              <li key={it.version}>
                <p className="quiet">{m.objective_said_until({ date: formatDate(it.until) })}</p>
                <p lang={contentLang()}>
                  <b>{it.name}</b>
                  {m.ui_colon()}
                  {it.question}
                </p>
                <p lang={contentLang()}>{it.expectedOutput}</p>
                <p className="verbatim" lang={contentLang()}>
                  {m.meeting_because({ reason: it.reason })}
                </p>
              </li>
            ))}
          </ol>
        </Row>
      )}
      {synthesis && (
        <Row margin={synthesis.publishedAt && <When date={synthesis.publishedAt} format="short" />}>
          <Card tone="now">
            <p className="quiet">{synthesisNames[synthesis.state]()}</p>
            <h2 lang={contentLang()}>{synthesis.title}</h2>
            <More to={paths.synthesis(synthesis.slug)}>{m.objective_read_synthesis()}</More>
          </Card>
        </Row>
      )}
      <Row
        heading={m.objective_key_points()}
        margin={keyPointCount > 0 && m.objective_key_points_count({ count: keyPointCount })}
        id={place}
      >
        {keyPointCount > 0 ? (
          <>
            <ObjectiveKeyPoints keyPoints={keyPoints} />
            <Pager pageInfo={pageInfo} label={m.objective_key_points()} hash={place} />
            <KeyPointFiles objective={objective.slug} />
          </>
        ) : (
          <NoKeyPoint objective={objective} />
        )}
      </Row>
      <Serving documents={objective.serving} serves={paths.objective(objective.slug)} />
      {coverage.responses > 0 && (
        <Row heading={m.objective_coverage()}>
          <CoverageNote coverage={coverage} />
        </Row>
      )}
      {objective.readingCoverage.whole.texts > 0 && (
        <Row heading={m.objective_reading()}>
          <ReadingTable coverage={objective.readingCoverage} />
        </Row>
      )}
    </Ruled>
  );
}

function State({ objective: { state, questionnaire } }: { objective: Objective }) {
  if (questionnaire?.state === "OPEN")
    return <Chip tone="open">{m.objective_until({ date: formatDate(questionnaire.closesAt, "short") })}</Chip>;
  if (questionnaire?.state === "SCHEDULED")
    return <Chip tone="toCome">{m.objective_opens({ date: formatDate(questionnaire.opensAt, "short") })}</Chip>;
  return <Chip tone={state === "SYNTHESIS_PUBLISHED" ? "done" : "neutral"}>{objectiveStateNames[state]()}</Chip>;
}

const Acts = ({ objective, today }: { objective: Objective; today: string }) => {
  const { id, slug, withdrawnOn, questionnaire, synthesis } = objective;
  const isOpen = questionnaire?.state === "OPEN";
  return (
    <div className="cluster">
      {isOpen && (
        <ButtonLink primary to={paths.questionnaire(questionnaire.slug)}>
          {m.objective_answer({ minutes: questionnaire.estimatedMinutes })} <Icon name="arrow" />
        </ButtonLink>
      )}
      {synthesis && (
        <ButtonLink primary={!isOpen} to={paths.synthesis(synthesis.slug)}>
          {m.objective_read_synthesis()}
        </ButtonLink>
      )}
      {hasBegun(objective) && (
        <ButtonLink to={paths.contributions({ objective: slug })}>{m.objective_read_contributions()}</ButtonLink>
      )}
      {!withdrawnOn && <WatchLink kind="OBJECTIVE" id={id} page={paths.objective(slug)} />}
      {questionnaire && questionnaire.resultsShown !== "HIDDEN" && (
        <More to={paths.results(questionnaire.slug)}>{m.result_see()}</More>
      )}
      {questionnaire && !isOpen && (
        <More to={paths.questionnaire(questionnaire.slug)}>{m.objective_questionnaire()}</More>
      )}
      {!withdrawnOn && !synthesis?.publishedAt && questionnaire?.readBefore && questionnaire.readBefore >= today && (
        <span className="quiet">
          {m.objective_synthesis_due({ date: formatDate(questionnaire.readBefore, "short") })}
        </span>
      )}
      {isOpen && questionnaire.discussedAt && (
        <span className="quiet">{m.objective_discussed({ date: formatDate(questionnaire.discussedAt, "short") })}</span>
      )}
    </div>
  );
};

const NoKeyPoint = ({ objective }: { objective: Objective }) => (
  <Empty title={m.objective_key_points_count({ count: 0 })}>
    <p>{hasBegun(objective) ? m.objective_key_points_none() : m.objective_key_points_before()}</p>
    {hasBegun(objective) && (
      <More to={paths.contributions({ objective: objective.slug })}>{m.objective_read_contributions()}</More>
    )}
  </Empty>
);

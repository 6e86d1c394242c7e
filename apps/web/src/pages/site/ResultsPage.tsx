import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { lazy, Suspense } from "react";
import { Link, type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { Files } from "../../features/files/Files.tsx";
import { Counted } from "../../features/result/Counted.tsx";
import { Places } from "../../features/result/Places.tsx";
import { QuestionCard } from "../../features/result/QuestionCard.tsx";
import sheet from "../../features/result/result.css?url";
import { useLive, type Live } from "../../features/result/useLive.ts";
import type { ResultsPage, ResultsPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { termLabel } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { groupBy } from "../../ui/es2024.ts";
import { Filters, FilterSelect } from "../../ui/Filters.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { Style } from "../../ui/Style.tsx";
import { When } from "../../ui/When.tsx";

const query: TypedDocumentNode<ResultsPage, ResultsPageVariables> = gql`
  query ResultsPage($slug: String!, $within: String) {
    results(questionnaire: $slug, within: $within) {
      hidden
      hiddenUntil
      early
      notShown
      responses
      unpublished
      restitutions
      present
      channels {
        channel
        count
      }
      groups {
        key
        label
        labelEn
        region
        responses
      }
      within {
        key
        label
        labelEn
        region
      }
      questionnaire {
        id
        slug
        number
        title
        state
        resultsShown
        objective {
          id
          slug
          number
        }
        viewerCan {
          showResults
        }
        ...Files_questionnaire
      }
      questions {
        ...QuestionCard_result @unmask
      }
    }
    territories(kind: REGION) {
      ...ResultsPage_region @unmask
    }
  }
  fragment ResultsPage_region on Territory {
    id
    code
    slug
    name
  }
  ${QuestionCard.fragment}
  ${Files.fragment}
`;

type Results = NonNullable<ResultsPage["results"]>;

const ShowAll = lazy(async () => ({ default: (await import("../../features/result/Team.tsx")).ShowAll }));
const ShowOne = lazy(async () => ({ default: (await import("../../features/result/Team.tsx")).ShowOne }));
const withinOf = (params: URLSearchParams) => params.get("within")?.trim() || null;

export const loader = (args: LoaderFunctionArgs) => {
  const within = withinOf(new URL(args.request.url).searchParams);
  return preload(args, query, { slug: args.params.slug!, within }, "results");
};

/** Results of a questionnaire, question by question; a region or a kind of organisation beside the whole. */
export function Component() {
  const { results, territories } = useReadQuery(useLoaderData<typeof loader>()).data;
  const [params] = useSearchParams();
  const it = results!;
  const { questionnaire, within } = it;
  const variables = { slug: questionnaire.slug, within: withinOf(params) };
  const live = useLive(query, variables, it.early);
  const showing = useShowing(it, variables);
  const groups = new Set(it.groups.map(({ key }) => key));
  const byQuestion = [...groupBy(it.questions, ({ question }) => question.id).values()];
  return (
    <Ruled>
      <Style href={sheet} />
      <PageHead
        margin={m.result_number(questionnaire)}
        note={!it.hidden && m.result_responses({ count: it.responses })}
        kicker={m.result_kicker()}
        title={questionnaire.title}
        lang={contentLang()}
        tab={m.result_tab(questionnaire)}
        lead={<p>{it.hidden ? m.result_hidden() : m.result_of_those()}</p>}
      >
        {it.hidden ? <Hidden results={it} /> : <Counted results={it} />}
        <div className="cluster">
          <More to={paths.objective(questionnaire.objective.slug)}>{m.result_objective(questionnaire.objective)}</More>
          <More to={paths.questionnaire(questionnaire.slug)}>{m.result_back()}</More>
        </div>
      </PageHead>
      {it.early && (
        <Row>
          <Notice>
            <p>
              {m.result_early()} <LiveSince live={live} />
            </p>
            {showing && (
              <Suspense>
                <ShowAll {...showing} />
              </Suspense>
            )}
          </Notice>
        </Row>
      )}
      {!it.hidden && it.responses > 0 && (
        <Row heading={within ? m.result_beside({ group: termLabel(within) }) : m.result_compare()} noPrint={!within}>
          <Compare results={it} asked={variables.within} />
        </Row>
      )}
      {!it.hidden && it.responses === 0 && (
        <Row>
          <Empty title={m.result_none()} />
        </Row>
      )}
      {byQuestion.map((wordings) => {
        const { question } = wordings[0]!;
        return (
          <Row margin={question.code} id={`q${question.code}`} key={question.id}>
            <QuestionCard
              results={wordings.toReversed()}
              questionnaire={questionnaire}
              within={within && { key: within.key, isRegion: within.region }}
              map={
                question.type === "TERRITORY" &&
                it.responses > 0 && (
                  <Places result={wordings[0]!} regions={territories} groups={groups} slug={questionnaire.slug} />
                )
              }
              acts={
                showing &&
                question.visibility !== "TEAM" && (
                  <Suspense>
                    <ShowOne {...showing} questionId={question.id} code={question.code} />
                  </Suspense>
                )
              }
            />
          </Row>
        );
      })}
      <Files questionnaire={questionnaire} />
    </Ruled>
  );
}

/** Props to change the results visitors see; null for people who may not. */
function useShowing({ questionnaire, questions }: Results, variables: ResultsPageVariables) {
  const client = useApolloClient();
  if (!questionnaire.viewerCan.showResults) return null;
  return {
    questionnaireId: questionnaire.id,
    shown: questionnaire.resultsShown,
    questions: questions
      .filter(({ question }) => question.visibility !== "TEAM")
      .map(({ question, shown }) => ({ id: question.id, shown })),
    onDone: () => client.query({ query, variables, fetchPolicy: "network-only" }),
  };
}

function LiveSince({ live: { at, state } }: { live: Live }) {
  if (!at) return null;
  const time = formatDate(at, "clock");
  return (
    <span className="result-live" data-state={state}>
      {state === "live" && m.result_live({ time })}
      {state === "paused" && m.result_live_paused()}
      {state === "lost" && m.result_live_lost({ time })}
    </span>
  );
}

function Hidden({ results: { hiddenUntil, hidden, questionnaire } }: { results: Results }) {
  return (
    <>
      <p>
        {hidden === "UNTIL" && hiddenUntil ? (
          <>
            {m.result_hidden_until()} <When date={hiddenUntil} format="long" />.
          </>
        ) : hidden === "TOO_FEW" ? (
          m.result_hidden_few()
        ) : hidden === "BEING_COUNTED" ? (
          m.result_hidden_counted()
        ) : (
          m.result_hidden_open()
        )}
      </p>
      <div className="cluster">
        {questionnaire.state === "OPEN" && (
          <ButtonLink primary to={paths.questionnaire(questionnaire.slug)}>
            {m.result_hidden_answer()}
          </ButtonLink>
        )}
        {questionnaire.state !== "SCHEDULED" && (
          <ButtonLink to={paths.contributions({ objective: questionnaire.objective.slug })}>
            {m.result_hidden_texts()}
          </ButtonLink>
        )}
      </div>
    </>
  );
}

/** A group beside the whole: by a form that works without scripts. */
function Compare({ results: { groups, within }, asked }: { results: Results; asked: string | null }) {
  if (groups.length === 0) return <p className="quiet">{m.result_compare_none()}</p>;
  const option = ({ responses, ...group }: Results["groups"][number]) => ({
    value: group.key,
    label: m.result_compare_option({ label: termLabel(group), count: responses }),
  });
  return (
    <>
      <Filters label={m.result_compare()}>
        <FilterSelect
          name="within"
          label={m.result_compare_group()}
          all={m.result_compare_all()}
          options={[...groups.filter(({ region }) => region), ...groups.filter(({ region }) => !region)].map(option)}
        />
      </Filters>
      {asked && !within && <Notice>{m.result_compare_unknown()}</Notice>}
      {within && (
        <p className="result-legend">
          <span>
            <svg viewBox="0 0 26 14" aria-hidden="true">
              <rect y="2" width="26" height="10" rx="5" />
            </svg>
            {termLabel(within)}
          </span>
          <span>
            <svg viewBox="0 0 26 14" aria-hidden="true">
              <rect x="11" width="4" height="14" />
            </svg>
            {m.result_legend_whole()}
          </span>
        </p>
      )}
      <p className="quiet">
        {m.result_compare_rule()} {within?.region && <Link to={paths.territory(within.key)}>{within.label}</Link>}
      </p>
    </>
  );
}

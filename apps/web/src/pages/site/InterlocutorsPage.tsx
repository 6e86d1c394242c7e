import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { longestRegister } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { HandoverStatus } from "../../features/handover/HandoverStatus.tsx";
import { InterlocutorCard } from "../../features/interlocutor/InterlocutorCard.tsx";
import type { InterlocutorsPage, InterlocutorsPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { chosen, keysOf, levelNames, termLabel } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Filters, FilterSelect, SearchField } from "../../ui/Filters.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { useRest } from "../../ui/useRest.tsx";
import { regionChoice, termChoice } from "../../shared/choices.tsx";
import { LevelFilter, RegionFilter } from "../../shared/OfficeFilters.tsx";

const query: TypedDocumentNode<InterlocutorsPage, InterlocutorsPageVariables> = gql`
  query InterlocutorsPage($filter: InterlocutorFilter!, $after: ID) {
    viewerCan {
      keepInterlocutors
    }
    interlocutors(filter: $filter, after: $after) {
      id
      level
      asks {
        id
      }
      handovers {
        id
        ...HandoverStatus_handover
      }
      ...InterlocutorCard_interlocutor
    }
    categories: terms(kind: INTERLOCUTOR_CATEGORY) {
      ...TermChoice_term @unmask
    }
    regions: territories(kind: REGION) {
      ...RegionChoice_territory @unmask
    }
  }
  ${InterlocutorCard.fragment}
  ${HandoverStatus.fragment}
  ${termChoice}
  ${regionChoice}
`;

const filterOf = (params: URLSearchParams) => {
  const get = (name: string) => params.get(name)?.trim() || null;
  return {
    level: chosen(levelNames, get("level")),
    category: get("category"),
    territory: get("territory"),
    search: get("q"),
  };
};

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { filter: filterOf(new URL(args.request.url).searchParams) });

/** The offices that can decide, by level, the nearest first; in each, those of whom most is asked. */
export function Component() {
  const { viewerCan, interlocutors: begun, categories, regions } = useReadQuery(useLoaderData<typeof loader>()).data;
  const client = useApolloClient();
  const [params] = useSearchParams();
  const { rest, control } = useRest({
    begun,
    most: longestRegister,
    async ask(after) {
      const variables = { filter: filterOf(params), after };
      return (await client.query({ query, variables, fetchPolicy: "network-only" })).data?.interlocutors;
    },
  });
  const interlocutors = [...begun, ...rest];
  const isFiltered = [...params.values()].some(Boolean);
  const levels = keysOf(levelNames).map((name) => ({
    name,
    offices: interlocutors
      .filter((one) => one.level === name)
      .toSorted((a, b) => b.handovers.length - a.handovers.length || b.asks.length - a.asks.length),
  }));
  return (
    <Ruled>
      <PageHead title={m.interlocutor_title()} lead={m.interlocutor_lead()} note={m.interlocutor_offices()}>
        <div className="cluster">
          <More to={paths.handovers()}>{m.interlocutor_board()}</More>
          {viewerCan.keepInterlocutors && (
            <ButtonLink small to={paths.interlocutorNew()}>
              {m.interlocutor_new()}
            </ButtonLink>
          )}
        </div>
      </PageHead>
      {(isFiltered || interlocutors.length > 0) && (
        <Row>
          <Filters label={m.interlocutor_filters()} search={<SearchField name="q" label={m.interlocutor_search()} />}>
            <LevelFilter />
            <FilterSelect
              name="category"
              label={m.interlocutor_field_category()}
              all={m.interlocutor_territory_all()}
              options={categories.map((term) => ({ value: term.key, label: termLabel(term) }))}
            />
            <RegionFilter regions={regions} />
          </Filters>
        </Row>
      )}
      {levels.map(
        ({ name, offices }) =>
          offices.length > 0 && (
            <Row heading={levelNames[name]()} margin={m.interlocutor_count({ count: offices.length })} key={name}>
              <ul className="cards">
                {offices.map((interlocutor) => (
                  <InterlocutorCard interlocutor={interlocutor} key={interlocutor.id}>
                    {interlocutor.handovers.map((handover) => (
                      <HandoverStatus handover={handover} key={handover.id} />
                    ))}
                  </InterlocutorCard>
                ))}
              </ul>
            </Row>
          ),
      )}
      {control && <Row>{control}</Row>}
      {levels.every(({ offices }) => !offices.length) && (
        <Row>
          {isFiltered ? (
            <Empty title={m.interlocutor_none()}>
              <More to={paths.interlocutors()}>{m.interlocutor_all()}</More>
            </Empty>
          ) : (
            <Empty title={m.interlocutor_none_yet()}>{m.interlocutor_none_yet_text()}</Empty>
          )}
        </Row>
      )}
    </Ruled>
  );
}

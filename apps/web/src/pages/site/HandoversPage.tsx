import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { longestRegister } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { HandoverCard } from "../../features/handover/HandoverCard.tsx";
import type { HandoversPage, HandoversPageVariables, HandoverState } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { chosen, keysOf, levelNames } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Empty } from "../../ui/Empty.tsx";
import { ListFeed } from "../../ui/FeedLink.tsx";
import { Filters, FilterSelect } from "../../ui/Filters.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { useRest } from "../../ui/useRest.tsx";
import styles from "./Chain.module.css";
import { regionChoice } from "../../shared/choices.tsx";
import { LevelFilter, RegionFilter } from "../../shared/OfficeFilters.tsx";
import { GroupChoice } from "../../shared/GroupChoice.tsx";
import { GroupFilter } from "../../shared/GroupFilter.tsx";
import { contentLang } from "../../i18n/content.ts";

const query: TypedDocumentNode<HandoversPage, HandoversPageVariables> = gql`
  query HandoversPage($filter: HandoverFilter!, $after: ID) {
    handovers(filter: $filter, after: $after) {
      id
      state
      ...HandoverCard_handover
    }
    carriedProposals {
      id
      slug
      number
      title
    }
    groups {
      ...GroupChoice_group @unmask
    }
    regions: territories(kind: REGION) {
      ...RegionChoice_territory @unmask
    }
  }
  ${GroupChoice.fragment}
  ${HandoverCard.fragment}
  ${regionChoice}
`;

/** In the order of what calls for something: silence first. */
const headings: Record<HandoverState, () => string> = {
  OVERDUE: m.handover_board_OVERDUE,
  HANDED_OVER: m.handover_board_HANDED_OVER,
  REPLIED: m.handover_board_REPLIED,
  DONE: m.handover_board_DONE,
  ABANDONED: m.handover_board_ABANDONED,
  CONTACTED: m.handover_board_CONTACTED,
  IDENTIFIED: m.handover_board_IDENTIFIED,
};

const filterOf = (params: URLSearchParams) => {
  const get = (name: string) => params.get(name)?.trim() || null;
  return {
    state: chosen(headings, get("state")),
    level: chosen(levelNames, get("level")),
    territory: get("territory"),
    proposal: get("proposal"),
    group: get("group"),
  };
};

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { filter: filterOf(new URL(args.request.url).searchParams) });

/** The public board of what was carried: who was asked what, by whom, and what came back, or did not. */
export function Component() {
  const { handovers: begun, carriedProposals, groups, regions } = useReadQuery(useLoaderData<typeof loader>()).data;
  const [params] = useSearchParams();
  const client = useApolloClient();
  const { rest, control } = useRest({
    begun,
    most: longestRegister,
    async ask(after) {
      const variables = { filter: filterOf(params), after };
      return (await client.query({ query, variables, fetchPolicy: "network-only" })).data?.handovers;
    },
  });
  const handovers = [...begun, ...rest];
  return (
    <Ruled>
      <ListFeed
        list="/handovers"
        title={m.handover_title()}
        filters={{
          territory: regions.find(({ slug }) => slug === params.get("territory"))?.name,
          proposal: carriedProposals.find(({ slug }) => slug === params.get("proposal"))?.title,
        }}
      />
      <PageHead title={m.handover_title()} lead={m.handover_lead()} />
      <Row margin={m.handover_count({ count: handovers.length })}>
        <Filters label={m.handover_filters()}>
          <GroupFilter groups={groups} />
          <FilterSelect
            name="state"
            label={m.handover_filter_state()}
            all={m.handover_filter_all()}
            options={keysOf(headings).map((value) => ({ value, label: headings[value]() }))}
          />
          <LevelFilter />
          <RegionFilter regions={regions} />
          <FilterSelect
            name="proposal"
            label={m.handover_filter_proposal()}
            all={m.interlocutor_territory_all()}
            options={carriedProposals.map(({ slug, number, title }) => ({
              value: slug,
              label: `${number}. ${title}`,
              lang: contentLang(),
            }))}
          />
        </Filters>
      </Row>
      {keysOf(headings).map((state) => {
        const those = handovers.filter((handover) => handover.state === state);
        return (
          those.length > 0 && (
            <Row heading={headings[state]()} margin={m.handover_count({ count: those.length })} key={state}>
              <ul className={styles.wide}>
                {those.map((handover) => (
                  <HandoverCard handover={handover} key={handover.id} />
                ))}
              </ul>
            </Row>
          )
        );
      })}
      {control && <Row>{control}</Row>}
      {!handovers.length && (
        <Row>
          {params.size > 0 ? (
            <Empty title={m.handover_none_here()}>
              <More to={paths.handovers()}>{m.handover_all()}</More>
            </Empty>
          ) : (
            <Empty title={m.handover_none()}>
              <More to={paths.proposals()}>{m.handover_none_out()}</More>
            </Empty>
          )}
        </Row>
      )}
      <Row>
        <div className="cluster">
          <More to={paths.proposals()}>{m.proposal_title()}</More>
          <More to={paths.interlocutors()}>{m.interlocutor_title()}</More>
        </div>
      </Row>
    </Ruled>
  );
}

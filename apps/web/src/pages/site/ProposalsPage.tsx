import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { HandoverStatus } from "../../features/handover/HandoverStatus.tsx";
import { ProposalCard } from "../../features/proposal/ProposalCard.tsx";
import type { ProposalsPage, ProposalsPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { chosen, keysOf, levelNames, proposalStateHeadings } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { objectiveChoice } from "../../shared/choices.tsx";
import { ReadTabs } from "../../shared/ReadTabs.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Filters, FilterSelect, SearchField } from "../../ui/Filters.tsx";
import { feedOf, ListFeed } from "../../ui/FeedLink.tsx";
import { More } from "../../ui/More.tsx";
import { Pager } from "../../ui/Pager.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import styles from "./Chain.module.css";
import { GroupChoice } from "../../shared/GroupChoice.tsx";
import { GroupFilter } from "../../shared/GroupFilter.tsx";
import { contentLang } from "../../i18n/content.ts";

const query: TypedDocumentNode<ProposalsPage, ProposalsPageVariables> = gql`
  query ProposalsPage($filter: ProposalFilter!, $after: String) {
    proposals(filter: $filter, after: $after) {
      states {
        state
        count
      }
      nodes {
        id
        state
        handovers {
          id
          ...HandoverStatus_handover
        }
        ...ProposalCard_proposal
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
    groups {
      ...GroupChoice_group @unmask
      objectives {
        ...ObjectiveChoice_objective @unmask
      }
    }
  }
  ${GroupChoice.fragment}
  ${ProposalCard.fragment}
  ${HandoverStatus.fragment}
  ${objectiveChoice}
`;

export const loader = (args: LoaderFunctionArgs) => {
  const params = new URL(args.request.url).searchParams;
  const get = (name: string) => params.get(name)?.trim() || null;
  const state = chosen(proposalStateHeadings, get("state"));
  const filter = {
    states: state && [state],
    objective: get("objective"),
    group: get("group"),
    level: chosen(levelNames, get("level")),
    search: get("q"),
  };
  return preload(args, query, { filter, after: get("after") });
};

/** Proposals by state; filtered by origin, by who can decide, by words. */
export function Component() {
  const { proposals, groups } = useReadQuery(useLoaderData<typeof loader>()).data;
  const [params] = useSearchParams();
  const isFiltered = params.size > 0;
  const counts = new Map(proposals.states.map(({ state, count }) => [state, count]));
  return (
    <Ruled>
      <PageHead title={m.proposal_title()} lead={m.proposal_lead()}>
        <ReadTabs />
        <ListFeed list="/proposals" title={m.proposal_title()} />
      </PageHead>
      {(counts.size > 0 || isFiltered) && (
        <Row>
          <Filters label={m.proposal_filters()} search={<SearchField name="q" label={m.proposal_search()} />}>
            <GroupFilter groups={groups} />
            <FilterSelect
              name="objective"
              label={m.proposal_objective()}
              all={m.proposal_objective_all()}
              options={groups
                .flatMap(({ objectives }) => objectives)
                .map(({ slug, number, name }) => ({ value: slug, label: `${number}. ${name}`, lang: contentLang() }))}
            />
            <FilterSelect
              name="level"
              label={m.proposal_level()}
              all={m.proposal_level_all()}
              options={keysOf(levelNames).map((value) => ({ value, label: levelNames[value]() }))}
            />
            <FilterSelect
              name="state"
              label={m.proposal_state()}
              all={m.proposal_objective_all()}
              options={keysOf(proposalStateHeadings).map((value) => ({ value, label: proposalStateHeadings[value]() }))}
            />
          </Filters>
        </Row>
      )}
      {keysOf(proposalStateHeadings).map((state) => {
        const those = proposals.nodes.filter((proposal) => proposal.state === state);
        return (
          those.length > 0 && (
            <Row
              heading={proposalStateHeadings[state]()}
              margin={m.proposal_count({ count: counts.get(state) ?? those.length })}
              key={state}
            >
              <ul className={styles.wide}>
                {those.map((proposal) => (
                  <ProposalCard proposal={proposal} key={proposal.id}>
                    {proposal.handovers.map((handover) => (
                      <HandoverStatus handover={handover} key={handover.id} />
                    ))}
                  </ProposalCard>
                ))}
              </ul>
            </Row>
          )
        );
      })}
      {(proposals.pageInfo.hasNextPage || params.has("after")) && (
        <Row>
          <Pager pageInfo={proposals.pageInfo} label={m.proposal_title()} />
        </Row>
      )}
      {!proposals.nodes.length && (
        <Row>
          <Empty title={isFiltered ? m.proposal_none() : m.proposal_none_yet()}>
            {!isFiltered && <p>{m.proposal_none_yet_text()}</p>}
            {isFiltered ? (
              <More to={paths.proposals()}>{m.contribution_none_out()}</More>
            ) : (
              <More to={paths.contributions()}>{m.contribution_title()}</More>
            )}
          </Empty>
        </Row>
      )}
      <Row>
        <div className="cluster">
          <More to={paths.handovers()}>{m.handover_title()}</More>
          <More to={paths.interlocutors()}>{m.interlocutor_title()}</More>
          <More to={paths.initiatives()}>{m.initiative_title()}</More>
          <More to={paths.coherence()}>{m.coherence_link()}</More>
          <More to={paths.languageKit()}>{m.languageKit_title()}</More>
          {counts.size > 0 && <More to="/presentation">{m.production_presentation_title()}</More>}
          <a href={feedOf("/proposals/news.atom")}>{m.news_feed()}</a>
        </div>
      </Row>
    </Ruled>
  );
}

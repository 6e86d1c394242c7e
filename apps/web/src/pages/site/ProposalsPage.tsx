import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData, useSearchParams } from "react-router-dom";
import { HandoverStatus } from "../../features/handover/HandoverStatus.tsx";
import { ProposalCard } from "../../features/proposal/ProposalCard.tsx";
import type { ProposalsPage, ProposalsPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { keysOf, levelNames, proposalStateHeadings } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { ReadTabs } from "../../shared/ReadTabs.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Filters, FilterSelect } from "../../ui/Filters.tsx";
import { FeedLink, feedOf } from "../../ui/FeedLink.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import styles from "./Chain.module.css";

const query: TypedDocumentNode<ProposalsPage, ProposalsPageVariables> = gql`
  query ProposalsPage {
    proposals {
      id
      state
      objectives {
        id
        slug
        number
        name
      }
      asks {
        id
        interlocutor {
          id
          level
        }
      }
      handovers {
        id
        ...HandoverStatus_handover
      }
      ...ProposalCard_proposal
    }
  }
  ${ProposalCard.fragment}
  ${HandoverStatus.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** Proposals by state; filtered by origin and by who can decide. */
export function Component() {
  const { proposals } = useReadQuery(useLoaderData<typeof loader>()).data;
  const [params] = useSearchParams();
  const objective = params.get("objective") ?? "";
  const level = params.get("level") ?? "";
  const objectives = new Map(proposals.flatMap((proposal) => proposal.objectives.map((one) => [one.slug, one])));
  const shown = proposals.filter(
    (proposal) =>
      (!objective || proposal.objectives.some(({ slug }) => slug === objective)) &&
      (!level || proposal.asks.some(({ interlocutor }) => interlocutor.level === level)),
  );
  return (
    <Ruled>
      <PageHead title={m.proposal_title()} lead={m.proposal_lead()}>
        <ReadTabs />
        <FeedLink path="/proposals/news.atom" title={m.news_title()} />
        <div className="cluster">
          <a href={feedOf("/proposals/news.atom")}>{m.news_feed()}</a>
          <More to="/presentation">{m.production_presentation_title()}</More>
          <More to={paths.handovers()}>{m.handover_title()}</More>
          <More to={paths.interlocutors()}>{m.interlocutor_title()}</More>
          <More to={paths.initiatives()}>{m.initiative_title()}</More>
          <More to={paths.coherence()}>{m.coherence_link()}</More>
          <More to={paths.languageKit()}>{m.languageKit_title()}</More>
        </div>
      </PageHead>
      {proposals.length > 0 && (
        <Row>
          <Filters label={m.proposal_filters()}>
            <FilterSelect
              name="objective"
              label={m.proposal_objective()}
              all={m.proposal_objective_all()}
              options={[...objectives.values()]
                .toSorted((a, b) => a.number - b.number)
                .map(({ slug, number, name }) => ({ value: slug, label: `${number}. ${name}` }))}
            />
            <FilterSelect
              name="level"
              label={m.proposal_level()}
              all={m.proposal_level_all()}
              options={keysOf(levelNames).map((value) => ({ value, label: levelNames[value]() }))}
            />
          </Filters>
        </Row>
      )}
      {keysOf(proposalStateHeadings).map((state) => {
        const those = shown.filter((proposal) => proposal.state === state);
        return (
          those.length > 0 && (
            <Row
              heading={proposalStateHeadings[state]()}
              margin={m.proposal_count({ count: those.length })}
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
      {!shown.length && (
        <Row>
          <Empty title={proposals.length ? m.proposal_none() : m.proposal_none_yet()}>
            {!proposals.length && <p>{m.proposal_none_yet_text()}</p>}
            {proposals.length ? (
              <More to={paths.proposals()}>{m.contribution_none_out()}</More>
            ) : (
              <More to={paths.contributions()}>{m.contribution_title()}</More>
            )}
          </Empty>
        </Row>
      )}
    </Ruled>
  );
}

import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { ContributionCard } from "../../features/contribution/ContributionCard.tsx";
import { MeetingCard, MeetingList } from "../../features/meeting/MeetingCard.tsx";
import { Fed } from "../../features/territory/Fed.tsx";
import { RegionalGroups } from "../../features/territory/RegionalGroups.tsx";
import { TerritoryHead } from "../../features/territory/TerritoryHead.tsx";
import { TerritoryNames } from "../../features/territory/TerritoryNames.tsx";
import type { TerritoryPage, TerritoryPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";
import { Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<TerritoryPage, TerritoryPageVariables> = gql`
  query TerritoryPage($slug: String!) {
    territory(slug: $slug) {
      id
      slug
      responseCount
      unpublishedCount
      ...TerritoryHead_territory
      ...Fed_territory
      contributions(first: 6) {
        nodes {
          id
          ...ContributionCard_contribution
        }
        totalCount
      }
      meetings {
        id
        ...MeetingCard_meeting
      }
      initiatives {
        id
        slug
        name
        summary
      }
      regionalGroups {
        ...RegionalGroups_regionalGroup @unmask
      }
      departments {
        id
        slug
        name
      }
    }
    group {
      id
      openQuestionnaire {
        id
        slug
        estimatedMinutes
      }
      coverage {
        ...TerritoryHead_coverage @unmask
      }
    }
  }
  ${TerritoryHead.fragments.territory}
  ${TerritoryHead.fragments.coverage}
  ${Fed.fragment}
  ${ContributionCard.fragment}
  ${MeetingCard.fragment}
  ${RegionalGroups.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { slug: args.params.slug! }, "territory");

/** A territory: what is said there, what it fed in the whole country, who to join. */
export function Component() {
  const { territory, group } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { slug, responseCount, contributions, meetings, initiatives, regionalGroups, departments } = territory!;
  const open = group?.openQuestionnaire;
  const answer = open && (
    <ButtonLink primary to={paths.questionnaire(open.slug)}>
      {m.territory_answer_from()} <Icon name="arrow" />
    </ButtonLink>
  );
  return (
    <Ruled>
      <TerritoryHead territory={territory!} coverage={group?.coverage.regions ?? []}>
        {answer}
      </TerritoryHead>
      <Row heading={m.territory_said()} margin={m.territory_contribution_count({ count: contributions.totalCount })}>
        {contributions.nodes.length > 0 ? (
          <>
            <ul className="cards">
              {contributions.nodes.map((contribution) => (
                <ContributionCard contribution={contribution} key={contribution.id} />
              ))}
            </ul>
            <More to={paths.contributions({ territory: slug })}>{m.territory_read_all()}</More>
          </>
        ) : (
          <Empty title={responseCount ? m.territory_said_none_published() : m.territory_said_none()}>
            <p>{m.territory_said_none_text()}</p>
          </Empty>
        )}
      </Row>
      <Row heading={m.territory_fed()} note={m.territory_fed_note()}>
        <Fed territory={territory!} />
      </Row>
      <Row heading={m.territory_meetings()}>
        {meetings.length > 0 ? (
          <MeetingList meetings={meetings} />
        ) : (
          <Empty title={m.territory_meetings_none()}>
            <p>{m.territory_meetings_none_text()}</p>
            <More to={paths.documents()}>{m.territory_meetings_kit()}</More>
          </Empty>
        )}
      </Row>
      {initiatives.length > 0 && (
        <Row heading={m.territory_initiatives()} margin={`${initiatives.length}`}>
          <ul className="cards">
            {initiatives.map((initiative) => (
              <Card as="li" key={initiative.id}>
                <h3>
                  <Link to={paths.initiative(initiative.slug)}>{initiative.name}</Link>
                </h3>
                <p className="quiet">{initiative.summary}</p>
              </Card>
            ))}
          </ul>
        </Row>
      )}
      {regionalGroups.length > 0 && (
        <Row heading={m.territory_join()} note={m.territory_groups_note()}>
          <RegionalGroups groups={regionalGroups} />
        </Row>
      )}
      <Row heading={departments.length > 0 ? m.territory_departments() : undefined}>
        {departments.length > 0 && (
          <Disclosure summary={m.territory_departments_show()} open={departments.length < 9}>
            <TerritoryNames territories={departments} />
          </Disclosure>
        )}
        <More to={paths.territories()}>{m.territory_all()}</More>
      </Row>
    </Ruled>
  );
}

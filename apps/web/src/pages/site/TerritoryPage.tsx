import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Fragment, type ReactNode } from "react";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { useInstance } from "../../frame/instance.ts";
import { MeetingCard, MeetingList } from "../../features/meeting/MeetingCard.tsx";
import { TerritoryPositions } from "../../features/minority/TerritoryPositions.tsx";
import { JoinGroup } from "../../features/regionalGroup/JoinGroup.tsx";
import { Referent } from "../../features/regionalGroup/Referent.tsx";
import { Fed, FedKeyPoints } from "../../features/territory/Fed.tsx";
import { Nearest } from "../../features/territory/Nearest.tsx";
import { nearestHeard } from "../../features/territory/nearest.ts";
import { TerritoryHead } from "../../features/territory/TerritoryHead.tsx";
import { TerritoryNames } from "../../features/territory/TerritoryNames.tsx";
import { WatchLink } from "../../features/watch/WatchLink.tsx";
import type { TerritoryPage, TerritoryPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";
import { Download } from "../../ui/Download.tsx";
import { Fold, Folds } from "../../ui/Part.tsx";
import { Row, Ruled } from "../../ui/Ruled.tsx";
import { askAnchor, FedRows, isCarried, SaidRows } from "./TerritoryRows.tsx";
import { Elsewhere, groupOf, isSilent, Meet, NothingSaid, SetAside } from "./TerritoryParts.tsx";
import { contentLang } from "../../i18n/content.ts";
import { TitleLink } from "../../shared/TitleLink.tsx";

const query: TypedDocumentNode<TerritoryPage, TerritoryPageVariables> = gql`
  query TerritoryPage($slug: String!) {
    territory(slug: $slug) {
      id
      slug
      kind
      code
      region {
        id
        code
      }
      responseCount
      unpublishedCount
      ...TerritoryHead_territory
      ...Fed_territory
      name
      hasReferent
      keyPointCount
      proposalCount
      fed {
        ...FedRows_fed @unmask
      }
      minorityPositions {
        ...TerritoryPositions_position @unmask
      }
      ...Referent_territory @unmask
      viewerCan {
        openGroup
        announceMeetings
      }
      contributions(first: 6) {
        nodes {
          id
          ...SaidRows_contribution @unmask
        }
        totalCount
      }
      meetings {
        id
        slug
        title
        state
        startsAt
        ...MeetingCard_meeting
      }
      initiatives {
        id
        slug
        name
        summary
      }
      regionalGroups {
        territory {
          id
        }
        ...JoinGroup_group @unmask
      }
      departments {
        id
        slug
        name
      }
    }
    setAside: contributions(filter: { territory: $slug, notRetained: true }, first: 4) {
      totalCount
      nodes {
        id
        body
        trail {
          notRetained {
            reason
            note
          }
        }
      }
    }
    viewer {
      id
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
  ${FedRows.fragment}
  ${TerritoryPositions.fragment}
  ${SaidRows.fragment}
  ${MeetingCard.fragment}
  ${JoinGroup.fragment}
  ${Referent.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { slug: args.params.slug! }, "territory");

/** « 8 points clefs, 2 propositions et 1 demande portée viennent aussi d’ici. »: each count leads to what it counts. */
function fedInWords({ keyPointCount, proposalCount, fed }: NonNullable<TerritoryPage["territory"]>): ReactNode {
  if (keyPointCount + proposalCount === 0) return m.territory_fed_none();
  const [keyPoints, proposals, handovers] = ["\uE000", "\uE001", "\uE002"];
  // They are counted where all of its proposals are there.
  const carried =
    fed.length === proposalCount ? fed.flatMap(({ proposal }) => proposal.handovers).filter(isCarried) : [];
  const counts: Record<string, ReactNode> = {
    [keyPoints]: linked("#key-points", keyPointCount, m.territory_fed_key_points({ count: keyPointCount })),
    [proposals]: linked("#fed", proposalCount, m.territory_fed_proposals({ count: proposalCount })),
    [handovers]: linked(askedAt(carried), carried.length, m.territory_fed_handovers({ count: carried.length })),
  };
  const sentence =
    carried.length > 0
      ? m.territory_fed_sentence_carried({ keyPoints, proposals, handovers })
      : m.territory_fed_sentence({ keyPoints, proposals });
  return sentence
    .split(/([\uE000-\uE002])/)
    .map((some) => (counts[some] ? <Fragment key={some}>{counts[some]}</Fragment> : some));
}

/** An ask alone is led to; of several, the first that stands below. */
const askedAt = ([first, ...others]: { id: string }[]) =>
  first ? (others.length > 0 ? `#${askAnchor(first)}` : paths.handover(first.id)) : "";

const linked = (to: string, count: number, words: string) => (count > 0 ? <Link to={to}>{words}</Link> : words);

/** Its latest words, those that stand above left out: the same are not shown twice. */
function notAbove({ contributions: { nodes }, fed }: NonNullable<TerritoryPage["territory"]>) {
  const above = new Set(fed.flatMap(({ passages }) => passages.map(({ contribution }) => contribution.id)));
  const others = nodes.filter(({ id }) => !above.has(id));
  return (others.length > 0 ? others : nodes).slice(0, 3);
}

/** That no word came, and what one may do there today. */
const silence = (open: boolean) =>
  `${m.territory_silent_lead()} ${open ? m.territory_said_none_text() : m.territory_said_none_closed()}`;

/** A territory: what is said there, what it fed in the whole country, who to join. */
export function Component() {
  const { territory, group, setAside, viewer } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { slug, contributions, meetings, initiatives, departments } = territory!;
  const { france } = useInstance();
  const open = group?.openQuestionnaire;
  const { joined, held } = groupOf(territory!) ?? {};
  const silent = isSilent(territory!);
  const regions = group?.coverage.regions ?? [];
  const near = silent && france ? nearestHeard((territory!.region ?? territory!).code, regions) : [];
  const answer = open && (
    <ButtonLink primary to={paths.questionnaire(open.slug)}>
      {m.territory_answer_from()} <Icon name="arrow" />
    </ButtonLink>
  );
  const folds = (
    <>
      <TerritoryPositions positions={territory!.minorityPositions} />
      {initiatives.length > 0 && (
        <Fold heading={m.territory_initiatives()} note={initiatives.length}>
          <ul className="cards">
            {initiatives.map((initiative) => (
              <Card as="li" key={initiative.id}>
                <h4>
                  <TitleLink to={paths.initiative(initiative.slug)}>{initiative.name}</TitleLink>
                </h4>
                <p className="quiet" lang={contentLang()}>
                  {initiative.summary}
                </p>
              </Card>
            ))}
          </ul>
        </Fold>
      )}
      {departments.length > 0 && (
        <Fold heading={france ? m.territory_departments() : m.territory_within()} note={departments.length}>
          <TerritoryNames territories={departments} />
        </Fold>
      )}
    </>
  );
  return (
    <Ruled>
      <TerritoryHead territory={territory!} coverage={regions} lead={silent ? silence(!!open) : fedInWords(territory!)}>
        {answer}
        {!joined && !held && (
          <ButtonLink small to="#group">
            {m.territory_join()}
          </ButtonLink>
        )}
        <WatchLink small kind="TERRITORY" id={territory!.id} page={paths.territory(slug)} />
      </TerritoryHead>
      {silent ? (
        // Its head says that no word came, and what one may do: what words fed and what is said there say no more.
        <Row heading={near.length > 0 && m.territory_nearest()}>
          {near.length > 0 ? <Nearest regions={near} /> : <Elsewhere slug={slug} />}
          <Folds>{folds}</Folds>
        </Row>
      ) : (
        <Row id="fed" heading={m.territory_fed()} margin={m.territory_fed_note()}>
          {territory!.fed.length > 0 ? <FedRows slug={slug} fed={territory!.fed} /> : <Fed territory={territory!} />}
          <Folds>
            {territory!.fed.length > 0 && <FedKeyPoints territory={territory!} />}
            {folds}
          </Folds>
        </Row>
      )}
      <SetAside slug={slug} setAside={setAside} />
      {!silent && (
        <Row heading={m.territory_said()} margin={m.territory_contribution_count({ count: contributions.totalCount })}>
          {contributions.nodes.length > 0 ? (
            <>
              <SaidRows contributions={notAbove(territory!)} />
              <p className="cluster">
                <More to={paths.contributions({ territory: slug })}>{m.territory_read_all()}</More>
                <More to={paths.organisations({ territory: slug })}>{m.organisation_title()}</More>
                <More to={paths.territories()}>{m.territory_all()}</More>
              </p>
            </>
          ) : (
            <NothingSaid territory={territory!} open={!!open} />
          )}
        </Row>
      )}
      <Meet territory={territory!} signedIn={!!viewer} />
      {meetings.length > 0 && (
        <Row heading={m.territory_meetings()}>
          <MeetingList meetings={meetings} />
          <More to={paths.meetings({ territory: slug })}>{m.meeting_all_meetings()}</More>
          <Download href={`${paths.territory(slug)}/calendar.ics`}>{m.schedule_ics()}</Download>
        </Row>
      )}
    </Ruled>
  );
}

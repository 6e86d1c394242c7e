import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { lazy, Suspense } from "react";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { VoiceCard } from "../../features/contribution/VoiceCard.tsx";
import { Chain } from "../../features/home/Chain.tsx";
import { Coverage } from "../../features/home/Coverage.tsx";
import { cameToSomething, Followed } from "../../features/home/Followed.tsx";
import styles from "../../features/home/Home.module.css";
import { Now } from "../../features/home/Now.tsx";
import { Questions } from "../../features/home/Questions.tsx";
import { MeetingBrief } from "../../features/meeting/MeetingBrief.tsx";
import { AnswerLink } from "../../features/questionnaire/AnswerLink.tsx";
import { linesOf } from "../../features/schedule/lines.ts";
import { WeekQuestion } from "../../features/weekQuestion/WeekQuestion.tsx";
import type { HomePage, HomePageVariables } from "../../graphql/operations.generated.ts";
import { useViewer } from "../../graphql/instance.tsx";
import { preload } from "../../graphql/preload.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Fate } from "../../shared/Fate.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { useDeviceValue } from "../../ui/device.ts";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { GroupChoice, groupIn } from "../../shared/GroupChoice.tsx";
import { milestoneLine, objectiveStanding } from "../../shared/calendarLine.tsx";
import { HomeNews } from "./HomeNews.tsx";

// Most readers have sent nothing from this device, and hold no role.
const Returned = lazy(async () => ({ default: (await import("../../features/response/Returned.tsx")).Returned }));
const OfTeam = lazy(async () => ({ default: (await import("../../features/matter/OfTeam.tsx")).OfTeam }));
// Most sites have one group.
const HomeNone = lazy(async () => ({ default: (await import("./HomeNone.tsx")).HomeNone }));
const HomeGroups = lazy(async () => ({ default: (await import("./HomeGroups.tsx")).HomeGroups }));

const query: TypedDocumentNode<HomePage, HomePageVariables> = gql`
  query HomePage($group: String, $language: Language!) {
    instance {
      today
    }
    viewerCan {
      launchGroups
    }
    groups {
      archivedOn
      openQuestionnaire {
        id
        slug
        title
      }
      ...GroupChoice_group @unmask
    }
    group(slug: $group) {
      id
      slug
      name
      theme {
        id
        slug
        number
        title
        axis {
          id
          name
        }
      }
      openQuestionnaire {
        id
        slug
        estimatedMinutes
        closesAt
        objective {
          id
        }
      }
      figures {
        responses
        ...Chain_figures @unmask
      }
      coverage {
        ...Coverage_coverage @unmask
      }
      fate {
        ...Fate_fate @unmask
      }
      objectives {
        ...ObjectiveStanding_objective @unmask
        question
        questionnaire {
          id
          opensAt
          closesAt
        }
      }
      voices {
        id
        ...Followed_contribution @unmask
        ...VoiceCard_contribution
      }
      milestones {
        state
        ...CalendarLine_milestone @unmask
      }
      nextMeeting {
        id
        ...MeetingBrief_meeting
      }
      ...HomeNews_group @unmask
      ...WeekQuestion_group @unmask
    }
  }
  ${Chain.fragment}
  ${GroupChoice.fragment}
  ${Coverage.fragment}
  ${Followed.fragment}
  ${VoiceCard.fragment}
  ${MeetingBrief.fragment}
  ${HomeNews.fragment}
  ${WeekQuestion.fragment}
  ${Fate.fragment}
  ${milestoneLine}
  ${objectiveStanding}
`;

type Group = NonNullable<HomePage["group"]>;

/** Somebody has spoken: there are words to read, and places that they come from. */
const begun = ({ figures }: Group) => figures.responses + figures.contributions > 0;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { group: groupIn(args.request.url), language: getLocale() });

/** Home: the purpose of the work, its state, the question of the day, and its results. */
export function Component() {
  const { group, groups, instance, viewerCan } = useReadQuery(useLoaderData<typeof loader>()).data;
  if (!group)
    return (
      <Suspense>
        <HomeNone launches={viewerCan.launchGroups} />
      </Suspense>
    );
  const { today } = instance;
  return (
    <Ruled>
      <Head group={group} groups={groups} today={today} />
      {groups.length > 1 && (
        <Suspense>
          <HomeGroups groups={groups} />
        </Suspense>
      )}
      <Row
        heading={m.home_calendar()}
        margin={formatDate(today, "short")}
        note={group.milestones.length > 0 && <Link to={paths.schedule()}>{m.home_calendar_all()}</Link>}
      >
        <Standing group={group} today={today} />
        {group.nextMeeting && <MeetingBrief meeting={group.nextMeeting} today={today} />}
      </Row>
      {begun(group) && <Voices group={group} />}
    </Ruled>
  );
}

interface HeadProps {
  group: Group;
  groups: HomePage["groups"];
  today: string;
}

const Head = ({ group, groups, today }: HeadProps) => {
  const { theme, openQuestionnaire, objectives, voices } = group;
  const open = objectives.find(({ id }) => id === openQuestionnaire?.objective.id);
  const followed = voices.find(cameToSomething);
  const example = followed && <Followed contribution={followed} />;
  const viewer = useViewer();
  const returned = useDeviceValue("receipts") ? <Returned otherwise={example} /> : example;
  return (
    <PageHead
      hero
      margin={<Link to={paths.theme(theme.slug)}>{m.home_theme(theme)}</Link>}
      note={
        <>
          {m.home_axis({ axis: theme.axis.name })} <Link to={paths.group(group.slug)}>{m.home_group()}</Link>
        </>
      }
      title={m.home_title({ theme: theme.title.split(",")[0]! })}
      tab={m.home_tab()}
      lead={<p>{m.home_lead()}</p>}
      aside={
        // For the team, the work that waits; for a device that answered, what became of the answer.
        (viewer || returned) && (
          <Suspense fallback={example}>{viewer ? <OfTeam otherwise={returned} /> : returned}</Suspense>
        )
      }
    >
      <GroupChoice groups={groups} chosen={group} />
      {open && openQuestionnaire ? (
        <Now objective={open} closesAt={openQuestionnaire.closesAt} today={today}>
          <AnswerLink questionnaire={openQuestionnaire} />
          <p className="quiet">{m.home_no_account()}</p>
        </Now>
      ) : (
        <ButtonLink to={begun(group) ? paths.contributions() : paths.questionnaires()} primary>
          {begun(group) ? m.home_read() : m.home_soon()}
        </ButtonLink>
      )}
      <WeekQuestion group={group} />
    </PageHead>
  );
};

/** State of each question of the group. */
const Standing = ({ group, today }: { group: Group; today: string }) => {
  const lines = new Map(linesOf({ ...group, meetings: [] }, today).map((line) => [line.key, line]));
  return (
    <Questions questions={group.objectives.map((objective) => ({ ...objective, line: lines.get(objective.id) }))} />
  );
};

/**
 * Words that went into a synthesis, what moved lately, from where people answered, and what the chain holds: before a
 * first word, a line of noughts.
 */
function Voices({ group }: { group: Group }) {
  const { voices, figures, coverage } = group;
  const { responses, contributions } = figures;
  const others = voices.filter((voice) => voice !== voices.find(cameToSomething)).slice(0, 2);
  return (
    <>
      <Row
        heading={m.home_voices()}
        margin={
          responses > 0 ? m.home_voices_margin({ count: responses }) : m.home_words_margin({ count: contributions })
        }
        note={others.some(({ passages }) => passages.length > 0) && m.home_voices_note()}
      >
        <div className={styles.voices}>
          <div className="flow">
            {others.length > 0 && (
              <ul className="cards">
                {others.map((contribution) => (
                  <VoiceCard contribution={contribution} key={contribution.id} />
                ))}
              </ul>
            )}
            <p>
              <More to={paths.contributions()}>{m.home_voices_all()}</More>
            </p>
            <HomeNews group={group} />
          </div>
          {/* Words that were brought, or that are not counted yet, make a map of zeros. */}
          {responses > 0 && <Coverage coverage={coverage} />}
        </div>
      </Row>
      <Row
        heading={m.home_chain()}
        margin={m.home_chain_margin()}
        aside={group.fate.texts > 0 && <Fate fate={group.fate} />}
      >
        <Chain figures={figures} objectives={group.objectives.length} />
        <div className="cluster">
          <span className="quiet">{m.home_limits()}</span>
          <More to={`/presentation?group=${group.slug}`}>{m.production_presentation_title()}</More>
        </div>
      </Row>
    </>
  );
}

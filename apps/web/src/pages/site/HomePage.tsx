import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { ContributionCard } from "../../features/contribution/ContributionCard.tsx";
import { Chain } from "../../features/home/Chain.tsx";
import { Coverage } from "../../features/home/Coverage.tsx";
import { Documents } from "../../features/home/Documents.tsx";
import styles from "../../features/home/Home.module.css";
import { Now } from "../../features/home/Now.tsx";
import { NextMeeting } from "../../features/meeting/NextMeeting.tsx";
import { AnswerLink } from "../../features/questionnaire/AnswerLink.tsx";
import { linesOf } from "../../features/schedule/lines.ts";
import { WeekQuestion } from "../../features/weekQuestion/WeekQuestion.tsx";
import type { HomePage, HomePageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { formatNumber } from "../../i18n/numbers.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { GroupChoice, groupIn } from "../../shared/GroupChoice.tsx";
import { Schedule } from "../../shared/Schedule.tsx";
import { HomeNews } from "./HomeNews.tsx";
import { HomeGroups } from "./HomeGroups.tsx";

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
      finalGoal
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
      objectives {
        # As calendarLine.tsx says them: one shared with other pages would be one more file to load first.
        id
        slug
        number
        name
        question
        state
        responseCount
        synthesis {
          id
          slug
        }
      }
      voices {
        id
        ...ContributionCard_contribution
      }
      milestones {
        id
        kind
        label
        startsOn
        endsOn
        doneOn
        objective {
          id
        }
      }
      meetings {
        id
        slug
        kind
        number
        startsAt
        state
      }
      nextMeeting {
        id
        startsAt
        ...NextMeeting_meeting
      }
      ...HomeNews_group @unmask
      ...WeekQuestion_group @unmask
    }
    documents {
      id
      ...Documents_document
    }
  }
  ${Chain.fragment}
  ${GroupChoice.fragment}
  ${Coverage.fragment}
  ${ContributionCard.fragment}
  ${NextMeeting.fragment}
  ${Documents.fragment}
  ${HomeNews.fragment}
  ${WeekQuestion.fragment}
`;

type Group = NonNullable<HomePage["group"]>;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { group: groupIn(args.request.url), language: getLocale() });

/** Home: the purpose of the work, its state, the question of the day, and its results. */
export function Component() {
  const { group, groups, instance, documents, viewerCan } = useReadQuery(useLoaderData<typeof loader>()).data;
  if (!group)
    return (
      <Ruled>
        <PageHead hero title={m.home_title_none()} lead={m.home_lead()} tab={m.home_tab()}>
          {viewerCan.launchGroups && (
            <p>
              <ButtonLink primary to="/groups/new">
                {m.home_launch()}
              </ButtonLink>
            </p>
          )}
        </PageHead>
      </Ruled>
    );
  const { today } = instance;
  const next = group.nextMeeting;
  return (
    <Ruled>
      <Head group={group} groups={groups} today={today} meetsAt={next?.startsAt ?? null} />
      {groups.length > 1 && <HomeGroups groups={groups} />}
      <Calendar group={group} today={today} />
      <HomeNews group={group} />
      <Voices group={group} />
      {(next || documents.length > 0) && (
        <Row
          heading={m.home_meet()}
          margin={next && formatDate(next.startsAt, "short")}
          note={next && m.home_meet_note()}
        >
          <div className={styles.pair}>
            {next && <NextMeeting meeting={next} today={today} />}
            <Documents documents={documents} />
          </div>
        </Row>
      )}
      <Row heading={m.home_chain()} margin={m.home_chain_margin()} note={m.home_chain_note()}>
        <Chain figures={group.figures} objectives={group.objectives.length} syntheses={paths.group(group.slug)} />
        <div className="cluster">
          <More to={`/presentation?group=${group.slug}`}>{m.production_presentation_title()}</More>
          <More to="/open-data">{m.openData_link()}</More>
        </div>
        <p className="quiet">{m.home_limits()}</p>
      </Row>
    </Ruled>
  );
}

interface HeadProps {
  group: Group;
  groups: HomePage["groups"];
  today: string;
  meetsAt: string | null;
}

const Head = ({ group, groups, today, meetsAt }: HeadProps) => {
  const { theme, finalGoal, openQuestionnaire, objectives, coverage } = group;
  const open = objectives.find(({ id }) => id === openQuestionnaire?.objective.id);
  return (
    <PageHead
      hero
      margin={<Link to={paths.theme(theme.slug)}>{m.home_theme({ number: theme.number })}</Link>}
      note={
        <>
          {m.home_axis({ axis: theme.axis.name })} <Link to={paths.group(group.slug)}>{m.home_group()}</Link>
        </>
      }
      title={m.home_title({ theme: theme.title.split(",")[0]! })}
      tab={m.home_tab()}
      lead={
        <>
          <p>
            <b>{m.home_goal()}</b>
            <span lang={contentLang()}>{finalGoal}.</span>
          </p>
          <p>{m.home_lead()}</p>
        </>
      }
      aside={<Coverage coverage={coverage} />}
    >
      <GroupChoice groups={groups} chosen={group} />
      <div className="cluster">
        {openQuestionnaire && <AnswerLink questionnaire={openQuestionnaire} />}
        <ButtonLink to={paths.contributions()} primary={!openQuestionnaire}>
          {m.home_read()}
        </ButtonLink>
      </div>
      <ul className={`cluster quiet ${styles.assets}`}>
        <li>
          <Icon name="person" size={18} />
          {m.home_no_account()}
        </li>
        <li>
          <Icon name="save" size={18} />
          {m.home_draft()}
        </li>
      </ul>
      {open && openQuestionnaire && (
        <Now objective={open} closesAt={openQuestionnaire.closesAt} meetsAt={meetsAt} today={today} />
      )}
      <WeekQuestion group={group} />
    </PageHead>
  );
};

/** The calendar is the spine: each objective is a line of it. */
const Calendar = ({ group, today }: { group: Group; today: string }) => {
  const { milestones, objectives } = group;
  const first = milestones[0];
  const end = milestones.findLast(({ kind }) => kind === "PRESENTATION") ?? milestones.at(-1);
  if (!first || !end) return null;
  const lines = linesOf(group, today).map((line) => {
    const objective = objectives.find(({ id }) => id === line.key);
    if (!objective) return line;
    return {
      ...line,
      label: (
        <Link to={paths.objective(objective.slug)} lang={contentLang()}>
          {objective.number}. {objective.question}
        </Link>
      ),
    };
  });
  return (
    <Row heading={m.home_calendar()} margin={formatDate(today, "short")} note={m.home_calendar_note()}>
      <Schedule wide label={m.home_calendar()} lines={lines} from={first.startsOn} to={end.endsOn} today={today} />
      <p>
        <More to={paths.schedule()}>{m.home_calendar_all()}</More>
      </p>
    </Row>
  );
};

/** Words that went into a synthesis, and where they went from there. */
const Voices = ({ group: { voices, figures } }: { group: Group }) =>
  voices.length > 0 && (
    <Row
      heading={m.home_voices()}
      margin={m.home_voices_margin({ count: formatNumber(figures.responses) })}
      note={m.home_voices_note()}
    >
      <ul className={`cards ${styles.voices}`}>
        {voices.slice(0, 3).map((contribution) => (
          <ContributionCard contribution={contribution} key={contribution.id} />
        ))}
      </ul>
      <p>
        <More to={paths.contributions()}>{m.home_voices_all()}</More>
      </p>
    </Row>
  );

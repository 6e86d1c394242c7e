import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { ended } from "@cahier/schema/text/ended";
import { getLocale } from "@cahier/schema/runtime";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { Figures } from "../../features/group/Figures.tsx";
import { MeansList } from "../../features/group/MeansList.tsx";
import { ObjectiveCard, ObjectiveList } from "../../features/group/ObjectiveCard.tsx";
import { NextMeeting } from "../../features/meeting/NextMeeting.tsx";
import { News } from "../../features/news/News.tsx";
import { openActions } from "../../features/meeting/OpenActions.tsx";
import { CoverageNote } from "../../features/objective/CoverageNote.tsx";
import { GroupTeam } from "../../features/role/GroupTeam.tsx";
import { WatchLink } from "../../features/watch/WatchLink.tsx";
import { PastWeekQuestions } from "../../features/weekQuestion/PastWeekQuestions.tsx";
import { WeekQuestion } from "../../features/weekQuestion/WeekQuestion.tsx";
import type { GroupPage, GroupPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { EnterRehearsal } from "../../shared/EnterRehearsal.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { feedOf } from "../../ui/FeedLink.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional, Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { GroupFolds } from "./GroupFolds.tsx";

const query: TypedDocumentNode<GroupPage, GroupPageVariables> = gql`
  query GroupPage($slug: String!, $language: Language!) {
    group(slug: $slug) {
      id
      slug
      name
      finalGoal
      viewerCan {
        produce
        run
        rehearse
      }
      missions
      commitments
      smallTeam
      fictional
      state
      archivedOn
      preparing
      outcome
      rehearsal {
        begunAt
      }
      ...MeansList_group
      ...GroupTeam_group @unmask
      theme {
        id
        slug
        number
        axis {
          id
          name
        }
      }
      openQuestionnaire {
        id
        slug
        estimatedMinutes
      }
      objectives {
        id
        ...GroupObjectiveCard_objective
      }
      withdrawnObjectives {
        id
        slug
        name
        withdrawnOn
        withdrawnReason
      }
      figures {
        ...Figures_figures @unmask
      }
      coverage {
        ...CoverageNote_coverage @unmask
      }
      nextMeeting {
        id
        ...NextMeeting_meeting
      }
      news {
        id
        ...News_news @unmask
      }
      ...OpenActions_group @unmask
      ...WeekQuestion_group @unmask
      ...PastWeekQuestions_group @unmask
    }
    instance {
      today
    }
  }
  ${MeansList.fragment}
  ${GroupTeam.fragment}
  ${ObjectiveCard.fragment}
  ${Figures.fragment}
  ${CoverageNote.fragment}
  ${NextMeeting.fragment}
  ${News.fragment}
  ${openActions}
  ${WeekQuestion.fragment}
  ${PastWeekQuestions.fragment}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { slug: args.params.slug!, language: getLocale() }, "group");

/** The people at work on a theme: their goal first, then how, in what order, with whose words. */
export function Component() {
  const { group, instance } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { name, finalGoal, theme, openQuestionnaire, objectives, nextMeeting: next } = group!;
  return (
    <Ruled>
      <PageHead
        margin={m.theme_number(theme)}
        note={theme.axis.name}
        title={name}
        lang={contentLang()}
        lead={<p lang={contentLang()}>{ended(finalGoal)}</p>}
      >
        <div className="cluster">
          {openQuestionnaire && (
            <ButtonLink primary to={paths.questionnaire(openQuestionnaire.slug)}>
              {m.theme_answer({ minutes: openQuestionnaire.estimatedMinutes })} <Icon name="arrow" />
            </ButtonLink>
          )}
          <ButtonLink to={paths.schedule({ group: group!.slug })}>{m.theme_see_schedule()}</ButtonLink>
          {group!.viewerCan.produce && (
            <ButtonLink to={`/productions?group=${group!.slug}`}>{m.production_title()}</ButtonLink>
          )}
          {group!.viewerCan.run && <ButtonLink to={paths.groupRun(group!.slug)}>{m.theme_run_link()}</ButtonLink>}
          <WatchLink kind="GROUP" id={group!.id} page={paths.group(group!.slug)} />
          {group!.fictional && <Fictional />}
        </div>
        {group!.state === "PREPARING" && (
          <Notice>
            <p>{m.theme_preparing()}</p>
            {group!.viewerCan.run && <More to={`${paths.group(group!.slug)}/launch/open`}>{m.theme_prepare()}</More>}
            {group!.viewerCan.rehearse && group!.rehearsal && <EnterRehearsal group={group!.slug} />}
          </Notice>
        )}
        {group!.archivedOn && (
          <Notice tone="done">
            <p>
              <b>
                {(group!.preparing ? m.launch_set_aside : m.theme_archived)({ date: formatDate(group!.archivedOn) })}
              </b>
            </p>
            <p lang={contentLang()}>{group!.outcome}</p>
          </Notice>
        )}
        <WeekQuestion group={group!} />
        <PastWeekQuestions group={group!} />
      </PageHead>
      <Row id="objectives" heading={m.theme_objectives()}>
        <ObjectiveList objectives={objectives} />
      </Row>
      <Row heading={m.theme_chain()} note={m.theme_chain_note()}>
        <Figures figures={group!.figures} group={group!.slug} theme={group!.theme.slug} />
        <div className="cluster">
          <More to={`/presentation?group=${group!.slug}`}>{m.production_presentation_title()}</More>
          <More to={paths.documents({ group: group!.slug })}>{m.document_files()}</More>
          <More to={paths.notebooks({ group: group!.slug })}>{m.notebook_title()}</More>
          <More to={paths.exchanges()}>{m.exchange_link()}</More>
          <More to={paths.languageKit()}>{m.languageKit_title()}</More>
          <More to="/open-data">{m.openData_link()}</More>
        </div>
      </Row>
      {next && (
        <Row heading={m.meeting_next()}>
          <NextMeeting meeting={next} today={instance.today} />
        </Row>
      )}
      <Row heading={m.theme_heard()}>
        {group!.figures.responses > 0 ? (
          <CoverageNote coverage={group!.coverage} />
        ) : (
          <p className="quiet">{m.theme_heard_none()}</p>
        )}
        <div className="cluster">
          <More to={paths.territories()}>{m.theme_see_territories()}</More>
          <More to={paths.organisations()}>{m.organisation_title()}</More>
        </div>
      </Row>
      {group!.news.length > 0 && (
        <Row id="news" heading={m.news_title()}>
          <News news={group!.news} />
          <p>
            <a href={feedOf(`${paths.group(group!.slug)}/news.atom`)}>{m.news_feed()}</a>
          </p>
        </Row>
      )}
      <Row heading={m.theme_group_itself()}>
        {group!.smallTeam && <Notice>{m.theme_small_team_told()}</Notice>}
        <GroupFolds group={group!} />
      </Row>
    </Ruled>
  );
}

import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { AnswerCarrier } from "../../features/handover/AnswerCarrier.tsx";
import { AnswerCarrying } from "../../features/handover/FollowActs.tsx";
import { HandoverCard } from "../../features/handover/HandoverCard.tsx";
import { Mails } from "../../features/response/Mails.tsx";
import { receiptNews } from "../../features/response/NewsList.tsx";
import { OwnResponses } from "../../features/response/OwnResponses.tsx";
import { Chain } from "../../features/chain/Chain.tsx";
import { Introductions } from "../../features/exchange/Introductions.tsx";
import type { DeskPage, DeskPageVariables } from "../../graphql/operations.generated.ts";
import { Unsent } from "../../features/paper/Unsent.tsx";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { More } from "../../ui/More.tsx";
import { Row, Ruled } from "../../ui/Ruled.tsx";
import { DeskInbox } from "./DeskInbox.tsx";
import { DeskInstance } from "./DeskInstance.tsx";
import { DeskActions } from "./DeskActions.tsx";
import { DeskFiles } from "./DeskFiles.tsx";
import { DeskGroups } from "./DeskGroups.tsx";
import { DeskHead } from "./DeskHead.tsx";
import { DeskMeetings } from "./DeskMeetings.tsx";
import { DeskOrganisations } from "./DeskOrganisations.tsx";
import { DeskReading } from "./DeskReading.tsx";
import { DeskRoles } from "./DeskRoles.tsx";

const query: TypedDocumentNode<DeskPage, DeskPageVariables> = gql`
  query DeskPage($group: String, $after: String) {
    matters(after: $after) {
      ...DeskInbox_matters @unmask
    }
    viewer {
      id
      displayName
      toldByMail
      ...DeskOrganisations_viewer @unmask
      carrying {
        id
        carrierConsent
        ...HandoverCard_handover
      }
      carriersOfProposals {
        id
        consent
        proposal {
          id
          slug
          number
          title
        }
      }
      responses {
        code
        receivedOn
        ...ReceiptNews_receipt @unmask
        questionnaire {
          id
          number
          title
        }
      }
    }
    viewerCan {
      keepInterlocutors
      read
      judgeInitiatives
      importTexts
      compose
      announceMeetings
      giveRoles
      runInstance
    }
    ...DeskGroups_query @unmask
    ...DeskActions_query @unmask
    exchangeDesk {
      ...Introductions_desk @unmask
    }
    group(slug: $group) {
      id
      slug
      nextMeeting {
        id
        slug
        title
        startsAt
      }
      ...Chain_group @unmask
      viewerCan {
        produce
        keepSchedule
      }
      objectives {
        id
        questionnaire {
          id
          slug
          number
          title
          state
          paperCount
          groupCount
          groupPeople
          viewerCan {
            readResults
            enterPaper
            export
          }
          ...DeskFiles_questionnaire @unmask
        }
      }
    }
  }
  ${DeskInbox.fragment}
  ${Chain.fragment}
  ${Introductions.fragment}
  ${DeskOrganisations.fragment}
  ${DeskGroups.fragment}
  ${DeskFiles.fragment}
  ${HandoverCard.fragment}
  ${receiptNews}
  ${DeskActions.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => {
  const { searchParams: chosen } = new URL(args.request.url);
  return preload(args, query, { group: chosen.get("group"), after: chosen.get("after") }, "viewer");
};

/** Desk of a signed-in person: waiting matters, the chain of their group, then a link to all they may do. */
export function Component() {
  const {
    viewer,
    viewerCan: can,
    group,
    exchangeDesk,
    groups,
    matters,
  } = useReadQuery(useLoaderData<typeof loader>()).data;
  const questionnaires = (group?.objectives ?? []).flatMap(({ questionnaire }) =>
    questionnaire && questionnaire.state !== "SCHEDULED" ? [questionnaire] : [],
  );
  return (
    <Ruled>
      <DeskHead matters={matters} group={group} />
      <DeskInbox matters={matters} next={group?.nextMeeting ?? null} groups={groups.length > 1} />
      {group?.chain && <Chain chain={group.chain} />}
      <DeskGroups groups={groups} launches={can.launchGroups} />
      <Row heading={m.desk_responses()} margin={m.trail_notebook()} note={m.desk_responses_note()}>
        <OwnResponses responses={viewer!.responses} />
        {viewer!.responses.length > 0 && <Mails told={viewer!.toldByMail} />}
      </Row>
      {viewer!.carrying.length > 0 && (
        <Row heading={m.desk_carrying()} margin={m.handover_count({ count: viewer!.carrying.length })} id="carrying">
          <p>{m.desk_carrying_lead()}</p>
          <ul className="cards">
            {viewer!.carrying.map((handover) => (
              <HandoverCard handover={handover} key={handover.id}>
                <AnswerCarrying id={handover.id} consent={handover.carrierConsent} />
              </HandoverCard>
            ))}
          </ul>
        </Row>
      )}
      {viewer!.carriersOfProposals.length > 0 && (
        <Row heading={m.scaffold_carried()}>
          <ul className="flow">
            {viewer!.carriersOfProposals.map(({ id, consent, proposal }) => (
              <li key={id}>
                <Link to={paths.proposal(proposal.slug)}>{`${proposal.number}. ${proposal.title}`}</Link>
                <AnswerCarrier id={id} consent={consent} />
              </li>
            ))}
          </ul>
        </Row>
      )}
      {can.keepInterlocutors && (
        <Row heading={m.desk_register()}>
          <p>{m.desk_register_lead()}</p>
          <p className="cluster">
            <ButtonLink to={paths.interlocutors()}>{m.interlocutor_title()}</ButtonLink>
            <ButtonLink to={paths.handovers()}>{m.handover_title()}</ButtonLink>
          </p>
        </Row>
      )}
      <DeskOrganisations {...viewer!} />
      <Row heading={m.exchange_desk()} id="exchanges">
        <p>{m.exchange_desk_lead()}</p>
        {exchangeDesk && <Introductions desk={exchangeDesk} />}
        <div className="cluster">
          <ButtonLink to={paths.exchangeWrite()}>{m.exchange_post()}</ButtonLink>
          <More to={paths.exchanges()}>{m.exchange_desk_go()}</More>
        </div>
      </Row>
      <DeskReading can={can} group={group?.slug} />
      <DeskActions groups={groups} read={can.read ? group?.id : undefined} />
      {can.announceMeetings && <DeskMeetings schedule={group?.viewerCan.keepSchedule ? group.slug : null} />}
      {can.giveRoles && <DeskRoles />}
      {can.runInstance && <DeskInstance />}
      {group?.viewerCan.produce && (
        <Row heading={m.production_title()}>
          <p>{m.production_desk_lead()}</p>
          <p>
            <ButtonLink to="/productions">{m.production_desk_go()}</ButtonLink>
          </p>
        </Row>
      )}
      {questionnaires.some(({ viewerCan }) => viewerCan.enterPaper) && (
        <Row heading={m.desk_paper()}>
          <p>{m.desk_paper_lead()}</p>
          <Unsent personId={viewer!.id} />
          <ul className="cards">
            {questionnaires.map(({ id, slug, number, title, paperCount, groupCount, groupPeople }) => (
              <Card as="li" key={id}>
                <h3>{m.questionnaire_number({ number })}</h3>
                <p lang={contentLang()}>{title}</p>
                {paperCount > 0 && <p className="quiet">{m.paper_paper_count({ count: paperCount })}</p>}
                {groupCount > 0 && (
                  <p className="quiet">{m.paper_group_count({ count: groupCount, people: groupPeople })}</p>
                )}
                <More to={paths.paper(slug)}>{m.desk_paper()}</More>
              </Card>
            ))}
          </ul>
        </Row>
      )}
      {questionnaires.some(({ viewerCan }) => viewerCan.readResults) && (
        <Row heading={m.desk_results()}>
          <p>{m.desk_results_lead()}</p>
          <ul className="cards">
            {questionnaires.map(({ id, slug, number, title }) => (
              <Card as="li" key={id}>
                <h3>{m.questionnaire_number({ number })}</h3>
                <p lang={contentLang()}>{title}</p>
                <More to={paths.results(slug)}>{m.desk_results()}</More>
              </Card>
            ))}
          </ul>
        </Row>
      )}
      <DeskFiles questionnaires={questionnaires.filter(({ viewerCan }) => viewerCan.export)} />
      <Row heading={viewer!.displayName} id="account">
        <div className="cluster">
          <More to={paths.profile()}>{m.role_profile()}</More>
          <More to={paths.personal()}>{m.personal_title()}</More>
          <More to={paths.signIn()}>{m.desk_account()}</More>
        </div>
      </Row>
    </Ruled>
  );
}

import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { lazy, Suspense } from "react";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { HandoverStatus } from "../../features/handover/HandoverStatus.tsx";
import { LetterFiles } from "../../features/production/LetterFiles.tsx";
import { WrittenReply } from "../../features/office/WrittenReply.tsx";
import { Verbatim } from "../../features/passage/Verbatim.tsx";
import type { HandoverPage, HandoverPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { Steps } from "../../ui/Steps.tsx";
import { When } from "../../ui/When.tsx";
import styles from "./Chain.module.css";
import { FollowUp, Log, ReplyRow, stepsOf } from "./HandoverParts.tsx";
import { carriedProposal } from "../../shared/carried.tsx";
import { TitleLink } from "../../shared/TitleLink.tsx";

const query: TypedDocumentNode<HandoverPage, HandoverPageVariables> = gql`
  query HandoverPage($id: ID!) {
    instance {
      today
    }
    handover(id: $id) {
      id
      ask
      carrierName
      carrierConsent
      carrierAsked {
        id
        displayName
      }
      carrierTerritory {
        id
        slug
        name
      }
      documentTitle
      proposalVersion
      workingVersion
      openedOn
      contactedOn
      handedOverOn
      replyBy
      daysOverdue
      reply {
        stance
        text
        on
        way
        passedTo {
          id
          slug
          name
        }
        correctedOn
        correction
        file {
          id
          kind
          size
        }
        checkedOn
        check
      }
      handingTakenBackOn
      handingTakenBackBecause
      replyTakenBackOn
      replyTakenBackBecause
      officeLink {
        code
        contact
      }
      officeReplies {
        id
        ...WrittenReply_reply @unmask
        writer
        carriesContact
        status
        sentOn
        version
      }
      commitments {
        id
        text
        dueOn
        state
        isLate
        settledOn
        reason
        version
      }
      endedOn
      endReason
      version
      viewerCan {
        hold
        note
        answerCarrying
      }
      log {
        id
        on
        text
        isContact
      }
      fictional
      interlocutor {
        id
        slug
        name
        contact {
          mail
          url
          postal
        }
      }
      proposal {
        ...Carried_proposal @unmask
        statements {
          id
          part
          passages(first: 8) {
            id
            ...Verbatim_passage
          }
        }
      }
      ...HandoverStatus_handover
    }
  }
  ${HandoverStatus.fragment}
  ${carriedProposal}
  ${Verbatim.fragment}
  ${WrittenReply.fragment}
`;

type Handover = NonNullable<HandoverPage["handover"]>;

/** Loaded for its carrier, or the holder of the proposal, only. */
const TeamActs = lazy(async () => ({ default: (await import("../../features/handover/TeamActs.tsx")).TeamActs }));
const OfficeTeam = lazy(async () => ({ default: (await import("../../features/office/OfficeTeam.tsx")).OfficeTeam }));
const CarrierActs = lazy(async () => ({ default: (await import("../../features/handover/TeamActs.tsx")).CarrierActs }));
const AnswerCarrying = lazy(async () => ({
  default: (await import("../../features/handover/FollowActs.tsx")).AnswerCarrying,
}));

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { id: args.params.id! }, "handover");

/**
 * A proposal carried to an office, always in one order: the ask, who carries it, to whom, the dates, the reply, what
 * follows, and the proposal with the words it stands on. Its holder acts here.
 */
export function Component() {
  const { handover, instance } = useReadQuery(useLoaderData<typeof loader>()).data;
  const it = handover!;
  const { interlocutor, proposal, carrierTerritory, log, viewerCan } = it;
  const words = wordsBehind(it);
  const since = it.handedOverOn ?? it.contactedOn ?? it.openedOn;
  return (
    <Ruled>
      <PageHead
        margin={since && <When date={since} format="short" />}
        kicker={
          <Link to={paths.proposal(proposal.slug)}>
            {m.handover_kicker(proposal)}
            {m.ui_colon()}
            <span lang={contentLang()}>{proposal.title}</span>
          </Link>
        }
        title={it.ask}
        lang={contentLang()}
        lead={
          <p>
            {m.handover_carried_by({ name: it.carrierName ?? m.handover_carrier_group() })}
            {carrierTerritory && carrierTerritory.name !== it.carrierName && (
              <>
                {", "}
                <Link to={paths.territory(carrierTerritory.slug)}>{carrierTerritory.name}</Link>
              </>
            )}
            {". "}
            {m.handover_asked_to()}{" "}
            <TitleLink to={paths.interlocutor(interlocutor.slug)}>{interlocutor.name}</TitleLink>
            {"."}
          </p>
        }
      >
        <div className="cluster">
          <HandoverStatus handover={it} />
          <ShareButton title={it.ask} />
          {it.fictional && <Fictional />}
        </div>
        <LetterFiles id={it.id} />
        {viewerCan.hold && it.carrierAsked && it.carrierConsent !== "AGREED" && (
          <p className="quiet">
            {it.carrierConsent === "DECLINED"
              ? m.handover_consent_DECLINED({ name: it.carrierAsked.displayName })
              : m.handover_consent_ASKED({ name: it.carrierAsked.displayName })}
          </p>
        )}
      </PageHead>
      {viewerCan.answerCarrying && (
        <Row id="carrying" heading={m.handover_carrying()}>
          <Suspense>
            <AnswerCarrying id={it.id} consent={it.carrierConsent} />
          </Suspense>
        </Row>
      )}
      <Row heading={m.handover_path()}>
        <div className={styles.beside}>
          <Log log={log} />
          <Card as="aside" tone="plain">
            <Steps label={m.handover_path()} steps={stepsOf(it)} />
          </Card>
        </div>
        {it.handingTakenBackOn && (
          <p>
            {m.handover_handing_taken_back({
              date: formatDate(it.handingTakenBackOn),
              why: it.handingTakenBackBecause ?? "",
            })}
          </p>
        )}
      </Row>
      <ReplyRow handover={it} />
      <FollowUp handover={it} />
      {viewerCan.hold ? (
        <Row id="team" heading={m.handover_team()} margin={m.handover_team_margin()}>
          <Suspense>
            <OfficeTeam handover={it} />
            <TeamActs handover={it} />
          </Suspense>
        </Row>
      ) : (
        viewerCan.note && (
          <Row id="team" heading={m.handover_act_note()}>
            <Suspense>
              <CarrierActs handover={it} today={instance.today} />
            </Suspense>
          </Row>
        )
      )}
      <Row heading={m.handover_behind()} margin={m.handover_words_of({ count: proposal.peopleCount })}>
        <p className="prose" lang={contentLang()}>
          {proposal.summary}
        </p>
        <ul className={styles.wide}>
          {words.map((passage) => (
            <Verbatim passage={passage} key={passage.id} />
          ))}
        </ul>
        <More to={paths.proposal(proposal.slug)}>{m.handover_all_words()}</More>
      </Row>
    </Ruled>
  );
}

/** Passages behind the measures of the proposal, each once, eight at most; the proposal has them all. */
function wordsBehind({ proposal: { statements } }: Handover) {
  const measures = statements.filter(({ part }) => part === "MEASURE");
  const passages = (measures.length ? measures : statements).flatMap((statement) => statement.passages);
  return [...new Map(passages.map((passage) => [passage.id, passage])).values()].slice(0, 8);
}

import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useContext, useEffect, useId, useRef, useState } from "react";
import { Link, type LoaderFunctionArgs, useLoaderData, useParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { PostedContext } from "../../features/questionnaire/posted/posted.ts";
import { Proof } from "../../features/passage/Proof.tsx";
import { AnswerForm } from "../../features/office/AnswerForm.tsx";
import { Letter } from "../../features/office/Letter.tsx";
import styles from "../../features/office/Letter.module.css";
import { officeFiles } from "../../features/office/office.files.ts";
import { OfficeCodeForm } from "../../features/office/OfficeCodeForm.tsx";
import { WrittenReply } from "../../features/office/WrittenReply.tsx";
import type { OfficePage, OfficePageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Download } from "../../ui/Download.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<OfficePage, OfficePageVariables> = gql`
  query OfficePage($code: String!) {
    office(code: $code) {
      code
      closed
      takenBackOn
      takenBackBecause
      near {
        responses
        territory {
          id
          name
        }
      }
      passages {
        id
        ...Proof_passage @unmask
      }
      handover {
        id
        handedOverOn
        replyBy
        daysOverdue
        reply {
          on
        }
      }
      ...Letter_office @unmask
      reply {
        id
        ...WrittenReply_reply @unmask
        writer
        status
        sentOn
        statusReason
        version
      }
    }
  }
  ${Proof.fragment}
  ${Letter.fragment}
  ${WrittenReply.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { code: args.params.code ?? "" });

/** Request to an office, opened by the link of its letter: it replies here, without an account. */
export function Component() {
  const { office } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { code } = useParams();
  if (!office)
    return (
      <Ruled>
        <PageHead
          title={code ? m.office_unknown() : m.office_enter()}
          lead={<p>{code ? m.office_unknown_lead() : m.office_enter_lead()}</p>}
        />
        <Row>
          <OfficeCodeForm unknown={code} />
        </Row>
      </Ruled>
    );
  if (office.takenBackOn) return <TakenBack office={office} on={office.takenBackOn} />;
  if (!office.handover)
    return (
      <Ruled>
        <PageHead title={m.office_closed()} lead={<p>{m.office_closed_lead()}</p>}>
          <More to={paths.handovers()}>{m.office_all()}</More>
        </PageHead>
      </Ruled>
    );
  return <Asked office={office} handover={office.handover} />;
}

type Office = NonNullable<OfficePage["office"]>;

/** A letter whose handing over was taken back: nothing is asked by it for now. */
function TakenBack({ office: { takenBackBecause, contact }, on }: { office: Office; on: string }) {
  return (
    <Ruled>
      <PageHead title={m.office_taken_back()} lead={<p>{m.office_taken_back_lead({ date: formatDate(on) })}</p>}>
        {takenBackBecause && <p lang={contentLang()}>{m.office_taken_back_why({ why: takenBackBecause })}</p>}
        {contact && <p>{m.office_contact({ contact })}</p>}
        <More to={paths.handovers()}>{m.office_all()}</More>
      </PageHead>
    </Ruled>
  );
}

/** The letter, beside it words that it rests on, then what the office says. */
function Asked({ office, handover }: { office: Office; handover: NonNullable<Office["handover"]> }) {
  const { code, contact, near, group, passages, reply } = office;
  const { id, interlocutor, proposal, handedOverOn, replyBy, daysOverdue, reply: published } = handover;
  const title = useId();
  const note = daysOverdue > 0 ? m.handover_overdue({ count: daysOverdue }) : handedOverOn && handed(handedOverOn);
  const awaited = replyBy && m.handover_awaited({ date: formatDate(replyBy, "short") });
  const margin = published ? m.office_replied({ date: formatDate(published.on, "short") }) : awaited;
  const count = { count: passages.length };
  return (
    <Ruled>
      <title>{`${m.office_tab()} · Cahier commun`}</title>
      <Row margin={margin} note={note}>
        <div className={styles.office}>
          <Letter contact={contact} group={group} handover={handover} />
          <aside className={styles.local} aria-labelledby={passages.length > 0 ? title : undefined}>
            {passages.length > 0 && (
              <>
                <h2 id={title}>{near ? m.office_words_near(count) : m.office_words(count)}</h2>
                <Proof passages={passages} column />
              </>
            )}
            {near && <p>{m.office_near({ count: near.responses, territory: near.territory.name })}</p>}
            <div className={styles.links}>
              <More to={paths.proposal(proposal.slug)}>{m.office_read_whole()}</More>
              <Download href={`/proposals/${proposal.slug}/page.pdf`}>{m.office_page()}</Download>
              <Download href={`/handovers/${id}/letter.pdf`}>{m.office_letter_file()}</Download>
            </div>
          </aside>
        </div>
      </Row>
      <Row id="answer" heading={m.office_stance()} margin={m.office_answer()} note={m.office_answer_margin()}>
        <Answer code={code} office={interlocutor.name} contact={contact} reply={reply} handoverId={id} />
      </Row>
    </Ruled>
  );
}

const handed = (on: string) => m.office_handed({ date: formatDate(on, "short") });

interface Answered {
  code: string;
  office: string;
  contact: string | null;
  reply: Office["reply"];
  handoverId: string;
}

/** Reply and its state; or the form of a reply. */
function Answer({ code, office, contact, reply, handoverId }: Answered) {
  const plain = useContext(PostedContext);
  const [writing, setWriting] = useState(false);
  const [sent, setSent] = useState(false);
  const status = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (sent) status.current?.focus();
  }, [sent]);
  const write = (
    <AnswerForm
      code={code}
      office={office}
      contact={contact}
      reply={reply}
      plain={plain}
      onSent={() => {
        setWriting(false);
        setSent(true);
      }}
    />
  );
  if (!reply || writing || (plain?.posted && reply.status !== "VISIBLE")) return write;
  if (reply.status === "HIDDEN")
    return (
      <>
        <Notice tone="warn">
          <p>{m.office_declined()}</p>
          <p lang={contentLang()}>{reply.statusReason}</p>
        </Notice>
        {write}
      </>
    );
  return (
    <div className="flow" tabIndex={-1} ref={status}>
      {reply.status === "VISIBLE" ? (
        <Notice tone="done">
          {m.office_confirmed()} <Link to={paths.handover(handoverId)}>{m.office_published()}</Link>
        </Notice>
      ) : (
        <Notice tone="done">{m.office_waiting({ date: formatDate(reply.sentOn) })}</Notice>
      )}
      <WrittenReply reply={reply} office={office} file={officeFiles.file(code)} />
      {reply.status === "HELD" && plain && <Disclosure summary={m.office_change()}>{write}</Disclosure>}
      {reply.status === "HELD" && !plain && (
        <p>
          <Button onClick={() => setWriting(true)}>{m.office_change()}</Button>
        </p>
      )}
    </div>
  );
}

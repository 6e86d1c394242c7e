import { gql, type TypedDocumentNode } from "@apollo/client";
import { useReadQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useEffect, useRef, useState } from "react";
import { Link, type LoaderFunctionArgs, useLoaderData, useParams } from "react-router-dom";
import { AnswerForm } from "../../features/office/AnswerForm.tsx";
import { officeFiles } from "../../features/office/office.files.ts";
import { OfficeCodeForm } from "../../features/office/OfficeCodeForm.tsx";
import { WrittenReply } from "../../features/office/WrittenReply.tsx";
import type { OfficePage, OfficePageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Download } from "../../ui/Download.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional, Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { carriedProposal } from "../../shared/carried.tsx";

const query: TypedDocumentNode<OfficePage, OfficePageVariables> = gql`
  query OfficePage($code: String!) {
    office(code: $code) {
      code
      closed
      contact
      near {
        responses
        territory {
          id
          name
        }
      }
      handover {
        id
        ask
        carrierName
        carrierTerritory {
          id
          name
        }
        handedOverOn
        replyBy
        daysOverdue
        fictional
        interlocutor {
          id
          name
        }
        proposal {
          ...Carried_proposal @unmask
        }
      }
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
  ${carriedProposal}
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
        <Row heading={m.office_code()}>
          <OfficeCodeForm unknown={code} />
        </Row>
      </Ruled>
    );
  if (!office.handover)
    return (
      <Ruled>
        <PageHead title={m.office_closed()} lead={<p>{m.office_closed_lead()}</p>}>
          <More to={paths.handovers()}>{m.office_all()}</More>
        </PageHead>
      </Ruled>
    );
  return <Letter office={office} handover={office.handover} />;
}

type Office = NonNullable<OfficePage["office"]>;

function Letter({ office, handover }: { office: Office; handover: NonNullable<Office["handover"]> }) {
  const { code, contact, near, reply } = office;
  const { interlocutor, proposal, carrierTerritory, carrierName, replyBy, daysOverdue } = handover;
  return (
    <Ruled>
      <PageHead
        margin={replyBy && m.handover_awaited({ date: formatDate(replyBy, "short") })}
        note={daysOverdue > 0 && m.handover_overdue({ count: daysOverdue })}
        kicker={m.office_kicker({ office: interlocutor.name })}
        title={handover.ask}
        lang={contentLang()}
        tab={m.office_tab()}
        lead={
          <>
            <p>
              {m.handover_carried_by({ name: carrierName ?? m.handover_carrier_group() })}
              {carrierTerritory && carrierTerritory.name !== carrierName && `, ${carrierTerritory.name}`}.
            </p>
            {near && <p>{m.office_near({ count: near.responses, territory: near.territory.name })}</p>}
          </>
        }
      >
        <div className="cluster">
          <Download href={`/proposals/${proposal.slug}/page.pdf`}>{m.office_page()}</Download>
          {handover.fictional && <Fictional />}
        </div>
        {contact && <p>{m.office_contact({ contact })}</p>}
      </PageHead>
      <Row id="answer" heading={m.office_answer()} margin={m.office_answer_margin()} note={m.office_answer_note()}>
        <Answer code={code} office={interlocutor.name} reply={reply} handoverId={handover.id} />
      </Row>
      <Row heading={m.office_proposal()} margin={m.handover_words_of({ count: proposal.peopleCount })}>
        <Card as="article">
          <h3 lang={contentLang()}>
            <Link to={paths.proposal(proposal.slug)}>{proposal.title}</Link>
          </h3>
          <p className="prose" lang={contentLang()}>
            {proposal.summary}
          </p>
          <More to={paths.proposal(proposal.slug)}>{m.handover_all_words()}</More>
        </Card>
      </Row>
    </Ruled>
  );
}

interface Answered {
  code: string;
  office: string;
  reply: Office["reply"];
  handoverId: string;
}

/** Reply and its state; or the form of a reply. */
function Answer({ code, office, reply, handoverId }: Answered) {
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
      reply={reply}
      onSent={() => {
        setWriting(false);
        setSent(true);
      }}
    />
  );
  if (!reply || writing) return write;
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
      {reply.status === "HELD" && (
        <p>
          <Button onClick={() => setWriting(true)}>{m.office_change()}</Button>
        </p>
      )}
    </div>
  );
}

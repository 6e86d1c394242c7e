import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { wayNames } from "../../features/handover/handover.labels.ts";
import type { CommitmentState, HandoverPage, OfficeCheck } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { stanceNames } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { attachedInWords } from "../../shared/attached.ts";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Download } from "../../ui/Download.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Quote } from "../../ui/Quote.tsx";
import { Row } from "../../ui/Ruled.tsx";
import type { Step } from "../../ui/Steps.tsx";
import { When } from "../../ui/When.tsx";
import styles from "./Chain.module.css";

type Handover = NonNullable<HandoverPage["handover"]>;

/** The words of the office, as they came; or that nothing came. */
export const ReplyRow = ({
  handover: { id, reply, replyTakenBackOn, replyTakenBackBecause, interlocutor },
}: {
  handover: Handover;
}) => (
  <Row
    heading={m.handover_reply()}
    margin={reply && stanceNames[reply.stance]()}
    note={reply?.way && wayNames[reply.way]()}
  >
    {reply ? (
      <div className="flow">
        <Card>
          <Quote big text={reply.text} who={interlocutor.name} where={<When date={reply.on} />} />
        </Card>
        {reply.file && (
          <p>
            <Download href={`/handovers/${id}/reply-file`}>{attachedInWords(reply.file)}</Download>
          </p>
        )}
        {reply.checkedOn && reply.check && (
          <p className="quiet">
            {m.office_checked({ date: formatDate(reply.checkedOn), how: checkedHow[reply.check]() })}
          </p>
        )}
        {reply.passedTo && (
          <p>
            {m.handover_passed_to_office()}{" "}
            <Link to={paths.interlocutor(reply.passedTo.slug)} lang={contentLang()}>
              {reply.passedTo.name}
            </Link>
          </p>
        )}
        {reply.correctedOn && (
          <p className="quiet">
            {m.handover_corrected({ date: formatDate(reply.correctedOn), why: reply.correction ?? "" })}
          </p>
        )}
      </div>
    ) : (
      <Empty title={m.handover_no_reply()}>
        <p>{m.handover_no_reply_text()}</p>
        {replyTakenBackOn && (
          <p>{m.handover_taken_back({ date: formatDate(replyTakenBackOn), why: replyTakenBackBecause ?? "" })}</p>
        )}
      </Empty>
    )}
  </Row>
);

/** Names of the checks that the office itself wrote it, within a sentence. */
const checkedHow: Record<OfficeCheck, () => string> = {
  CALLED: m.office_checked_CALLED,
  WRITTEN: m.office_checked_WRITTEN,
  MET: m.office_checked_MET,
};

/** Commitments of the office, each until it is done or given up; and the end of the follow-up. */
export const FollowUp = ({ handover: { commitments, endedOn, endReason, reply } }: { handover: Handover }) =>
  (reply || endedOn) && (
    <Row
      heading={m.handover_follow()}
      margin={m.handover_follow_count({ count: commitments.filter(({ state }) => state === "OPEN").length })}
    >
      <ul className="flow">
        {commitments.map(({ id, text, dueOn, state, isLate, settledOn, reason }) => (
          <li className={styles.facts} key={id}>
            <span>
              <Chip tone={state === "DONE" ? "done" : isLate ? "open" : "toCome"}>
                {isLate ? m.handover_commitment_late() : commitmentNames[state]()}
              </Chip>
            </span>
            <span>
              <span lang={contentLang()}>{text}</span>{" "}
              {state === "OPEN" && dueOn && (
                <small>
                  {m.handover_commitment_by()} <When date={dueOn} />
                </small>
              )}
              {settledOn && (
                <small>
                  <When date={settledOn} />
                  {reason && `${m.ui_colon()}${reason}`}
                </small>
              )}
            </span>
          </li>
        ))}
      </ul>
      {!commitments.length && !endedOn && <p className="quiet">{m.handover_follow_none()}</p>}
      {endedOn && (
        <p>
          {m.handover_ended({ date: formatDate(endedOn) })} {endReason && <span lang={contentLang()}>{endReason}</span>}
        </p>
      )}
    </Row>
  );

const commitmentNames: Record<CommitmentState, () => string> = {
  OPEN: m.handover_commitment_OPEN,
  DONE: m.handover_commitment_DONE,
  ABANDONED: m.handover_commitment_ABANDONED,
};

/** Events, by day; nothing before the first. */
export const Log = ({ log }: Pick<Handover, "log">) =>
  log.length > 0 && (
    <div className="flow">
      <h3>{m.handover_log()}</h3>
      <ol className="flow">
        {log.map(({ id, on, text }) => (
          <li className={styles.facts} key={id}>
            <When date={on} />
            <span lang={contentLang()}>{text}</span>
          </li>
        ))}
      </ol>
    </div>
  );

/** First contact, handing over, reply: what is behind, where it stands, what is ahead. */
export function stepsOf({
  contactedOn,
  handedOverOn,
  documentTitle,
  proposalVersion: version,
  workingVersion,
  reply,
  replyBy,
  daysOverdue,
}: Handover): Step[] {
  const dated = (key: string, title: string, on: string | null): Step => ({
    key,
    title,
    state: on ? "done" : "todo",
    note: on && <When date={on} />,
  });
  const awaited = replyBy && m.handover_awaited({ date: formatDate(replyBy, "short") });
  return [
    dated("contacted", m.handover_step_contacted(), contactedOn),
    {
      ...dated("handed", m.handover_step_handed(), handedOverOn),
      children: handedOverOn && (
        <>
          {documentTitle && <small>{m.handover_document({ title: documentTitle })}</small>}
          {version && (
            <small>{workingVersion ? m.handover_working_version({ version }) : m.handover_version({ version })}</small>
          )}
        </>
      ),
    },
    reply
      ? dated("reply", m.handover_step_reply(), reply.on)
      : {
          key: "reply",
          title: m.handover_step_reply(),
          state: daysOverdue ? "now" : "todo",
          note: daysOverdue ? m.handover_overdue({ count: daysOverdue }) : awaited,
        },
  ];
}

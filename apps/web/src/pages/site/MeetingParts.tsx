import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import { MeetingList } from "../../features/meeting/MeetingCard.tsx";
import type { Block } from "../../features/meeting/Minutes.tsx";
import { MeetingFiles } from "../../features/meeting/MeetingFiles.tsx";
import { BlockReactions } from "../../features/reaction/BlockReactions.tsx";
import type { MeetingPage } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Follow } from "../../ui/Follow.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Fold, Folds } from "../../ui/Part.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { When } from "../../ui/When.tsx";
import styles from "./MeetingAnnounced.module.css";

type Meeting = NonNullable<MeetingPage["meeting"]>;

/** That a meeting is cancelled, or that it moved: from where, and why. */
export const Changed = ({ meeting }: { meeting: Meeting }) => (
  <>
    {meeting.state === "CANCELLED" && (
      <Row>
        <Notice tone="warn">
          <p>{m.meeting_cancelled()}</p>
          <Because reason={meeting.cancelledReason} />
        </Notice>
      </Row>
    )}
    {meeting.movedFrom && meeting.state !== "CANCELLED" && (
      <Row>
        <Notice tone="warn">
          <p>{m.meeting_moved({ date: formatDate(meeting.movedFrom, "time"), place: meeting.movedFromPlace ?? "" })}</p>
          <Because reason={meeting.movedReason} />
        </Notice>
      </Row>
    )}
  </>
);

const Because = ({ reason }: { reason: string | null }) =>
  reason && (
    <p className="verbatim" lang={contentLang()}>
      {m.meeting_because({ reason })}
    </p>
  );

/** Day, place and number of people, each with its sign. */
export function Facts({ meeting }: { meeting: Meeting }) {
  const { startsAt, endsAt, place, remote, relayRooms, territory, coming } = meeting;
  const { total, regionCount } = coming;
  return (
    <ul className={styles.facts}>
      <li>
        <Icon name="calendar" />
        <span>
          <b>
            <When date={startsAt} format={endsAt ? "time" : "long"} original />
          </b>
          {endsAt && ` ${m.meeting_until({ time: formatDate(endsAt, "clock") })}`}
        </span>
      </li>
      <li>
        <Icon name="home" />
        <span>
          <span lang={contentLang()}>{place}</span>
          {territory && (
            <>
              , <Link to={paths.territory(territory.slug)}>{territory.name}</Link>
            </>
          )}
          {relayRooms.length > 0 && `, ${m.meeting_relay_count({ count: relayRooms.length })}`}
          {remote && `, ${m.meeting_by_remote()}`}
        </span>
      </li>
      {total > 0 && meeting.state === "ANNOUNCED" && (
        <li>
          <Icon name="users" />
          <span>
            {m.attendance_total({ count: total })}
            {regionCount !== null && regionCount > 0 && `, ${m.attendance_regions({ count: regionCount })}`}
          </span>
        </li>
      )}
    </ul>
  );
}

/** Rows of a meeting; once its minutes are there, its contents follow beside them. */
export function Beside({ meeting: { kind, minutes }, children }: { meeting: Meeting; children: ReactNode }) {
  if (!minutes) return children;
  const contents = [
    { to: "#minutes", words: m.meeting_minutes() },
    ...(minutes.blocks.some((block) => block.kind === "NOTE") ? [{ to: "#notes", words: m.meeting_notes() }] : []),
    { to: "#reactions", words: m.meeting_reactions() },
    ...(kind === "LOCAL" ? [{ to: "#came-out", words: m.meeting_came_out() }] : []),
    { to: "#around", words: m.meeting_around() },
  ];
  return <Follow contents={contents}>{children}</Follow>;
}

/** Reactions to a block of the minutes of a meeting. */
export const reactionsIn =
  (slug: string) =>
  ({ id, text, reactionCounts }: Block) => (
    <BlockReactions slug={slug} blockId={id} about={text} counts={reactionCounts} />
  );

/** Documents to read before a meeting, and its objectives. */
export const Preparation = ({ meeting }: { meeting: Meeting }) => (
  <>
    {filesOf(meeting) > 0 && (
      <Row heading={m.meeting_documents()}>
        <Papers meeting={meeting} />
      </Row>
    )}
    {meeting.objectives.length > 0 && (
      <Row heading={m.meeting_objectives()}>
        <Objectives objectives={meeting.objectives} />
      </Row>
    )}
  </>
);

interface AroundProps {
  meeting: Meeting;
  agenda: ReactNode;
  /** Those who were to come. */
  came: ReactNode;
  /** Those before and after it. */
  others: Meeting["around"];
}

/** Once its minutes are there, what was planned, and the meetings before and after, on one line. */
export const Around = ({ meeting, agenda, came, others }: AroundProps) => (
  <Row id="around" heading={m.meeting_around()}>
    <Folds>
      {agenda && (
        <Fold heading={m.meeting_agenda()} note={meeting.agenda.length}>
          {agenda}
        </Fold>
      )}
      {came && <Fold heading={m.attendance_who_came()}>{came}</Fold>}
      {filesOf(meeting) > 0 && (
        <Fold heading={m.meeting_documents()} note={filesOf(meeting)}>
          <Papers meeting={meeting} />
        </Fold>
      )}
      {meeting.objectives.length > 0 && (
        <Fold heading={m.meeting_objectives()}>
          <Objectives objectives={meeting.objectives} />
        </Fold>
      )}
      {others.length > 0 && (
        <Fold heading={m.meeting_others()}>
          <MeetingList meetings={others} />
        </Fold>
      )}
    </Folds>
  </Row>
);

const filesOf = ({ documents, files }: Meeting) => documents.length + files.length;

const Papers = ({ meeting }: { meeting: Meeting }) => (
  <>
    <MeetingFiles meeting={meeting} />
    <ul className="cards">
      {meeting.documents.map(({ id, slug, title, purpose }) => (
        <Card as="li" key={id}>
          <h3>
            <Link to={paths.document(slug)} lang={contentLang()}>
              {title}
            </Link>
          </h3>
          <p className="quiet" lang={contentLang()}>
            {purpose}
          </p>
        </Card>
      ))}
    </ul>
  </>
);

const Objectives = (props: Pick<Meeting, "objectives">) => (
  <ul className="flow">
    <ObjectiveItems {...props} />
  </ul>
);

/** Objectives of a meeting, as items of a list. */
export const ObjectiveItems = ({ objectives }: Pick<Meeting, "objectives">) =>
  objectives.map((objective) => (
    <li key={objective.id}>
      <Link to={paths.objective(objective.slug)}>
        {m.theme_objective(objective)}
        {m.ui_colon()}
        <span lang={contentLang()}>{objective.name}</span>
      </Link>
    </li>
  ));

import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { AgendaRequests, Asked, requestsByPoint } from "../../features/agendaRequest/AgendaRequests.tsx";
import { Attend } from "../../features/attendance/Attend.tsx";
import { WhoComes } from "../../features/attendance/WhoComes.tsx";
import { Agenda } from "../../features/meeting/Agenda.tsx";
import { MeetingFiles } from "../../features/meeting/MeetingFiles.tsx";
import { isPractical, Practical } from "../../features/meeting/Practical.tsx";
import type { MeetingPage } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import styles from "./MeetingAnnounced.module.css";
import { ObjectiveItems } from "./MeetingParts.tsx";

type Meeting = NonNullable<MeetingPage["meeting"]>;

/** A meeting to come: its agenda and what to read before; beside, « Je viens » and who comes already. */
export function MeetingAnnounced({ meeting }: { meeting: Meeting }) {
  const { mayAttend, title, state, documents, objectives } = meeting;
  return (
    <Row>
      <div className={styles.sides}>
        <div className={styles.main}>
          <AgendaPart meeting={meeting} />
          {(documents.length > 0 || meeting.files.length > 0) && (
            <section className={styles.before}>
              <h2>{m.meeting_documents()}</h2>
              <MeetingFiles meeting={meeting} />
              <ul>
                {documents.map(({ id, slug, title: name, purpose }) => (
                  <li key={id}>
                    <Link to={paths.document(slug)} lang={contentLang()}>
                      {name}
                    </Link>
                    <p className="quiet" lang={contentLang()}>
                      {purpose}
                    </p>
                  </li>
                ))}
              </ul>
            </section>
          )}
          {isPractical(meeting) && (
            <section className={styles.before}>
              <h2>{m.meeting_practical()}</h2>
              <Practical meeting={meeting} />
            </section>
          )}
          {objectives.length > 0 && (
            <section className={styles.before}>
              <h2>{m.meeting_objectives()}</h2>
              <ul>
                <ObjectiveItems objectives={objectives} />
              </ul>
            </section>
          )}
        </div>
        {mayAttend && (
          <aside className={`${styles.come} no-print`} aria-label={m.attendance_come()} id="come">
            <Card>
              <h2>{m.attendance_come()}</h2>
              <Attend meeting={meeting} />
            </Card>
          </aside>
        )}
        {state === "ANNOUNCED" && (
          <aside className={`${styles.who} no-print`} aria-labelledby="who">
            <h2 id="who">{m.attendance_who()}</h2>
            <WhoComes meeting={meeting} />
            <ShareButton title={title}>{m.attendance_invite()}</ShareButton>
          </aside>
        )}
      </div>
    </Row>
  );
}

function AgendaPart({ meeting }: { meeting: Meeting }) {
  const minutes = meeting.agenda.reduce((total, point) => total + point.minutes, 0);
  const asked = requestsByPoint(meeting);
  const under = (pointId: string) =>
    asked.has(pointId) && (
      <ul className={styles.fed}>
        {asked.get(pointId)!.map((request) => (
          <li key={request.id}>
            <Icon name="speech" size={15} />
            <Asked request={request} />
          </li>
        ))}
      </ul>
    );
  return (
    <section aria-labelledby="agenda">
      <div className={styles.head}>
        <h2 id="agenda">{m.meeting_agenda()}</h2>
        {minutes > 0 && (
          <span className="quiet">
            {lengthOf(minutes)}
            {asked.size > 0 && ` ${m.meeting_agenda_fed()}`}
          </span>
        )}
        {meeting.viewerCan.edit && (
          <span className="no-print">
            <ButtonLink small to={paths.meetingEdit(meeting.slug)}>
              {m.meetingWriting_edit()}
            </ButtonLink>
          </span>
        )}
      </div>
      <div className="flow">
        {minutes > 0 ? <Agenda meeting={meeting} under={under} /> : <p>{m.meeting_agenda_none()}</p>}
        <AgendaRequests meeting={meeting} />
      </div>
    </section>
  );
}

/** A length in words: « 40 min », « 3 h 30 ». */
const lengthOf = (minutes: number) =>
  minutes < 60
    ? m.meeting_minutes_count({ count: minutes })
    : m.meeting_agenda_length({ hours: Math.floor(minutes / 60), minutes: String(minutes % 60).padStart(2, "0") });

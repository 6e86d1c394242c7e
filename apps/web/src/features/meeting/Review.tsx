import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { Review_minutes } from "../../graphql/operations.generated.ts";
import { daysUntil, formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { useOwnAttendance } from "../../shared/ownLinks.ts";
import { Card } from "../../ui/Card.tsx";
import { More } from "../../ui/More.tsx";

export const review: TypedDocumentNode<Review_minutes> = gql`
  fragment Review_minutes on Minutes {
    id
    reviewUntil
    readBy
    present
    remote
    correctionCounts {
      open
      accepted
      refused
    }
  }
`;

interface Props {
  meetingId: string;
  minutes: Pick<Review_minutes, "reviewUntil" | "readBy" | "present" | "remote" | "correctionCounts">;
  /** The day of the page, `YYYY-MM-DD`. */
  today: string;
}

/** The reading over of minutes: its end, the corrections asked for and answered, and the next step. */
export function Review({ meetingId, minutes, today }: Props) {
  const { reviewUntil, correctionCounts, readBy, present, remote } = minutes;
  const { open, accepted, refused } = correctionCounts;
  const left = daysUntil(reviewUntil!, today);
  const date = formatDate(reviewUntil!);
  const answered = [
    ...(open > 0 ? [m.meeting_review_open({ count: open })] : []),
    ...(accepted > 0 ? [m.meeting_review_accepted({ count: accepted })] : []),
    ...(refused > 0 ? [m.meeting_review_refused({ count: refused })] : []),
  ].join(", ");
  return (
    <Card tone="note" as="section">
      <h3>{left < 0 ? m.meeting_review_over({ date }) : m.meeting_review_left({ count: left, date })}</h3>
      {readBy && (
        <p>
          <b>{m.minutes_read_by({ count: readBy, all: present + remote })}</b>
        </p>
      )}
      <p>
        {m.meeting_review_asked({ count: open + accepted + refused })}
        {answered && `${m.ui_colon()}${answered}`}.
      </p>
      <p className="quiet">{left < 0 ? m.meeting_review_then({ count: open }) : m.meeting_review_silence({ date })}</p>
      {left >= 0 && <Yours meetingId={meetingId} />}
    </Card>
  );
}

/** To whoever was there: where they ask for a correction, which this device may know. */
function Yours({ meetingId }: { meetingId: string }) {
  const code = useOwnAttendance(meetingId);
  return code ? (
    <p>
      <More to={paths.meetingFollow(code)}>{m.meeting_review_yours()}</More>
    </p>
  ) : (
    <p>{m.meeting_review_by_link()}</p>
  );
}

import { m } from "@cahier/schema/messages";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { More } from "../../ui/More.tsx";
import { Row } from "../../ui/Ruled.tsx";

/** The doors to meetings and to the calendar, for whoever keeps that of a group. */
export const DeskMeetings = ({ schedule }: { schedule: string | null }) => (
  <Row heading={m.meetingWriting_desk()}>
    <p>{m.meetingWriting_desk_lead()}</p>
    <p className="cluster">
      <ButtonLink to={paths.meetingNew()}>{m.meetingWriting_new()}</ButtonLink>
      {schedule && <ButtonLink to={paths.scheduleWrite(schedule)}>{m.schedule_write()}</ButtonLink>}
      <More to={paths.documentNew()}>{m.document_add()}</More>
      <More to={paths.meetings()}>{m.meeting_all_meetings()}</More>
    </p>
  </Row>
);

import { m } from "@cahier/schema/messages";
import { paths } from "../../paths.ts";
import { More } from "../../ui/More.tsx";
import { Door } from "./DeskDoor.tsx";

interface Territories {
  territories: readonly { slug: string; name: string }[];
}

/** The doors to the pages of the territories that one is the referent of. */
export const DeskTerritories = ({ territories }: Territories) =>
  territories.length > 0 && (
    <Door heading={m.territory_desk()} lead={m.territory_desk_lead()}>
      {territories.map(({ slug, name }) => (
        <More to={paths.territory(slug)} key={slug}>
          {name}
        </More>
      ))}
    </Door>
  );

/** The doors to meetings and to the calendar, for whoever keeps that of a group. */
export const DeskMeetings = ({ group, schedule }: { group: string | undefined; schedule: string | null }) => (
  <Door heading={m.meetingWriting_desk()} lead={m.meetingWriting_desk_lead()}>
    <More to={paths.meetingNew({ group })}>{m.meetingWriting_new()}</More>
    {schedule && <More to={paths.scheduleWrite(schedule)}>{m.schedule_write()}</More>}
    <More to={paths.documentNew()}>{m.document_add()}</More>
    <More to={paths.meetings()}>{m.meeting_all_meetings()}</More>
  </Door>
);

import { m } from "@cahier/schema/messages";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { presenceInWords } from "./meeting.labels.ts";

interface Props {
  meeting: {
    slug: string;
    presence: readonly { people: number; territory: { name: string } }[];
    viewerCan: { recordPresence: boolean };
  };
}

/** The people present at a meeting, once recorded; with the form that records them, for its keepers. */
export const MeetingPresence = ({ meeting: { slug, presence, viewerCan } }: Props) =>
  (presence.length > 0 || viewerCan.recordPresence) && (
    <Row id="presence" heading={m.meeting_presence()}>
      <p>{presence.length > 0 ? presenceInWords(presence) : m.meeting_presence_none()}</p>
      {viewerCan.recordPresence && (
        <p>
          <ButtonLink small to={paths.meetingPresence(slug)}>
            {m.meeting_presence_say()}
          </ButtonLink>
        </p>
      )}
    </Row>
  );

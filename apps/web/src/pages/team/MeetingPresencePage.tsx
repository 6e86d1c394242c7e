import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { channelNames } from "../../features/attendance/attendance.labels.ts";
import { PresenceForm } from "../../features/meeting/PresenceForm.tsx";
import type { MeetingPresencePage, MeetingPresencePageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { Row, Ruled } from "../../ui/Ruled.tsx";
import { recordedPresence } from "../../features/meeting/recordedPresence.fragment.tsx";
import { placesByKind } from "../../shared/choices.tsx";
import { MeetingHead } from "../../features/meeting/MeetingHead.tsx";
import { allowed } from "./allowed.ts";

const query: TypedDocumentNode<MeetingPresencePage, MeetingPresencePageVariables> = gql`
  query MeetingPresencePage($slug: String!) {
    viewer {
      id
    }
    meeting(slug: $slug) {
      id
      slug
      title
      startsAt
      ...RecordedPresence_meeting @unmask
      viewerCan {
        recordPresence
      }
    }
    ...PlacesByKind_query @unmask
  }
  ${placesByKind}
  ${recordedPresence}
`;

export const loader = (args: LoaderFunctionArgs) =>
  preload(args, query, { slug: args.params.slug! }, ({ meeting, viewer }) =>
    allowed(meeting?.viewerCan.recordPresence, viewer),
  );

/** Presence at a meeting, written down by whoever runs it. */
export function Component() {
  const { meeting, regions, departments } = useReadQuery(useLoaderData<typeof loader>()).data;
  const { title } = meeting!;
  return (
    <Ruled>
      <MeetingHead meeting={meeting!} title={m.meeting_presence()} tab={m.meeting_presence_title({ title })} />
      <Row>
        <PresenceForm meeting={meeting!} regions={regions} departments={departments} channelNames={channelNames} />
      </Row>
    </Ruled>
  );
}

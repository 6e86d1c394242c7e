import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { Comers_meeting } from "../../graphql/operations.generated.ts";
import { channelNames, needNames } from "./attendance.labels.ts";

export const comers: TypedDocumentNode<Comers_meeting> = gql`
  fragment Comers_meeting on Meeting {
    id
    comers {
      id
      name
      channel
      relayRoom
      needs
      needsMore
      waiting
      toConfirm
      territory {
        id
        name
      }
    }
  }
`;

/** People who come, one by one, for those who keep the meeting: what each needs. */
export const Comers = ({ meeting }: { meeting: Comers_meeting }) =>
  meeting.comers.length === 0 ? (
    <p>{m.attendance_nobody()}</p>
  ) : (
    <>
      <p className="quiet">{m.attendance_comers_lead()}</p>
      <ol className="flow">
        {meeting.comers.map(({ id, name, channel, relayRoom, needs, needsMore, waiting, toConfirm, territory }) => (
          <li key={id}>
            <b>{name ?? m.attendance_no_name()}</b>
            {[
              territory?.name,
              relayRoom ?? channelNames[channel](),
              waiting && m.attendance_waits(),
              toConfirm && m.attendance_to_confirm(),
            ]
              .filter(Boolean)
              .map((text) => ` · ${text}`)}
            {(needs.length > 0 || needsMore) && (
              <p className="verbatim">
                {[...needs.map((need) => needNames[need]()), needsMore].filter(Boolean).join(", ")}
              </p>
            )}
          </li>
        ))}
      </ol>
    </>
  );

import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { Comers_meeting } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { channelNames, needNames } from "./attendance.labels.ts";

export const comers: TypedDocumentNode<Comers_meeting> = gql`
  fragment Comers_meeting on Meeting {
    id
    coming {
      exact {
        nowhere
        byRegion {
          people
          territory {
            id
            name
          }
        }
        byChannel {
          channel
          people
        }
      }
    }
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
      <Exactly coming={meeting.coming} />
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

/** Exact counts, by way of coming and by region. */
function Exactly({ coming: { exact } }: { coming: Comers_meeting["coming"] }) {
  if (!exact) return null;
  const { byChannel, byRegion, nowhere } = exact;
  const regions = byRegion.map(({ people, territory }) => `${territory.name} ${people}`);
  return (
    <ul>
      <li>{byChannel.map(({ channel, people }) => `${channelNames[channel]()} ${people}`).join(", ")}</li>
      <li lang={contentLang()}>
        {[...regions, ...(nowhere > 0 ? [`${m.attendance_nowhere()} ${nowhere}`] : [])].join(", ")}
      </li>
    </ul>
  );
}

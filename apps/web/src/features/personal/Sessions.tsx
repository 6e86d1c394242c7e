import { gql } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { Sessions_data } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { useAct } from "../../ui/useAct.ts";
import { endSession } from "./personal.mutations.tsx";

/** The devices where somebody is signed in: each is ended by itself; the one at hand, by signing out. */
export function Sessions({ data }: { data: Sessions_data }) {
  const end = useAct(endSession, ["PersonalPage"]);
  return (
    <Row heading={m.personal_sessions()} id="sessions">
      <ul className="flow">
        {data.sessions.map(({ id, device, since, lastUsedOn, current }) => (
          <li key={id}>
            <b>{device ?? m.personal_session_unknown()}</b>
            {current && ` (${m.personal_session_here()})`}
            <div className="quiet">
              {m.personal_session_dates({ since: formatDate(since), last: formatDate(lastUsedOn) })}
            </div>
            {!current && (
              <Button
                small
                aria-disabled={end.busy}
                aria-label={m.personal_session_end_of({ device: device ?? m.personal_session_unknown() })}
                onClick={() => void end.run({ id })}
              >
                {m.personal_session_end()}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <Failed because={end.failed} />
    </Row>
  );
}

Sessions.fragment = gql`
  fragment Sessions_data on PersonalData {
    sessions {
      id
      device
      since
      lastUsedOn
      current
    }
  }
`;

import { gql } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ConsentPurpose, Consents_data } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { useAct } from "../../ui/useAct.ts";
import { stopFollowUp, stopMails } from "./personal.mutations.tsx";

const names: Record<ConsentPurpose, () => string> = {
  PUBLICATION: m.personal_consent_PUBLICATION,
  FOLLOW_UP: m.personal_consent_FOLLOW_UP,
  MAILS: m.personal_consent_MAILS,
};

/** What somebody agreed to, each apart, and withdrawn by one press; a publication is withdrawn by taking its words back. */
export function Consents({ data, code }: { data: Consents_data; code: string | null }) {
  const follow = useAct(stopFollowUp, ["PersonalPage"]);
  const mails = useAct(stopMails, ["PersonalPage"]);
  const end = (purpose: ConsentPurpose) => {
    if (purpose === "MAILS") void mails.run({ told: false });
    else void follow.run({ code: code! });
  };
  return (
    <Row heading={m.personal_consents()}>
      {data.consents.length === 0 && <p>{m.personal_consents_none()}</p>}
      <ul className="flow">
        {data.consents.map(({ purpose, version, givenOn }) => (
          <li key={`${purpose} ${givenOn}`}>
            <b>{names[purpose]()}</b>
            <div className="quiet">{m.personal_consent_given({ date: formatDate(givenOn), version })}</div>
            {(purpose === "MAILS" || (purpose === "FOLLOW_UP" && code)) && (
              <Button small aria-disabled={follow.busy || mails.busy} onClick={() => end(purpose)}>
                {m.personal_consent_end()}
                <span className="visually-hidden">
                  {m.ui_colon()}
                  {names[purpose]()}
                </span>
              </Button>
            )}
            {purpose === "PUBLICATION" && <a href="#erase">{m.personal_consent_end()}</a>}
          </li>
        ))}
      </ul>
      <Failed because={follow.failed ?? mails.failed}>{m.person_failed()}</Failed>
    </Row>
  );
}

Consents.fragment = gql`
  fragment Consents_data on PersonalData {
    consents {
      purpose
      version
      givenOn
    }
  }
`;

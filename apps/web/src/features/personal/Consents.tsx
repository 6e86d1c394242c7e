import { gql } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ConsentPurpose, Consents_data } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { useAct } from "../../ui/useAct.ts";
import { stopFollowUp, stopMails, unpublishResponse } from "./personal.mutations.tsx";
import { Refused } from "../../ui/Refused.tsx";

const names: Record<ConsentPurpose, () => string> = {
  PUBLICATION: m.personal_consent_PUBLICATION,
  FOLLOW_UP: m.personal_consent_FOLLOW_UP,
  MAILS: m.personal_consent_MAILS,
};

/** Consents given by an account or a receipt: each is withdrawn alone. */
export function Consents({ data, code: own }: { data: Consents_data; code: string | null }) {
  const follow = useAct(stopFollowUp, ["PersonalPage"]);
  const mails = useAct(stopMails, ["PersonalPage"]);
  const publication = useAct(unpublishResponse, ["PersonalPage"]);
  const acts = [follow, mails, publication];
  const busy = acts.some((act) => act.busy);
  const end = (purpose: ConsentPurpose, code: string | null) => {
    if (busy) return;
    if (purpose === "MAILS") void mails.run({ told: false });
    else void (purpose === "FOLLOW_UP" ? follow : publication).run({ code: code! });
  };
  const button = (purpose: ConsentPurpose, code: string | null, label: string) => (
    <Button small aria-disabled={busy} onClick={() => end(purpose, code)}>
      {label}
      <span className="visually-hidden">
        {m.ui_colon()}
        {[names[purpose](), code].filter(Boolean).join(" ")}
      </span>
    </Button>
  );
  return (
    <Row heading={m.personal_consents()} note={m.personal_consents_apart()}>
      {data.consents.length === 0 && <p>{m.personal_consents_none()}</p>}
      <ul className="flow">
        {data.consents.map(({ purpose, version, givenOn, code }) => (
          <li className="flow" key={`${purpose} ${code}`}>
            <div>
              <b>{names[purpose]()}</b>
              <div className="quiet">{m.personal_consent_given({ date: formatDate(givenOn), version })}</div>
              {code && !own && <More to={paths.trail(code)}>{m.personal_consent_response()}</More>}
            </div>
            {purpose === "PUBLICATION" ? (
              <Disclosure summary={m.personal_consent_end()}>
                <p>{m.personal_unpublish_help()}</p>
                {button(purpose, code, m.personal_unpublish())}
              </Disclosure>
            ) : (
              <p>{button(purpose, code, m.personal_consent_end())}</p>
            )}
          </li>
        ))}
      </ul>
      <div role="alert">
        <Refused acts={acts} />
        {publication.done && <Notice tone="done">{m.personal_unpublished()}</Notice>}
      </div>
      <Failed because={acts.find(({ failed }) => failed)?.failed ?? null} />
    </Row>
  );
}

Consents.fragment = gql`
  fragment Consents_data on PersonalData {
    consents {
      purpose
      version
      givenOn
      code
    }
  }
`;

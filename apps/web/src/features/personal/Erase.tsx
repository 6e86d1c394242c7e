import { gql } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { getLocale } from "@cahier/schema/runtime";
import { useState } from "react";
import { useHref } from "react-router-dom";
import type { Erase_data, ErasureMode, PrivateLink } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { More } from "../../ui/More.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { useAct } from "../../ui/useAct.ts";
import { eraseAccount, unnameResponse, withdrawByCode } from "./personal.mutations.tsx";
import { Refused } from "../../ui/Refused.tsx";

const linked: Record<PrivateLink, (code: string) => string> = {
  PROPOSAL: paths.proposalFollow,
  INITIATIVE: paths.initiativeFollow,
  MEETING: paths.meetingFollow,
};

const counts = [
  ["responses", m.personal_erase_responses],
  ["texts", m.personal_erase_texts],
  ["positions", m.personal_erase_positions],
  ["exchanges", m.personal_erase_exchanges],
  ["roles", m.personal_erase_roles],
  ["mails", m.personal_erase_mails],
] as const;

/** « Ce que cela prend : votre compte, 2 réponses et 1 rôle. »; what there is none of is not named. */
function takes(erasure: Erase_data["erasure"]) {
  const named = counts.flatMap(([kind, say]) => (erasure[kind] > 0 ? say({ count: erasure[kind] }) : []));
  const what = new Intl.ListFormat(getLocale()).format([m.personal_erase_account(), ...named]);
  return m.personal_erase_what({ what });
}

/** Two ways to go: one's texts stay without a name, or go too. What it takes is counted first, and it is asked twice. */
export function Erase({ data, code }: { data: Erase_data; code: string | null }) {
  const [asked, setAsked] = useState<ErasureMode | null>(null);
  const signIn = useHref(paths.signIn());
  const account = useAct(eraseAccount);
  const unname = useAct(unnameResponse, ["PersonalPage"]);
  const withdraw = useAct(withdrawByCode, ["PersonalPage"]);
  const acts = [account, unname, withdraw];
  if (data.kind === "TEXT")
    return (
      <Row heading={m.personal_erase()} id="erase">
        <p>{m.personal_text_withdraw()}</p>
        {data.privateLink && <More to={linked[data.privateLink](code!)}>{m.personal_text_link()}</More>}
      </Row>
    );
  if (data.withdrawn && !withdraw.done)
    return (
      <Row heading={m.personal_erase()} id="erase">
        <p>{m.response_withdrawn()}</p>
      </Row>
    );
  if (data.readingOnly)
    return (
      <Row heading={m.personal_erase()} id="erase">
        <p>{m.problem_READING_ONLY()}</p>
      </Row>
    );
  const erase = async (mode: ErasureMode) => {
    setAsked(null);
    if (code) await (mode === "KEEP_TEXTS" ? unname : withdraw).run({ code });
    else if (await account.run({ mode })) location.assign(`${signIn}?erased`);
  };
  const way = (mode: ErasureMode, label: string, help: string) => (
    <>
      <p className="quiet">{help}</p>
      <p>
        <Button aria-disabled={acts.some(({ busy }) => busy)} onClick={() => setAsked(mode)}>
          {label}
        </Button>
      </p>
    </>
  );
  return (
    <Row heading={m.personal_erase()} id="erase">
      <div className="flow">
        {!code && <p>{takes(data.erasure)}</p>}
        {!code && (
          <div>
            <p>{m.personal_erase_elsewhere()}</p>
            <More to={paths.follow()}>{m.personal_erase_number()}</More>
          </div>
        )}
        {!(unname.done || withdraw.done) &&
          way(
            "KEEP_TEXTS",
            m.personal_erase_keep(),
            code ? m.personal_erase_code_keep_help() : m.personal_erase_keep_help(),
          )}
        {!withdraw.done &&
          way(
            "REMOVE_ALL",
            m.personal_erase_all(),
            code ? m.personal_erase_code_all_help() : m.personal_erase_all_help(),
          )}
        <div role="alert">
          <Refused acts={acts} />
          {(unname.done || withdraw.done) && <Notice tone="done">{m.personal_erased()}</Notice>}
        </div>
        <Failed because={acts.find(({ failed }) => failed)?.failed ?? null} />
      </div>
      <Dialog open={asked !== null} onClose={() => setAsked(null)} title={m.personal_erase_sure()}>
        <div className="flow">
          {!code && <p>{takes(data.erasure)}</p>}
          <p>{m.personal_erase_forever()}</p>
          <p className="cluster">
            <Button onClick={() => asked && void erase(asked)}>
              {asked === "KEEP_TEXTS" ? m.personal_erase_keep() : m.personal_erase_all()}
            </Button>
            <Button primary data-first onClick={() => setAsked(null)}>
              {m.personal_erase_no()}
            </Button>
          </p>
        </div>
      </Dialog>
    </Row>
  );
}

Erase.fragment = gql`
  fragment Erase_data on PersonalData {
    kind
    privateLink
    withdrawn
    readingOnly
    erasure {
      responses
      texts
      positions
      exchanges
      roles
      mails
    }
  }
`;

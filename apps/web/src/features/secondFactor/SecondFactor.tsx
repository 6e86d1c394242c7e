import { gql } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { SecondFactor_viewer } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { askedPageOr } from "../../shared/askedPage.ts";
import { Button } from "../../ui/Button.tsx";
import { newKey } from "../../ui/key.ts";
import { Failed } from "../../ui/Failed.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { useAct } from "../../ui/useAct.ts";
import { CodeDialog } from "./CodeDialog.tsx";
import { Enrol } from "./Enrol.tsx";
import { RecoveryCodes } from "./RecoveryCodes.tsx";
import { beginSecondFactor, endSecondFactor, renewRecoveryCodes } from "./secondFactor.mutations.tsx";

const again = ["ProfilePage"];

/** A second factor for one's account: enrolled, changed, ended; its recovery codes are shown once. */
export function SecondFactor({ viewer: { secondFactor: it } }: { viewer: SecondFactor_viewer }) {
  const [asked, setAsked] = useState<"replace" | "renew" | "end" | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [key, setKey] = useState(newKey);
  // Refused where one is in force already, by an answer that was lost: the page then says so.
  const begin = useAct(beginSecondFactor, again);
  const renew = useAct(renewRecoveryCodes, again);
  const end = useAct(endSecondFactor, again);
  const close = () => setAsked(null);
  const ask = (what: typeof asked) => {
    for (const act of [begin, renew, end]) act.reset();
    setAsked(what);
  };
  const goOn = () => {
    setCodes(null);
    // Somebody who had to enrol one before they came to the page that they asked for goes there now.
    const page = askedPageOr("");
    if (page) location.assign(page);
  };
  const begun = begin.done && begin.answer?.secret && begin.answer.link ? begin.answer : null;
  return (
    <Row heading={m.secondFactor_title()} id="code">
      <div className="flow">
        <p>{m.secondFactor_lead()}</p>
        {it.enrolBy && <Notice tone="warn">{m.secondFactor_asked({ date: formatDate(it.enrolBy) })}</Notice>}
        {it.awaited && <Notice tone="warn">{m.secondFactor_awaited()}</Notice>}
        {codes && <RecoveryCodes codes={codes} onKept={goOn} />}
        {begun && !codes ? (
          <Enrol
            secret={begun.secret!}
            link={begun.link!}
            onDone={(fresh) => {
              begin.reset();
              setCodes(fresh);
            }}
            onCancel={begin.reset}
          />
        ) : it.enrolledOn ? (
          <>
            <p>
              {m.secondFactor_on({ date: formatDate(it.enrolledOn) })}{" "}
              {m.secondFactor_left({ count: it.recoveryCodesLeft })}
            </p>
            <p className="cluster">
              <Button onClick={() => ask("replace")}>{m.secondFactor_replace()}</Button>
              <Button onClick={() => ask("renew")}>{m.secondFactor_renew()}</Button>
              <Button onClick={() => ask("end")}>{m.secondFactor_end()}</Button>
            </p>
          </>
        ) : (
          <>
            <Failed because={begin.failed}>{m.person_failed()}</Failed>
            <p>
              <Button aria-disabled={begin.busy} onClick={() => void begin.run({})}>
                {m.secondFactor_begin()}
              </Button>
            </p>
          </>
        )}
      </div>
      <CodeDialog
        open={asked === "replace"}
        title={m.secondFactor_replace()}
        act={begin}
        onClose={close}
        onCode={async (code) => (await begin.run({ code })) && close()}
      />
      <CodeDialog
        open={asked === "renew"}
        title={m.secondFactor_renew()}
        act={renew}
        onClose={close}
        onCode={async (code) => {
          const fresh = await renew.run({ code, key });
          if (!fresh) return;
          setKey(newKey());
          setCodes(fresh.recoveryCodes ?? []);
          close();
        }}
      />
      <CodeDialog
        open={asked === "end"}
        title={m.secondFactor_end()}
        act={end}
        onClose={close}
        onCode={async (code) => (await end.run({ code })) && close()}
      />
    </Row>
  );
}

SecondFactor.fragment = gql`
  fragment SecondFactor_viewer on Viewer {
    secondFactor {
      enrolledOn
      recoveryCodesLeft
      enrolBy
      awaited
    }
  }
`;

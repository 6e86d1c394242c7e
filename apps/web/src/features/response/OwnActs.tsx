import { useApolloClient } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Link, useRevalidator } from "react-router-dom";
import type { TrailPage } from "../../graphql/operations.generated.ts";
import { useViewer } from "../../graphql/instance.tsx";
import { paths } from "../../paths.ts";
import { Button, ButtonLink } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Failure } from "../../ui/failure.ts";
import { type Problem, problemSentence } from "../../ui/problems.ts";
import { Row } from "../../ui/Ruled.tsx";
import { receiptActs } from "./receipt.mutations.tsx";

type Receipt = NonNullable<TrailPage["receipt"]>;

/** Acts left to the author of a response, if any: none once it was withdrawn, none by a code that others saw. */
export function OwnActs({ receipt }: { receipt: Receipt }) {
  if (receipt.status === "WITHDRAWN") return null;
  if (!receipt.readingOnly) return <Acts receipt={receipt} />;
  return (
    <Row heading={m.response_yours()}>
      <p>{problemSentence({ code: "READING_ONLY", field: null })}</p>
    </Row>
  );
}

/** Acts of its author: change it, add it to an account, withdraw it. */
function Acts({ receipt }: { receipt: Receipt }) {
  const { code, viewerCan, claimed, questionnaire } = receipt;
  const { act, busy, problems, failed } = useAct();
  const [asking, setAsking] = useState(false);
  const viewer = useViewer();
  return (
    <Row heading={m.response_yours()}>
      <p className="cluster no-print">
        {viewerCan.edit && (
          <ButtonLink primary to={paths.trailEdit(code)}>
            <Icon name="pen" size={18} /> {m.response_edit()}
          </ButtonLink>
        )}
        {viewerCan.withdraw && <Button onClick={() => setAsking(true)}>{m.response_withdraw()}</Button>}
        {viewerCan.claim && (
          <Button aria-disabled={busy} onClick={() => void act((client) => receiptActs.claim(client, code))}>
            {m.response_claim()}
          </Button>
        )}
        {viewerCan.unclaim && (
          <Button aria-disabled={busy} onClick={() => void act((client) => receiptActs.unclaim(client, code))}>
            {m.response_unclaim()}
          </Button>
        )}
      </p>
      <p className="no-print">
        <Link to={paths.personal(code)} reloadDocument>
          {m.personal_title()}
        </Link>
      </p>
      {!viewerCan.edit && <p className="quiet">{m.response_edit_closed()}</p>}
      <p className="quiet">
        {questionnaire.anonymous ? (
          m.response_claim_anonymous()
        ) : viewerCan.unclaim ? (
          <>
            {m.response_claimed()} <Link to={paths.desk()}>{m.response_claimed_see()}</Link>
          </>
        ) : claimed ? (
          m.response_claimed_elsewhere()
        ) : viewer ? (
          m.response_claim_help()
        ) : (
          <>
            {m.response_claim_sign_in()} <Link to={paths.signIn()}>{m.response_sign_in()}</Link>
          </>
        )}
      </p>
      <div role="alert">
        {problems.map((problem) => (
          <Notice tone="warn" key={problem.code}>
            {problemSentence(problem)}
          </Notice>
        ))}
        <Failed because={failed} />
      </div>
      <Dialog open={asking} onClose={() => setAsking(false)} title={m.response_withdraw_title()}>
        <p>{m.response_withdraw_text()}</p>
        <p>{m.response_withdraw_forever()}</p>
        <p className="cluster">
          <Button
            aria-disabled={busy}
            onClick={() => {
              setAsking(false);
              void act((client) => receiptActs.withdraw(client, code));
            }}
          >
            {m.response_withdraw_yes()}
          </Button>
          <Button primary data-first onClick={() => setAsking(false)}>
            {m.response_withdraw_no()}
          </Button>
        </p>
      </Dialog>
    </Row>
  );
}

/** Does something with the response of the page, then reads the page anew. */
export function useAct() {
  const client = useApolloClient();
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [problems, setProblems] = useState<readonly Problem[]>([]);
  const [failed, setFailed] = useState<Failure>(null);
  const act = async (done: (with_: typeof client) => Promise<readonly Problem[]>) => {
    if (busy) return;
    setBusy(true);
    setFailed(null);
    try {
      const found = await done(client);
      setProblems(found);
      if (!found.length) await revalidate();
    } catch (error) {
      setFailed(error as Error);
    } finally {
      setBusy(false);
    }
  };
  return { act, busy, problems, failed };
}

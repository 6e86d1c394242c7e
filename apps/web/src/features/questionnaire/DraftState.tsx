import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { clockTime } from "./clock.ts";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Notice } from "../../ui/Notice.tsx";
import styles from "./Answering.module.css";
import type { DraftKeeper, Kept } from "./keeper.ts";

interface Props {
  keeper: DraftKeeper;
  kept: Kept;
}

/** Where the draft is: always written, said aloud only when it fails and when it recovers. */
export function DraftState({ keeper, kept }: Props) {
  const [asking, setAsking] = useState(false);
  const { state, draft, elsewhere } = kept;
  const written = state !== "new";
  const erase = () => {
    setAsking(false);
    keeper.erase();
  };
  return (
    <div className={styles.draft}>
      <Icon name="save" />
      <div>
        {state === "failed" ? (
          <b>{m.questionnaire_draft_failed()}</b>
        ) : draft.savedAt ? (
          <>
            <b>{m.questionnaire_draft_saved()}</b> {m.questionnaire_draft_at({ time: clockTime(draft.savedAt) })}
          </>
        ) : (
          m.questionnaire_draft_new()
        )}
        {elsewhere && <p>{m.questionnaire_draft_elsewhere()}</p>}
        {written && (
          <button type="button" className={styles.link} onClick={() => setAsking(true)}>
            {m.questionnaire_draft_erase()}
          </button>
        )}
      </div>
      <Recovery failed={state === "failed"} />
      <Dialog open={asking} onClose={() => setAsking(false)} title={m.questionnaire_draft_erase_title()}>
        <p>{m.questionnaire_draft_erase_text()}</p>
        <p className="cluster">
          <Button primary onClick={erase}>
            {m.questionnaire_draft_erase()}
          </Button>
          <Button onClick={() => setAsking(false)}>{m.questionnaire_draft_keep()}</Button>
        </p>
      </Dialog>
    </div>
  );
}

function Recovery({ failed }: { failed: boolean }) {
  const [failedBefore, setFailedBefore] = useState(false);
  if (failed && !failedBefore) setFailedBefore(true);
  return (
    <output className="visually-hidden">
      {failed ? m.questionnaire_draft_failed() : failedBefore && m.questionnaire_draft_recovered()}
    </output>
  );
}

/** What happened to the draft outside of this tab, or before this visit. */
export function DraftNews({ keeper, kept }: Props) {
  const sibling = keeper.sibling();
  if (kept.gone)
    return (
      <Notice tone="warn" live>
        <p>{m.questionnaire_draft_gone()}</p>
        <p className="cluster">
          <Button small onClick={() => keeper.keepAsNew()}>
            {m.questionnaire_draft_gone_keep()}
          </Button>
          <Button small onClick={() => keeper.open(undefined)}>
            {m.questionnaire_draft_gone_new()}
          </Button>
        </p>
      </Notice>
    );
  if (sibling)
    return (
      <Notice live>
        <p>{m.questionnaire_draft_sibling()}</p>
        <p>
          <Button small onClick={() => keeper.open(sibling)}>
            {m.questionnaire_draft_sibling_open()}
          </Button>
        </p>
      </Notice>
    );
  return null;
}

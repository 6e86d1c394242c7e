import { m } from "@cahier/schema/messages";
import { lazy, Suspense, useState } from "react";
import { clockTime } from "./clock.ts";
import { Icon } from "../../ui/Icon.tsx";
import styles from "./Answering.module.css";
import type { DraftKeeper, Kept } from "./keeper.ts";

const loadNews = () => import("./DraftNews.tsx");
const EraseDialog = lazy(async () => ({ default: (await loadNews()).EraseDialog }));
const News = lazy(async () => ({ default: (await loadNews()).DraftNews }));

interface Props {
  keeper: DraftKeeper;
  kept: Kept;
}

/** Where the draft is: always written, said aloud only when it fails and when it recovers. */
export function DraftState({ keeper, kept }: Props) {
  const [asking, setAsking] = useState(false);
  const [asked, setAsked] = useState(false);
  const { state, draft, elsewhere } = kept;
  const written = state !== "new";
  const erase = () => {
    setAsking(false);
    keeper.erase();
  };
  return (
    <div className={`quiet ${styles.noted}`}>
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
          <button
            type="button"
            className={styles.link}
            onClick={() => {
              setAsking(true);
              setAsked(true);
            }}
          >
            {m.questionnaire_draft_erase()}
          </button>
        )}
      </div>
      <Recovery failed={state === "failed"} />
      {asked && (
        <Suspense>
          <EraseDialog open={asking} onErase={erase} onKeep={() => setAsking(false)} />
        </Suspense>
      )}
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

/** What happened to the draft outside of this tab, or before this visit; most of the time nothing did. */
export const DraftNews = ({ keeper, kept }: Props) =>
  (kept.gone || keeper.sibling()) && (
    <Suspense>
      <News keeper={keeper} kept={kept} />
    </Suspense>
  );

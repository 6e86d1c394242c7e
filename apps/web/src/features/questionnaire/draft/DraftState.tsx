import { m } from "@cahier/schema/messages";
import { lazy, Suspense, useState } from "react";
import { clockTime } from "../../../i18n/clock.ts";
import { Icon } from "../../../ui/Icon.tsx";
import type { DraftKeeper, DraftKept } from "./keeper.ts";
import type { Part } from "../parts.ts";
import type { Questionnaire } from "../question.ts";

const loadNews = () => import("./DraftNews.tsx");
const EraseDialog = lazy(async () => ({ default: (await loadNews()).EraseDialog }));
const News = lazy(async () => ({ default: (await loadNews()).DraftNews }));
const LinkDialog = lazy(async () => ({ default: (await loadNews()).LinkDialog }));

interface Props {
  keeper: DraftKeeper;
  kept: DraftKept;
}

const places = {
  none: m.questionnaire_draft_saved,
  kept: m.questionnaire_draft_saved_both,
  away: m.questionnaire_draft_saved_here,
};

/** Storage state of the draft: always written, announced only when it fails and when it recovers. */
export function DraftState({ keeper, kept }: Props) {
  const [asking, setAsking] = useState<"" | "erase" | "link">("");
  /** Dialogs that were opened once stay, so that each can give the focus back. */
  const [asked, setAsked] = useState("");
  const { state, draft, elsewhere, server } = kept;
  const written = state !== "new";
  const erase = () => {
    setAsking("");
    keeper.erase();
  };
  const open = (dialog: "erase" | "link") => {
    setAsking(dialog);
    setAsked(asked + dialog);
  };
  return (
    <div className="quiet questionnaire-noted">
      <Icon name="save" />
      <div>
        {draft.waiting && (
          <p>
            <b>{m.questionnaire_waiting()}</b>
          </p>
        )}
        {state === "failed" ? (
          <b>{m.questionnaire_draft_failed()}</b>
        ) : state === "pending" ? (
          m.questionnaire_draft_saving()
        ) : draft.savedAt ? (
          <>
            <b>{places[server]()}</b> {m.questionnaire_draft_at({ time: clockTime(draft.savedAt) })}
          </>
        ) : (
          m.questionnaire_draft_new()
        )}
        {elsewhere && <p>{m.questionnaire_draft_elsewhere()}</p>}
        {written && (
          <p className="cluster">
            {draft.server && (
              <button type="button" className="questionnaire-link" onClick={() => open("link")}>
                {m.questionnaire_draft_link()}
              </button>
            )}
            <button type="button" className="questionnaire-link" onClick={() => open("erase")}>
              {m.questionnaire_draft_erase()}
            </button>
          </p>
        )}
      </div>
      <Recovery failed={state === "failed"} />
      <Suspense>
        {asked.includes("erase") && (
          <EraseDialog
            changing={keeper.changing}
            open={asking === "erase"}
            onErase={erase}
            onKeep={() => setAsking("")}
          />
        )}
        {asked.includes("link") && draft.server && (
          <LinkDialog open={asking === "link"} draft={draft} server={server} onClose={() => setAsking("")} />
        )}
      </Suspense>
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

/** Changes of the draft outside this tab, or before this visit; mostly none. */
export const DraftNews = ({
  keeper,
  kept,
  ...rest
}: Props & { questionnaire: Questionnaire; parts: readonly Part[] }) =>
  (kept.gone || keeper.sibling() || (kept.draft.revision ?? 1) < rest.questionnaire.revision) && (
    <div className={kept.gone ? "questionnaire-gone" : undefined}>
      <Suspense>
        <News {...{ keeper, kept, ...rest }} />
      </Suspense>
    </div>
  );

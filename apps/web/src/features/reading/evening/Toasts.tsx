import { m } from "@cahier/schema/messages";
import type { NotRetainedReason } from "../../../graphql/operations.generated.ts";
import { notRetainedNames } from "../../../i18n/voices.ts";
import { Key } from "../../../ui/Key.tsx";
import { problemSentence } from "../../../ui/problems.ts";
import evening from "./Evening.module.css";
import styles from "./Toasts.module.css";
import { useEvening, useOutbox, useSession } from "./sending.tsx";
import { textsOf } from "../outbox/waiting.ts";
import { asideSentence, waitSentence } from "../outbox/waits.ts";

interface Props {
  /** The texts that are shown. */
  texts: readonly { id: string }[];
  /** True if the next text did not come. */
  missing: boolean;
  onUndo: () => void;
  onGo: (id: string) => unknown;
  onWhole: () => void;
}

/** Reasons that cannot be said again as they were: a key point or a theme goes with them, or the author alone says it. */
const restsOnMore = new Set<NotRetainedReason>(["ALREADY_SAID", "OUT_OF_SCOPE", "WITHDRAWN"]);

/** The last act with « Défaire », whatever it was; what waits for a network or a session; what the site failed on, and what was refused. */
export function Toasts({ texts, missing, onUndo, onGo, onWhole }: Props) {
  const session = useSession();
  const { acts, tooLate, cleared } = useEvening(session);
  const { cut, failure, refused, waiting, aside } = useOutbox(session);
  const last = acts.at(-1);
  const here = texts.map(({ id }) => id);
  const unsent = new Set(waiting.flatMap(textsOf)).size;
  return (
    <div className={`${styles.toasts} ${evening.notes}`}>
      <output>
        {cut && unsent > 0 && <p className={styles.toast}>{waitSentence(failure, unsent)}</p>}
        {missing && <p className={styles.toast}>{m.evening_missing()}</p>}
        {tooLate && <p className={styles.toast}>{m.reading_undo_failed()}</p>}
        {cleared && (
          <p className={styles.toast}>
            {m.evening_cleared({ why: notRetainedNames[cleared.reason]() })}
            {!restsOnMore.has(cleared.reason) && (
              <button type="button" onClick={() => void session.restore()}>
                {m.evening_restore()}
              </button>
            )}
            <button type="button" onClick={session.forgetCleared}>
              {m.evening_keep_given()}
            </button>
          </p>
        )}
        {aside.map((one) => (
          <p className={styles.toast} key={one.key}>
            {asideSentence(one.act)}
            {!here.includes(one.contributionId) && (
              <button type="button" onClick={() => onGo(one.contributionId)}>
                {m.reading_back_to_it()}
              </button>
            )}
            <button type="button" onClick={() => void session.outbox.tryAgain(one)}>
              {m.evening_try_again()}
            </button>
            <button type="button" onClick={() => session.outbox.giveUp(one)}>
              {m.evening_give_up()}
            </button>
          </p>
        ))}
        {refused.map(({ key, contributionId, problems }) => (
          <p className={styles.toast} key={key}>
            {problems.some(({ code }) => code === "ALREADY_MARKED")
              ? m.evening_marked_meanwhile()
              : m.evening_refused({ why: problems.map(problemSentence).join(" ") })}
            {here.includes(contributionId) && (
              <button type="button" onClick={onWhole}>
                {m.evening_see_given()} <Key>C</Key>
              </button>
            )}
            {!here.includes(contributionId) && (
              <button type="button" onClick={() => onGo(contributionId)}>
                {m.reading_back_to_it()}
              </button>
            )}
            <button type="button" onClick={session.outbox.forgetRefused}>
              {m.evening_understood()}
            </button>
          </p>
        ))}
        {last && (
          <p className={styles.toast}>
            <span>{last.said}</span>
            <button type="button" onClick={onUndo}>
              {m.reading_undo()} <Key>U</Key>
            </button>
          </p>
        )}
      </output>
    </div>
  );
}

import { m } from "@cahier/schema/messages";
import { use } from "react";
import { clockTime } from "../../../i18n/clock.ts";
import { Icon } from "../../../ui/Icon.tsx";
import { SavedContext, type SavedState } from "./SavedContext.ts";
import styles from "./SavedLine.module.css";

/** « Enregistré », always said; aloud only where it is not so. */
export function SavedLine({ state, at }: { state: SavedState; at: string | null }) {
  const { asTyped } = use(SavedContext);
  const wrong = state === "failed" || state === "stale";
  const words: Record<SavedState, () => string> = {
    saved: () => (at ? m.proposalWriting_saved_at({ time: clockTime(at) }) : m.proposalWriting_saved()),
    saving: m.proposalWriting_saving,
    typed: asTyped ? m.proposalWriting_saving : m.proposalWriting_typed,
    failed: m.proposalWriting_failed,
    stale: m.proposalWriting_stale,
  };
  return (
    <span className={styles.saved} data-state={state}>
      <Icon name={wrong ? "alert" : state === "saved" ? "tick" : "save"} size={16} />
      <span aria-hidden={wrong || undefined}>{words[state]()}</span>
      <output className="visually-hidden">{wrong && words[state]()}</output>
    </span>
  );
}

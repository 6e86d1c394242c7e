import { m } from "@cahier/schema/messages";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { type Failure, failureSentence } from "../../ui/failure.ts";

interface Props {
  dirty: boolean;
  busy: boolean;
  done: boolean;
  /** Neither saved nor refused: nobody answered. */
  failed: Failure;
  onRevert: () => void;
  label?: string;
  /** Saved by itself, before publication: the button only makes it sooner. */
  asTyped?: boolean;
  refused?: boolean;
  /** Somebody else saved meanwhile. */
  stale?: boolean;
}

/** Save state of a form, and its save button: nothing is left by mistake. */
export function SaveBar({ dirty, busy, done, failed, onRevert, label, asTyped, refused, stale }: Props) {
  const again = stale && dirty ? m.questionnaireWriting_save_again() : undefined;
  const wrong = failed
    ? (failureSentence(failed) ??
      (asTyped ? m.questionnaireWriting_not_saved_yet() : m.questionnaireWriting_not_saved()))
    : asTyped && dirty && (refused ? m.questionnaireWriting_refused() : stale && m.questionnaireWriting_stale_title());
  const still = asTyped ? m.questionnaireWriting_as_typed() : "";
  return (
    <div className="questionnaireWriting-save" data-dirty={dirty || asTyped || undefined}>
      <Button type="submit" primary={!asTyped} small={asTyped} disabled={busy && !asTyped}>
        {busy && !asTyped ? m.questionnaireWriting_saving() : (label ?? again ?? m.questionnaireWriting_save())}
      </Button>
      {dirty && !busy && !asTyped && (
        <Button small onClick={onRevert}>
          {m.questionnaireWriting_revert()}
        </Button>
      )}
      {/* What is saved at each rest is said to the eye alone; what is not, aloud. */}
      <output>
        {wrong ? (
          <span className="questionnaireWriting-failed">{wrong}</span>
        ) : (
          !asTyped && (dirty ? m.questionnaireWriting_unsaved() : done && <Saved />)
        )}
      </output>
      {asTyped && !wrong && (
        <span className="quiet">
          {busy ? m.questionnaireWriting_saving() : dirty ? m.questionnaireWriting_typed() : done ? <Saved /> : still}
        </span>
      )}
    </div>
  );
}

const Saved = () => (
  <span className="questionnaireWriting-saved">
    <Icon name="tick" size={18} /> {m.questionnaireWriting_saved()}
  </span>
);

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
}

/** Save state of a form, and its save button: nothing is saved unasked, and nothing is left by mistake. */
export const SaveBar = ({ dirty, busy, done, failed, onRevert, label }: Props) => (
  <div className="questionnaireWriting-save" data-dirty={dirty || undefined}>
    <Button type="submit" primary disabled={busy}>
      {busy ? m.questionnaireWriting_saving() : (label ?? m.questionnaireWriting_save())}
    </Button>
    {dirty && !busy && (
      <Button small onClick={onRevert}>
        {m.questionnaireWriting_revert()}
      </Button>
    )}
    <output>
      {failed ? (
        <span className="questionnaireWriting-failed">
          {failureSentence(failed) ?? m.questionnaireWriting_not_saved()}
        </span>
      ) : dirty ? (
        m.questionnaireWriting_unsaved()
      ) : (
        done && (
          <span className="questionnaireWriting-saved">
            <Icon name="tick" size={18} /> {m.questionnaireWriting_saved()}
          </span>
        )
      )}
    </output>
  </div>
);

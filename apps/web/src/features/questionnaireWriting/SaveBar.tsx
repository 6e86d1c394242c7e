import { m } from "@cahier/schema/messages";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";

interface Props {
  dirty: boolean;
  busy: boolean;
  done: boolean;
  /** Neither saved nor refused: nobody answered. */
  failed: boolean;
  onRevert: () => void;
  label?: string;
}

/** Where a form stands, and its save: nothing is saved without being asked for, and nothing is left by mistake. */
export const SaveBar = ({ dirty, busy, done, failed, onRevert, label }: Props) => (
  <div className="studio-save" data-dirty={dirty || undefined}>
    <Button type="submit" primary disabled={busy}>
      {busy ? m.studio_saving() : (label ?? m.studio_save())}
    </Button>
    {dirty && !busy && (
      <Button small onClick={onRevert}>
        {m.studio_revert()}
      </Button>
    )}
    <output>
      {failed ? (
        <span className="studio-failed">{m.studio_not_saved()}</span>
      ) : dirty ? (
        m.studio_unsaved()
      ) : (
        done && (
          <span className="studio-saved">
            <Icon name="tick" size={18} /> {m.studio_saved()}
          </span>
        )
      )}
    </output>
  </div>
);

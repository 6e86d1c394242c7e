import { m } from "@cahier/schema/messages";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { DraftKeeper, Kept } from "./keeper.ts";

interface EraseProps {
  open: boolean;
  onErase: () => void;
  onKeep: () => void;
}

/** Asks before a draft is erased: there is no copy of it. */
export const EraseDialog = ({ open, onErase, onKeep }: EraseProps) => (
  <Dialog open={open} onClose={onKeep} title={m.questionnaire_draft_erase_title()}>
    <p>{m.questionnaire_draft_erase_text()}</p>
    <p className="cluster">
      <Button primary onClick={onErase}>
        {m.questionnaire_draft_erase()}
      </Button>
      <Button onClick={onKeep}>{m.questionnaire_draft_keep()}</Button>
    </p>
  </Dialog>
);

/** What happened to the draft outside of this tab, or before this visit. */
export function DraftNews({ keeper, kept }: { keeper: DraftKeeper; kept: Kept }) {
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

import { m } from "@cahier/schema/messages";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { Failure } from "../../ui/failure.ts";

interface Props {
  saved: boolean;
  /** Neither saved nor refused: the network or the server did not answer. */
  failed: Failure;
  /** Somebody saved in between: the next save says that one knows. */
  stale: boolean;
}

/** Saves what is typed, and says what came of it. */
export const SaveButton = ({ saved, failed, stale }: Props) => (
  <>
    {saved && (
      <Notice tone="done" live>
        {m.reading_saved()}
      </Notice>
    )}
    <Failed because={failed} />
    <Button type="submit" small>
      {stale ? m.reading_save_mine() : m.reading_save()}
    </Button>
  </>
);

import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import type { ReviewMode } from "../../graphql/operations.generated.ts";
import { formatDate } from "../../i18n/dates.ts";
import { keysOf } from "../../i18n/vocabulary.ts";
import { Button } from "../../ui/Button.tsx";
import type { Failure } from "../../ui/failure.ts";
import { Failed } from "../../ui/Failed.tsx";
import { Select, TextField } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { modeNames } from "./review.mutations.tsx";

interface Props {
  label: string;
  /** Mode that is in force, or offered first. */
  mode: ReviewMode;
  /** Day on which it ends by itself. */
  until?: string | null;
  failed: Failure;
  done: unknown;
  /** Options after the modes. */
  children?: ReactNode;
}

/** Choice of the texts read before they appear, its end, and its effect so far. */
export const ModeFields = ({ label, mode, until, failed, done, children }: Props) => (
  <>
    <Select
      name="mode"
      label={label}
      defaultValue={mode}
      help={until && m.moderation_review_until({ date: formatDate(until) })}
    >
      {keysOf(modeNames).map((one) => (
        <option value={one} key={one}>
          {modeNames[one]()}
        </option>
      ))}
      {children}
    </Select>
    <TextField name="until" type="date" label={m.moderation_review_end()} optional defaultValue={until ?? ""} />
    <Failed because={failed} />
    {!!done && (
      <Notice tone="done" live>
        {m.moderation_review_done()}
      </Notice>
    )}
    <Button type="submit" small>
      {m.moderation_review_choose()}
    </Button>
  </>
);

import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type { RulingReason } from "../graphql/operations.generated.ts";
import { keysOf } from "../i18n/vocabulary.ts";
import { reasonNames } from "./reasons.ts";
import { Select } from "../ui/Field.tsx";
import { WritingArea } from "../ui/WritingArea.tsx";

/**
 * Why words are hidden: a reason of the list, and what the author is told besides. Everybody reads the
 * reason: none is chosen beforehand, unless `reason` says what was said of the text.
 */
export const HiddenFields = ({ reason = "" }: { reason?: RulingReason | "" }) => (
  <>
    <Select name="reason" label={m.moderation_reason()} defaultValue={reason}>
      <option value="">{m.moderation_reason_choose()}</option>
      {keysOf(reasonNames).map((one) => (
        <option value={one} key={one}>
          {reasonNames[one]()}
        </option>
      ))}
    </Select>
    <WritingArea name="note" label={m.moderation_note()} optional rows={3} maxLength={limits["ruling.note"]} />
  </>
);

import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { keysOf } from "../../i18n/vocabulary.ts";
import { reasonNames } from "../../shared/reasons.ts";
import { Select } from "../../ui/Field.tsx";
import { WritingArea } from "../../ui/WritingArea.tsx";

/** Why words are hidden: a reason of the list, and what the author is told besides. */
export const HiddenFields = () => (
  <>
    <Select name="reason" label={m.moderation_reason()}>
      {keysOf(reasonNames).map((reason) => (
        <option value={reason} key={reason}>
          {reasonNames[reason]()}
        </option>
      ))}
    </Select>
    <WritingArea name="note" label={m.moderation_note()} optional rows={3} maxLength={limits["ruling.note"]} />
  </>
);

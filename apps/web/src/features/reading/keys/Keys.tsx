import { m } from "@cahier/schema/messages";
import { keepOnDevice, useDeviceValue } from "../../../ui/device.ts";
import { KeyList } from "./Shortcuts.tsx";
import { ends } from "../evening/Ends.tsx";
import { noKeys } from "./useKeys.ts";

const keys = (): [string, string][] => [
  ["↑ ↓", m.reading_does_sentence()],
  [m.evening_key_sideways(), m.evening_does_text()],
  [m.evening_key_shift_arrow(), m.reading_does_extend()],
  ["1 – 9", m.evening_does_give()],
  ["/", m.evening_does_find()],
  [m.evening_key_enter(), m.evening_does_next()],
  ["P", m.reading_does_pass()],
  ...ends().map(({ letter, words }): [string, string] => [letter.toUpperCase(), words]),
  [m.evening_key_alone_letter(), m.evening_does_alone()],
  ["E", m.evening_does_two()],
  ["M", m.evening_does_meeting()],
  ["C", m.evening_does_whole()],
  ["K", m.reading_does_back()],
  ["U", m.evening_does_undo_any()],
  [m.reading_key_escape(), m.reading_does_undo_choice()],
  ["Ctrl K", m.team_go()],
  ["Q", m.reading_does_quit()],
  ["?", m.reading_does_help()],
];

/** All keys of an evening, and whether those of one letter answer. */
export function Keys() {
  const off = useDeviceValue(noKeys) === "1";
  return (
    <>
      <KeyList of={keys()} />
      <label>
        <input
          type="checkbox"
          checked={!off}
          onChange={({ target }) => keepOnDevice(noKeys, target.checked ? "0" : "1")}
        />{" "}
        {m.evening_keys_on()}
      </label>
    </>
  );
}

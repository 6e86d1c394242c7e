import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import type { NotRetainedReason } from "../../../graphql/operations.generated.ts";
import { Button } from "../../../ui/Button.tsx";
import { TextButton } from "../../../ui/TextButton.tsx";
import { Key } from "../../../ui/Key.tsx";
import styles from "./Evening.module.css";

/** Ends of a text of which nothing is kept, in one press; two ask for more: what says it already, and the theme that it is handed to. */
export type End = Extract<
  NotRetainedReason,
  "ALREADY_SAID" | "OUT_OF_SCOPE" | "REQUEST_APART" | "TOO_GENERAL" | "NOT_UNDERSTOOD"
>;

/** The ends, each with its letter in the language of the page. */
export const ends = (): { reason: End; letter: string; words: string }[] => [
  { reason: "ALREADY_SAID", letter: m.evening_key_said(), words: m.evening_end_said() },
  { reason: "OUT_OF_SCOPE", letter: m.evening_key_off(), words: m.evening_end_off() },
  { reason: "REQUEST_APART", letter: m.evening_key_request(), words: m.evening_end_request() },
  { reason: "TOO_GENERAL", letter: m.evening_key_general(), words: m.evening_end_general() },
  { reason: "NOT_UNDERSTOOD", letter: m.evening_key_unclear(), words: m.evening_end_unclear() },
];

interface Props {
  /** Texts of the sheet that are to be read: each act is about all of them, or about the chosen one alone. */
  open: number;
  alone: boolean;
  onAlone: (alone: boolean) => void;
  onEnd: (reason: End) => void;
  onWord: () => void;
  children: ReactNode;
}

/** « Lue, rien à reprendre » : why, with one letter each; with Shift for the chosen text alone. */
export function Ends({ open, alone, onAlone, onEnd, onWord, children }: Props) {
  if (!open) return children;
  return (
    <fieldset className={styles.ends}>
      <legend>{open > 1 && !alone ? m.evening_ends_all({ count: open }) : m.evening_ends()}</legend>
      {ends().map(({ reason, letter, words }) => (
        <Button small className={styles.end} onClick={() => onEnd(reason)} key={reason}>
          <Key>{letter.toUpperCase()}</Key> {words}
        </Button>
      ))}
      <TextButton onClick={onWord}>{m.evening_with_word()}</TextButton>
      {children}
      {(open > 1 || alone) && (
        <label className={styles.alone}>
          <input type="checkbox" checked={alone} onChange={({ target }) => onAlone(target.checked)} />{" "}
          {m.evening_alone()} <Key>{m.evening_key_alone()}</Key>
        </label>
      )}
    </fieldset>
  );
}

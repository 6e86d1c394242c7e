import { m } from "@cahier/schema/messages";
import { Button } from "../../../ui/Button.tsx";
import { Key } from "../../../ui/Key.tsx";
import { TextButton } from "../../../ui/TextButton.tsx";
import styles from "./Evening.module.css";

interface Props {
  /** Words of the green button: what Enter does now. */
  words: string;
  onDone: () => void;
  onPass: () => void;
  onExtend: (() => void) | undefined;
}

/** The green button of a text, that of Enter, and the one that passes. */
export const GoOn = ({ words, onDone, onPass, onExtend }: Props) => (
  <>
    {onExtend && (
      <span className={styles.byTouch}>
        <TextButton onClick={onExtend}>{m.evening_extend()}</TextButton>
      </span>
    )}
    <div className={styles.goOn}>
      <Button primary onClick={onDone}>
        {words} <Key>{m.evening_key_enter()}</Key>
      </Button>
      <Button onClick={onPass}>
        {m.reading_next()} <Key>P</Key>
      </Button>
    </div>
  </>
);

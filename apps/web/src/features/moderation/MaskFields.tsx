import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { type Mask, placesOf } from "./masks.ts";
import styles from "./Moderation.module.css";

interface Props {
  parts: readonly { name: string; text: string }[];
  masks: readonly Mask[];
  onChange: (masks: Mask[]) => void;
  onAdd: (masks: Mask[]) => void;
}

/** Words that are masked, each taken off by a press; more are added by writing them. */
export function MaskFields({ parts, masks, onChange, onAdd }: Props) {
  const [words, setWords] = useState("");
  const [absent, setAbsent] = useState(false);
  const field = useRef<HTMLDivElement>(null);
  const add = () => {
    const places = placesOf(words, parts);
    setAbsent(places.length === 0);
    if (places.length === 0) return;
    onAdd(places);
    setWords("");
    field.current!.querySelector("input")!.focus();
  };
  return (
    <div className="flow" ref={field}>
      <p id="masks">{m.moderation_masks()}</p>
      {masks.length > 0 ? (
        <ul className="cluster" aria-labelledby="masks">
          {masks.map((mask) => {
            const masked = parts.find(({ name }) => name === mask.part)?.text.slice(mask.start, mask.end) ?? "";
            return (
              <li key={`${mask.part} ${mask.start}`}>
                <Button
                  small
                  className={styles.masked}
                  aria-label={m.moderation_unmask({ words: masked })}
                  onClick={() => onChange(masks.filter((one) => one !== mask))}
                >
                  {masked} <span aria-hidden>×</span>
                </Button>
              </li>
            );
          })}
        </ul>
      ) : (
        <p className="quiet">{m.moderation_masks_none()}</p>
      )}
      <div className={styles.more}>
        <TextField
          name="more"
          label={m.moderation_mask_more()}
          value={words}
          onChange={(event) => setWords(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add();
          }}
        />
        <Button small onClick={add} disabled={!words.trim()}>
          {m.moderation_mask_add()}
        </Button>
      </div>
      {absent && (
        <Notice tone="warn" live>
          {m.moderation_mask_absent()}
        </Notice>
      )}
    </div>
  );
}

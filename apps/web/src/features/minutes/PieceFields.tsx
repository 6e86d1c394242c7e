import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useRef } from "react";
import { Button } from "../../ui/Button.tsx";
import { TextField } from "../../ui/Field.tsx";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { KindSelect } from "./KindSelect.tsx";
import styles from "./Minutes.module.css";
import type { Piece } from "./pieces.ts";

interface Props {
  /** Its place, from 0. */
  at: number;
  piece: Piece;
  onChange: (piece: Piece) => void;
  /** Cut in two at this place of its text. */
  onCut: (place: number) => void;
  /** Null for the first one. */
  onJoin: (() => void) | null;
  onRemove: () => void;
}

/** One piece of a text that is being cut into blocks. */
export function PieceFields({ at, piece, onChange, onCut, onJoin, onRemove }: Props) {
  const place = useRef(0);
  const { kind, topic, text, owner, due } = piece;
  const named = (field: string) => `blocks.${at}.${field}`;
  return (
    <fieldset>
      <legend>{m.minutes_piece({ number: at + 1 })}</legend>
      <div className={styles.row}>
        <KindSelect name={named("kind")} value={kind} onChange={(chosen) => onChange({ ...piece, kind: chosen })} />
        <TextField
          name={named("topic")}
          label={m.minutes_topic()}
          optional
          maxLength={limits["minutes.topic"]}
          value={topic}
          onChange={(event) => onChange({ ...piece, topic: event.target.value })}
        />
        {kind !== "NOTE" && (
          <TextField
            name={named("owner")}
            label={kind === "QUOTE" ? m.minutes_speaker() : m.minutes_owner()}
            optional={kind !== "QUOTE"}
            maxLength={limits["minutes.line"]}
            value={owner}
            onChange={(event) => onChange({ ...piece, owner: event.target.value })}
          />
        )}
        {(kind === "ACTION" || kind === "DECISION") && (
          <TextField
            name={named("due")}
            type="date"
            label={m.minutes_due()}
            optional
            value={due}
            onChange={(event) => onChange({ ...piece, due: event.target.value })}
          />
        )}
      </div>
      <WritingArea
        name={named("text")}
        label={m.minutes_text()}
        rows={2}
        maxLength={limits["minutes.text"]}
        value={text}
        onChange={(event) => onChange({ ...piece, text: event.target.value })}
        // A button takes the focus away, and the place in the text with it.
        onSelect={(event) => (place.current = event.currentTarget.selectionStart)}
      />
      <div className="cluster">
        <Button small onClick={() => onCut(place.current)}>
          {m.minutes_piece_cut()}
        </Button>
        {onJoin && (
          <Button small onClick={onJoin}>
            {m.minutes_piece_join()}
          </Button>
        )}
        <Button small onClick={onRemove}>
          {m.minutes_piece_remove()}
        </Button>
      </div>
    </fieldset>
  );
}

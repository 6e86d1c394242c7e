import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Icon } from "../../ui/Icon.tsx";

interface Props {
  idOf: (act: "up" | "down") => string;
  /** Name of the thing that moves. */
  what: string;
  first: boolean;
  last: boolean;
  onMove: (by: -1 | 1) => void;
  children?: ReactNode;
}

/** « Monter », « Descendre »: what dragging does, for a keyboard and a finger. At an end they say that they do nothing rather than losing the focus. */
export const MoveButtons = ({ idOf, what, first, last, onMove, children }: Props) => (
  <span className="questionnaireWriting-acts">
    <button
      type="button"
      className="views-icon"
      id={idOf("up")}
      aria-label={m.questionnaireWriting_move_up({ what })}
      aria-disabled={first}
      onClick={() => !first && onMove(-1)}
    >
      <Icon name="up" size={18} />
    </button>
    <button
      type="button"
      className="views-icon"
      id={idOf("down")}
      aria-label={m.questionnaireWriting_move_down({ what })}
      aria-disabled={last}
      onClick={() => !last && onMove(1)}
    >
      <Icon name="down" size={18} />
    </button>
    {children}
  </span>
);

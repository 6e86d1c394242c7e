import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";

interface Props {
  keyPoint: { id: string; sentence: string; peopleCount: number };
  /** The digit that gives to it; none after the ninth. */
  rank?: number;
  /** Why it is there. */
  why?: ReactNode;
  disabled: boolean;
  onGive: (keyPointId: string) => void;
}

/** A key point to which the chosen words can be given. */
export const KeyPointTarget = ({ keyPoint, rank, why, disabled, onGive }: Props) => (
  <li>
    <button type="button" disabled={disabled} onClick={() => onGive(keyPoint.id)}>
      <kbd>{rank}</kbd>
      <span>
        <span lang="fr">{keyPoint.sentence}</span>
        {why && <small>{why}</small>}
      </span>
      <small>{m.vocabulary_people({ count: keyPoint.peopleCount })}</small>
    </button>
  </li>
);

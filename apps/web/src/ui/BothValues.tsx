import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Button } from "./Button.tsx";

interface ValueProps {
  /** Name of the side, and of the act that keeps it. */
  name: string;
  act: string;
  /** Label of the field, for whoever hears the button alone. */
  field: string;
  value: ReactNode;
  onKeep: () => void;
}

/** One of the two values that a field has after two people changed it, and the act that keeps it. */
export const OneValue = ({ name, act, field, value, onKeep }: ValueProps) => (
  <div>
    <b>{name}</b>
    <div className="verbatim">{value}</div>
    <Button small onClick={onKeep}>
      {act}
      <span className="visually-hidden">
        {m.ui_colon()}
        {field}
      </span>
    </Button>
  </div>
);

interface Props {
  field: string;
  mine: ReactNode;
  theirs: ReactNode;
  /** Keeps one's own, or takes what the other person wrote. */
  settle: (take: boolean) => void;
}

/** Both values of a field, to choose from. */
export const BothValues = ({ field, mine, theirs, settle }: Props) => (
  <>
    <OneValue
      name={m.keyPointWriting_mine()}
      act={m.keyPointWriting_keep_mine()}
      value={mine}
      onKeep={() => settle(false)}
      field={field}
    />
    <OneValue
      name={m.keyPointWriting_theirs()}
      act={m.keyPointWriting_take_theirs()}
      value={theirs}
      onKeep={() => settle(true)}
      field={field}
    />
  </>
);

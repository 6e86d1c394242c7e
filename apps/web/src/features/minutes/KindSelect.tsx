import { m } from "@cahier/schema/messages";
import type { BlockKind } from "../../graphql/operations.generated.ts";
import { keysOf } from "../../i18n/vocabulary.ts";
import { Select } from "../../ui/Field.tsx";

export const kindNames: Record<BlockKind, () => string> = {
  NOTE: m.minutes_kind_NOTE,
  DECISION: m.minutes_kind_DECISION,
  ACTION: m.minutes_kind_ACTION,
  QUOTE: m.minutes_kind_QUOTE,
};

interface Props {
  name: string;
  value: BlockKind;
  onChange: (kind: BlockKind) => void;
}

/** Kind of a block of minutes. */
export const KindSelect = ({ name, value, onChange }: Props) => (
  <Select
    name={name}
    label={m.minutes_kind()}
    value={value}
    onChange={(event) => onChange(event.target.value as BlockKind)}
  >
    {keysOf(kindNames).map((kind) => (
      <option value={kind} key={kind}>
        {kindNames[kind]()}
      </option>
    ))}
  </Select>
);

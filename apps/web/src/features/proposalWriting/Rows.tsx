import { m } from "@cahier/schema/messages";
import { type ReactNode, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Form } from "../../ui/Form.tsx";
import { newKey } from "../../ui/key.ts";
import type { useAct } from "../../ui/useAct.ts";

interface Props<Row> {
  rows: readonly Row[];
  /** The form of one of them; of a new one under an id of its own. `onKept` empties the form of a new one. */
  renderForm: (row: Row | null, id: string, onKept: () => void) => ReactNode;
  /** Label of the button that opens the form of a new one. */
  add: string;
}

/** One part of a proposal as it is edited: the form of each row that is there, and of one more. */
export function Rows<Row extends { id: string }>({ rows, renderForm, add }: Props<Row>) {
  const [fresh, setFresh] = useState(newKey);
  return (
    <>
      {rows.map((row) => (
        <Card as="article" key={row.id}>
          {renderForm(row, row.id, () => undefined)}
        </Card>
      ))}
      <Disclosure summary={add}>
        <div key={fresh}>{renderForm(null, fresh, () => setFresh(newKey()))}</div>
      </Disclosure>
    </>
  );
}

/** Removes a row, by name: screen readers meet many such buttons. */
export const Remove = ({
  act,
  name,
  onRemove,
}: {
  act: Pick<ReturnType<typeof useAct>, "problems" | "busy">;
  name: string;
  onRemove: () => unknown;
}) => (
  <Form problems={act.problems} busy={act.busy} onSubmit={onRemove}>
    <Button type="submit" small>
      {m.scaffold_remove()}
      <span className="visually-hidden"> {name}</span>
    </Button>
  </Form>
);

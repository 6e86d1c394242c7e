import { m } from "@cahier/schema/messages";
import { type ReactNode, useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Form } from "../../ui/Form.tsx";
import { newKey } from "../../ui/key.ts";
import type { useAct } from "../../ui/useAct.ts";
import { Slot } from "./WorkshopPart.tsx";
import styles from "./Workshop.module.css";
import { contentLang } from "../../i18n/content.ts";

interface Props<Row> {
  rows: readonly Row[];
  /** A row in two lines, as it is read, and the name by which an address opens it. */
  renderLine: (row: Row) => readonly [said: ReactNode, more?: ReactNode, anchor?: string];
  /** The form of one of them; of a new one under an id of its own. `onKept` empties the form of a new one. */
  renderForm: (row: Row | null, id: string, onKept: () => void) => ReactNode;
  /** Label of the line that opens the form of a new one. */
  add: string;
  /** The gate asks for one more. */
  missing?: boolean;
}

/** One part of a proposal as it is edited: each row that is there, whose form is one press away, and one more. */
export function Rows<Row extends { id: string }>({ rows, renderLine, renderForm, add, missing }: Props<Row>) {
  const [fresh, setFresh] = useState(newKey);
  return (
    <>
      {rows.map((row) => (
        <Line said={renderLine(row)} key={row.id}>
          {renderForm(row, row.id, () => undefined)}
        </Line>
      ))}
      <Slot summary={add} missing={missing} more={rows.length > 0 && !missing}>
        <div key={fresh}>{renderForm(null, fresh, () => setFresh(newKey()))}</div>
      </Slot>
    </>
  );
}

/** Something that is there, as it is read; its form is one press away. */
export const Line = ({
  said: [said, more, anchor],
  children,
}: {
  said: ReturnType<Props<never>["renderLine"]>;
  children: ReactNode;
}) => (
  <article>
    <details className={styles.row} id={anchor} data-slot={anchor}>
      <summary>
        <b lang={contentLang()}>{said}</b>
        {more && <span>{more}</span>}
      </summary>
      <div>{children}</div>
    </details>
  </article>
);

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
      <span className="visually-hidden" lang={contentLang()}>
        {" "}
        {name}
      </span>
    </Button>
  </Form>
);

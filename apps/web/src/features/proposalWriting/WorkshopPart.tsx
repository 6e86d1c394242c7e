import { m } from "@cahier/schema/messages";
import { type ReactNode, useId, useRef, useState } from "react";
import type { StatementBox_statement, StatementPart } from "../../graphql/operations.generated.ts";
import { partNames } from "../../i18n/vocabulary.ts";
import { Icon } from "../../ui/Icon.tsx";
import { newKey } from "../../ui/key.ts";
import { begunIn } from "./begun.ts";
import { StatementBox } from "./StatementBox.tsx";
import styles from "./Workshop.module.css";

/** A part of a proposal in the workshop, under its name. */
export function Part({ id, heading, children }: { id: string; heading: string; children: ReactNode }) {
  const headingId = useId();
  return (
    <section className={styles.part} id={id} aria-labelledby={headingId}>
      <h2 id={headingId}>{heading}</h2>
      {children}
    </section>
  );
}

interface Props {
  id: string;
  proposalId: string;
  part: StatementPart;
  statements: readonly StatementBox_statement[];
  /** The gate asks for it. */
  missing: boolean;
}

/** Sentences of a part, and the place of one more: a line until it is opened, or until the device still has its words. */
export function StatementPartSlot({ id, proposalId, part, statements, missing }: Props) {
  const [first] = useState(() => begunIn(proposalId, part, statements));
  const [fresh, setFresh] = useState(first);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  // Saved under the id that this page made, the sentence that was begun is one of the others: another is begun.
  if (statements.some((one) => one.id === fresh)) {
    setFresh(newKey());
    setOpen(false);
  }
  const begin = () => {
    setOpen(true);
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>(":scope > :last-child textarea")?.focus());
  };
  // The first one looks for words on the device; those after it begin empty, once they are asked for.
  const boxes = [...statements.map((one) => one.id), ...(open || fresh === first ? [fresh] : [])];
  return (
    <Part id={id} heading={partNames[part]()}>
      <div className={styles.part} ref={box}>
        {boxes.map((one, index) => (
          <div hidden={one === fresh && !open} key={one}>
            <StatementBox
              proposalId={proposalId}
              part={part}
              place={index + 1}
              id={one}
              statement={statements.find((statement) => statement.id === one) ?? null}
              onFound={one === fresh ? () => setOpen(true) : undefined}
            />
          </div>
        ))}
      </div>
      {!open && (
        <button
          type="button"
          className={statements.length > 0 && !missing ? `${styles.slot} ${styles.again}` : styles.slot}
          data-slot=""
          data-missing={missing || undefined}
          onClick={begin}
        >
          <Icon name="plus" size={18} />
          {statements.length > 0
            ? m.proposalWriting_one_more()
            : m.proposalWriting_write_part({ part: partNames[part]() })}
          {statements.length > 0 && <span className="visually-hidden">{`${m.ui_colon()}${partNames[part]()}`}</span>}
        </button>
      )}
    </Part>
  );
}

interface SlotProps {
  summary: string;
  /** The gate asks for it. */
  missing?: boolean;
  /** Something is there already, and is enough. */
  more?: boolean;
  children: ReactNode;
}

/** Form to add to a part of another kind: a line until it is opened. */
export const Slot = ({ summary, missing, more, children }: SlotProps) => (
  <details className={styles.new} data-slot="">
    <summary className={more ? `${styles.slot} ${styles.again}` : styles.slot} data-missing={missing || undefined}>
      <Icon name="plus" size={18} />
      {summary}
    </summary>
    <div>{children}</div>
  </details>
);

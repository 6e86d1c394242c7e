import { m } from "@cahier/schema/messages";
import { type ReactNode, useRef } from "react";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import styles from "./Drawn.module.css";

/**
 * Sheets one on the other, which turn like pages as one scrolls, swipes or presses; all of them side by side for
 * whoever wants less motion, and on paper.
 */
export function Drawn({ sheets, label }: { sheets: readonly { key: string; content: ReactNode }[]; label: string }) {
  const ref = useRef<HTMLOListElement>(null);
  const turn = (by: 1 | -1) => {
    const list = ref.current!;
    const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "instant" : "smooth";
    const here = Math.round(list.scrollLeft / list.clientWidth);
    list.scrollTo({ left: (here + by) * list.clientWidth, behavior });
  };
  return (
    <div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls has to be reached by keyboard */}
      <ol className={styles.drawn} ref={ref} tabIndex={0} aria-label={label}>
        {sheets.map(({ key, content }, index) => (
          <li key={key}>
            <div className={styles.sheet}>
              <p className={styles.page}>{m.synthesis_page({ number: index + 1, total: sheets.length })}</p>
              {content}
            </div>
          </li>
        ))}
      </ol>
      <p className={`cluster no-print ${styles.turn}`}>
        <Button small onClick={() => turn(-1)}>
          <Icon name="back" size={17} />
          {m.synthesis_page_previous()}
        </Button>
        <Button small onClick={() => turn(1)}>
          {m.synthesis_page_next()}
          <Icon name="arrow" size={17} />
        </Button>
      </p>
    </div>
  );
}

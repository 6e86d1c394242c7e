import { m } from "@cahier/schema/messages";
import { useRef, useState } from "react";
import { Button, ButtonLink } from "./Button.tsx";

interface List<Row> {
  /** Rows the page began with. */
  begun: readonly Row[];
  /** A part of fewer rows is the end. */
  most: number;
  /** The same of what the page began with, where it is less. */
  first?: number;
  /** Those that follow a row. */
  ask: (after: string) => Promise<readonly Row[] | undefined>;
  /** True where they stand above: the first row of a part is followed. */
  upwards?: boolean;
  /** Words of the button. */
  label?: string;
  /** Address of those that follow a row: a link leads there without scripts, and brings them in place with them. */
  to?: (after: string) => string;
}

/** Rest of a list that was begun: a part more at each press of a button, which keeps the focus and says how many came. */
export function useRest<Row extends { id: string }>({
  begun,
  most,
  first = most,
  ask,
  upwards,
  label = m.ui_rest(),
  to,
}: List<Row>) {
  const followed = (part: readonly Row[]) => part.at(upwards ? 0 : -1)?.id ?? "";
  // A list that was read anew is followed anew.
  const [read, setRead] = useState({ from: "", parts: [] as (readonly Row[])[] });
  const parts = read.from === followed(begun) ? read.parts : [];
  const [state, setState] = useState<"asking" | "failed" | null>(null);
  const said = useRef<HTMLOutputElement>(null);
  const last = parts.at(-1) ?? begun;

  async function more() {
    if (state === "asking") return;
    setState("asking");
    const part = await ask(followed(last)).catch(() => undefined);
    setState(part ? null : "failed");
    if (!part) return;
    setRead({ from: followed(begun), parts: [...parts, part] });
    // The button goes with the last part.
    if (part.length < most) said.current?.focus();
  }

  const goesOn = last.length >= (parts.length > 0 ? most : first);
  const control = begun.length >= first && (
    <div className="cluster no-print">
      {goesOn && to && (
        <ButtonLink
          to={to(followed(last))}
          aria-disabled={state === "asking"}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return;
            event.preventDefault();
            void more();
          }}
        >
          {label}
        </ButtonLink>
      )}
      {goesOn && !to && (
        <Button aria-disabled={state === "asking"} onClick={() => void more()}>
          {label}
        </Button>
      )}
      <output className="quiet" ref={said} tabIndex={-1}>
        {state === "failed" ? m.ui_rest_failed() : parts.length > 0 && m.ui_rest_came({ count: last.length })}
      </output>
    </div>
  );
  return { rest: upwards ? parts.toReversed().flat() : parts.flat(), control };
}

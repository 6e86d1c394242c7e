import { type ReactNode, useState } from "react";
import { Button } from "./Button.tsx";
import { Card } from "./Card.tsx";
import { Notice } from "./Notice.tsx";

interface Props {
  /** Name of the button that opens it. */
  name: string;
  /** The one act of its part of the page. */
  primary?: boolean;
  /** Sentence once it is done; none where one goes elsewhere. */
  done?: string;
  render: (acts: { onDone: () => void; onCancel: () => void }) => ReactNode;
}

const fields = ":is(input, textarea, select, button):not([tabindex='-1'])";
const takeFocus = (it: HTMLElement | null) => it?.focus();
const takeFocusWithin = (it: HTMLElement | null) => takeFocus(it?.querySelector<HTMLElement>(fields) ?? null);

/** A form that opens in the place of its button, and gives its place back: the focus goes with it. */
export function FormInPlace({ name, primary, done, render }: Props) {
  const [shown, setShown] = useState<"form" | "done" | "left">();
  if (shown === "form")
    return (
      <Card>
        <div ref={takeFocusWithin}>{render({ onDone: () => setShown("done"), onCancel: () => setShown("left") })}</div>
      </Card>
    );
  return (
    <>
      <p className="no-print">
        <Button primary={primary} small={!primary} ref={shown && takeFocus} onClick={() => setShown("form")}>
          {name}
        </Button>
      </p>
      {shown === "done" && done && (
        <Notice tone="done" live>
          {done}
        </Notice>
      )}
    </>
  );
}

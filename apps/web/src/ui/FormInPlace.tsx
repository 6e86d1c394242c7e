import { type ReactNode, useState } from "react";
import { Button } from "./Button.tsx";
import { Card } from "./Card.tsx";
import { Notice } from "./Notice.tsx";

interface Props {
  /** Name of the button that opens it. */
  name: string;
  /** Sentence once it is done; none where one goes elsewhere. */
  done?: string;
  render: (acts: { onDone: () => void; onCancel: () => void }) => ReactNode;
}

/** A form that opens in the place of its button. */
export function FormInPlace({ name, done, render }: Props) {
  const [shown, setShown] = useState<"form" | "done">();
  if (shown === "form")
    return <Card>{render({ onDone: () => setShown("done"), onCancel: () => setShown(undefined) })}</Card>;
  return (
    <>
      <p className="no-print">
        <Button small onClick={() => setShown("form")}>
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

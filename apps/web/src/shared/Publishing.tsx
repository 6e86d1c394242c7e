import { m } from "@cahier/schema/messages";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import { Button } from "../ui/Button.tsx";
import { Failed } from "../ui/Failed.tsx";
import type { Failure } from "../ui/failure.ts";
import { Form } from "../ui/Form.tsx";
import { Key } from "../ui/Key.tsx";
import { Notice } from "../ui/Notice.tsx";
import type { Problem } from "../ui/problems.ts";
import { useKeys } from "../ui/useKeys.ts";

/** Seconds until an instant of the server; none once it is past. */
const secondsUntil = (instant: string) => Math.max(0, Math.ceil((Date.parse(instant) - Date.now()) / 1000));

interface Props {
  publishesAt: string;
  /** True where it was just decided here: « Défaire » takes the focus that the button before it had. */
  decidedHere: boolean;
  /** Name of the object that becomes public. */
  children: string;
  /** The act that takes it back. */
  undo: { problems: readonly Problem[]; busy: boolean; failed: Failure };
  onUndo: () => void;
  /** Called once the time is past, now and again until it is done. */
  onLook: () => void;
}

/** Banner of an object about to be public: time left to undo it, and the way back. */
export function Publishing({ publishesAt, decidedHere, children, undo, onUndo, onLook }: Props) {
  const [left, setLeft] = useState(() => secondsUntil(publishesAt));
  const back = useRef<HTMLButtonElement>(null);
  const takeBack = () => void (!undo.busy && onUndo());
  useKeys({ u: left > 0 ? takeBack : undefined });
  useEffect(() => {
    if (decidedHere) back.current?.focus();
  }, [decidedHere]);
  const isOver = left === 0;
  const look = useEffectEvent(() => (isOver ? onLook() : setLeft(secondsUntil(publishesAt))));
  useEffect(() => {
    const timer = setInterval(() => look(), isOver ? 2000 : 250);
    return () => clearInterval(timer);
  }, [isOver]);
  return (
    <Form problems={undo.problems} busy={undo.busy} onSubmit={takeBack}>
      <Notice live>{children}</Notice>
      <Failed because={undo.failed} />
      <p className="cluster">
        {!isOver && (
          <Button type="submit" ref={back}>
            {m.vocabulary_undo()} <Key>U</Key>
          </Button>
        )}
        <span aria-hidden={!isOver || undefined}>
          {isOver ? m.vocabulary_publishing_now() : m.vocabulary_publishing({ count: left })}
        </span>
      </p>
    </Form>
  );
}

import { m } from "@cahier/schema/messages";
import type { KeyboardEvent } from "react";
import { Notice } from "../../ui/Notice.tsx";

interface Props {
  text: string;
  /** The text it is: it takes the focus when one comes from another. */
  arrival: string;
  onKey: (key: string) => boolean;
}

/** A text that is read and counted, and never marked; the keys of a text answer there too. */
export function Unmarkable({ text, arrival, onKey }: Props) {
  const keyDown = (event: KeyboardEvent) => {
    if (!event.ctrlKey && !event.metaKey && !event.altKey && onKey(event.key)) event.preventDefault();
  };
  return (
    <>
      <Notice tone="info">{m.reading_unpublished()}</Notice>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex -- what answers to keys has to be reached by them */}
      <section tabIndex={0} aria-label={m.reading_text()} data-arrival={arrival} onKeyDown={keyDown}>
        <blockquote className="verbatim" lang="fr">
          {text}
        </blockquote>
      </section>
    </>
  );
}

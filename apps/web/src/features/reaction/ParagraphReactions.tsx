import { m } from "@cahier/schema/messages";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { Disclosure } from "../../ui/Disclosure.tsx";
import type { ThreadProps } from "./Thread.tsx";

const Thread = lazy(async () => ({ default: (await import("./Thread.tsx")).Thread }));

interface Props extends ThreadProps {
  counts: { support: number; complete: number; qualify: number };
  /** Text of the paragraph, for screen readers that meet « Réagir » many times on one page. */
  about: string;
  /** The way to the same on a page of its own: for browsers without scripts, and until it is there. */
  elsewhere: ReactNode;
}

/** Reactions to a paragraph and the form of a new one, behind one press: nothing is loaded before it. */
export function ParagraphReactions({ counts, about, elsewhere, ...thread }: Props) {
  const [open, setOpen] = useState(false);
  const count = counts.support + counts.complete + counts.qualify;
  const summary = (
    <>
      {count > 0 ? `${m.reaction_count({ count })} · ${m.reaction_to_paragraph()}` : m.reaction_to_paragraph()}
      <span className="visually-hidden">
        {" "}
        {m.reaction_to_this()}
        {m.ui_colon()}
        {about}
      </span>
    </>
  );
  return (
    <Disclosure summary={summary} onToggle={setOpen}>
      {open ? (
        <Suspense fallback={<p className="quiet">{m.reaction_loading()}</p>}>
          <div className="flow">
            <Thread {...thread} />
          </div>
        </Suspense>
      ) : (
        elsewhere
      )}
    </Disclosure>
  );
}

import { m } from "@cahier/schema/messages";
import { type ReactNode, Suspense, useState } from "react";
import type { ReactionKind } from "../../graphql/operations.generated.ts";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { contentLang } from "../../i18n/content.ts";
import { useKeptBefore } from "../../ui/useKeptBefore.ts";

export interface BehindProps {
  counts: Record<Lowercase<ReactionKind>, number>;
  /** Words that are reacted to, for screen readers that meet « Réagir » many times on one page. */
  about: string;
  /** « à ce paragraphe ». */
  to: string;
  /** The way to what was said, on a page of its own: for browsers without scripts, and until it is there. */
  elsewhere?: ReactNode;
  /** Beginning of the names under which what is typed here is kept on the device. */
  kept: string;
  /** Reactions and the form of a new one: nothing of them is loaded before it is pressed, but where some words are kept. */
  children: ReactNode;
}

/** Reactions to a part of a page, behind one press. */
export function ReactionsBehind({ counts, about, to, elsewhere, kept, children }: BehindProps) {
  const [isOpen, setOpen] = useState(false);
  const isKept = useKeptBefore(kept) !== null;
  // The form that comes back opens the fold around it.
  const open = isOpen || isKept;
  const count = counts.support + counts.complete + counts.qualify + counts.question + counts.source;
  const summary = (
    <>
      {count > 0 ? `${m.reaction_count({ count })} · ${m.reaction_to_paragraph()}` : m.reaction_to_paragraph()}
      <span className="visually-hidden">
        {" "}
        {to}
        {m.ui_colon()}
        <span lang={contentLang()}>{about}</span>
      </span>
    </>
  );
  return (
    // On paper nobody reacts: what was not opened is left out there.
    <div className={open ? undefined : "no-print"}>
      <Disclosure summary={summary} onToggle={setOpen}>
        {open ? (
          <Suspense fallback={<p className="quiet">{m.reaction_loading()}</p>}>
            <div className="flow">{children}</div>
          </Suspense>
        ) : (
          (count > 0 && elsewhere) || <noscript>{m.reaction_needs_scripts()}</noscript>
        )}
      </Disclosure>
    </div>
  );
}

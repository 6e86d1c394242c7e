import { m } from "@cahier/schema/messages";
import { lazy, Suspense, useState } from "react";
import type { ModeratedKind } from "../graphql/operations.generated.ts";
import { Disclosure } from "../ui/Disclosure.tsx";
import { Of } from "./Of.tsx";

/** Loaded for those who open it. */
const ReportPanel = lazy(async () => ({ default: (await import("./ReportPanel.tsx")).ReportPanel }));

interface Props {
  kind: ModeratedKind;
  textId: string;
  /** Words or author of the text, for screen readers that meet « Signaler » many times on one page. */
  of: string;
}

/** « Signaler »: one press opens the five reasons, a second one sends. */
export function Report({ kind, textId, of }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <div className="no-print quiet">
      <Disclosure
        summary={
          <>
            {m.report_do()}
            <Of>{of}</Of>
          </>
        }
        onToggle={setOpen}
      >
        {open && (
          <Suspense fallback={<p>{m.reaction_loading()}</p>}>
            <ReportPanel kind={kind} textId={textId} />
          </Suspense>
        )}
      </Disclosure>
    </div>
  );
}

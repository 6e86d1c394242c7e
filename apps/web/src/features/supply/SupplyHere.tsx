import { m } from "@cahier/schema/messages";
import { lazy, Suspense, useState } from "react";
import { Disclosure } from "../../ui/Disclosure.tsx";
import type { SupplyFormProps } from "./SupplyForm.tsx";

const SupplyForm = lazy(async () => ({ default: (await import("./SupplyForm.tsx")).SupplyForm }));

interface Props extends SupplyFormProps {
  /** The act, where the call is not the act itself. */
  summary?: string;
}

/** The form of one call, one press under it: nothing of it is loaded before. */
export function SupplyHere({ summary, ...props }: Props) {
  const [open, setOpen] = useState(false);
  const named = summary ? (
    <>
      {summary}
      <span className="visually-hidden"> {props.call}</span>
    </>
  ) : (
    props.call
  );
  return (
    <Disclosure summary={named} onToggle={setOpen}>
      {open && (
        <Suspense fallback={<p className="quiet">{m.reaction_loading()}</p>}>
          <SupplyForm {...props} />
        </Suspense>
      )}
    </Disclosure>
  );
}

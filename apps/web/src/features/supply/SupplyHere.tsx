import { m } from "@cahier/schema/messages";
import { lazy, Suspense, useState } from "react";
import { Disclosure } from "../../ui/Disclosure.tsx";
import type { SupplyFormProps } from "./SupplyForm.tsx";

const SupplyForm = lazy(async () => ({ default: (await import("./SupplyForm.tsx")).SupplyForm }));

/** The form of one call, once it is asked for: nothing of it is loaded before. */
export const SupplySoon = (props: SupplyFormProps) => (
  <Suspense fallback={<p className="quiet">{m.reaction_loading()}</p>}>
    <SupplyForm {...props} />
  </Suspense>
);

/** The form of one call, one press under it. */
export function SupplyHere(props: SupplyFormProps) {
  const [open, setOpen] = useState(false);
  return (
    <Disclosure summary={props.call} onToggle={setOpen}>
      {open && <SupplySoon {...props} />}
    </Disclosure>
  );
}

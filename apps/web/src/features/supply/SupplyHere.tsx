import { m } from "@cahier/schema/messages";
import { lazy, Suspense, useState } from "react";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { useKeptBefore } from "../../ui/useKeptBefore.ts";
import { keptSupply } from "./keptSupply.ts";
import type { SupplyFormProps } from "./SupplyForm.tsx";

const SupplyForm = lazy(async () => ({ default: (await import("./SupplyForm.tsx")).SupplyForm }));

/** The form of one call, once it is asked for: nothing of it is loaded before. */
export const SupplySoon = (props: SupplyFormProps) => (
  <Suspense fallback={<p className="quiet">{m.reaction_loading()}</p>}>
    <SupplyForm {...props} />
  </Suspense>
);

/** The form of one call, one press under it; in sight where this device has kept some words for it. */
export function SupplyHere(props: SupplyFormProps) {
  const [open, setOpen] = useState(false);
  const isKept = useKeptBefore(keptSupply(props.proposalId, props.slot)) !== null;
  return (
    <Disclosure summary={props.call} onToggle={setOpen}>
      {(open || isKept) && <SupplySoon {...props} />}
    </Disclosure>
  );
}

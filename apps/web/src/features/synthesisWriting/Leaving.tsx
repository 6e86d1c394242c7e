import { m } from "@cahier/schema/messages";
import { useEffect, useEffectEvent, useState } from "react";
import { useBlocker } from "react-router-dom";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { useUnsavedForms } from "../../ui/unsaved.ts";

/** Leaving the page saves what is not saved yet; where that cannot be, one is asked, and told that the device keeps it. */
export function Leaving() {
  const forms = useUnsavedForms();
  const [failed, setFailed] = useState(false);
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => forms.any() && currentLocation.pathname !== nextLocation.pathname,
  );
  const saveAndGo = useEffectEvent(async () => {
    let done = true;
    for (const form of forms.all()) done = (await form.save()) && done;
    if (done) blocker.proceed?.();
    else setFailed(true);
  });
  useEffect(() => {
    // After what leaving the field saves by itself, each time one is kept from leaving.
    if (blocker.state === "blocked") queueMicrotask(() => void saveAndGo());
  }, [blocker]);
  const stay = () => {
    setFailed(false);
    blocker.reset?.();
  };
  return (
    <Dialog open={failed && blocker.state === "blocked"} onClose={() => failed && stay()} title={m.ui_leave_title()}>
      <div className="flow">
        <p>{m.synthesis_leaving()}</p>
        <p className="cluster">
          <Button primary onClick={stay}>
            {m.ui_leave_stay()}
          </Button>
          <Button onClick={() => blocker.proceed?.()}>{m.synthesis_leaving_go()}</Button>
        </p>
      </div>
    </Dialog>
  );
}

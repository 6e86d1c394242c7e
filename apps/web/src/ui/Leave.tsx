import { m } from "@cahier/schema/messages";
import { useEffect, useEffectEvent, useState } from "react";
import { useBlocker } from "react-router-dom";
import { Button } from "./Button.tsx";
import { Dialog } from "./Dialog.tsx";
import { useUnsavedForms } from "./unsaved.ts";

/** Nobody leaves something unsaved without being asked: by a link, by going back, by closing the tab. */
export function Leave() {
  const forms = useUnsavedForms();
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) =>
      forms.any() &&
      (currentLocation.pathname !== nextLocation.pathname || currentLocation.search !== nextLocation.search),
  );
  const [asked, setAsked] = useState(false);
  const stay = () => {
    setAsked(false);
    blocker.reset?.();
  };
  const go = () => {
    setAsked(false);
    // Asked once: the browser does not ask again where another document takes the place of this one.
    forms.forget();
    blocker.proceed?.();
  };
  const saveAll = async () => {
    for (const form of forms.all()) {
      if (!(await form.save())) return false;
    }
    return true;
  };
  const saveAndGo = async () => ((await saveAll()) ? go() : stay());
  const leave = useEffectEvent(async () => {
    const alone = forms.all().every(({ byItself }) => byItself);
    if (alone && (await saveAll())) go();
    else setAsked(true);
  });
  useEffect(() => {
    // After what leaving a field does by itself. Each time one is kept from leaving has a blocker of its own: its state may
    // have been let go and taken again between two renders.
    if (blocker.state === "blocked") queueMicrotask(() => void leave());
  }, [blocker]);
  return (
    <Dialog open={asked && blocker.state === "blocked"} onClose={() => asked && stay()} title={m.ui_leave_title()}>
      <div className="flow">
        <p>
          {m.ui_leave_what({
            what: forms
              .all()
              .map(({ name }) => name)
              .join(", "),
          })}
        </p>
        <div className="cluster">
          <Button primary onClick={() => void saveAndGo()}>
            {m.ui_leave_save()}
          </Button>
          <Button onClick={stay}>{m.ui_leave_stay()}</Button>
          <Button onClick={go}>{m.ui_leave_lose()}</Button>
        </div>
      </div>
    </Dialog>
  );
}

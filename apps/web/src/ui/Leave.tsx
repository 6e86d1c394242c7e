import { m } from "@cahier/schema/messages";
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
  const stay = () => blocker.reset?.();
  const saveAndGo = async () => {
    for (const form of forms.all()) {
      if (!(await form.save())) return stay();
    }
    blocker.proceed?.();
  };
  return (
    <Dialog open={blocker.state === "blocked"} onClose={stay} title={m.ui_leave_title()}>
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
          <Button onClick={() => blocker.proceed?.()}>{m.ui_leave_lose()}</Button>
        </div>
      </div>
    </Dialog>
  );
}

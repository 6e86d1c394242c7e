import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Button } from "../../ui/Button.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { useAct } from "../../ui/useAct.ts";
import { resetSecondFactor } from "./secondFactor.mutations.tsx";

/** Takes the second factor of somebody else away, who lost theirs: it is asked twice, and they are told. */
export function ResetFactor({ personId, name }: { personId: string; name: string }) {
  const [asked, setAsked] = useState(false);
  const act = useAct(resetSecondFactor, ["PeoplePage"]);
  return (
    <>
      <Button small aria-label={m.secondFactor_reset_named({ name })} onClick={() => setAsked(true)}>
        {m.secondFactor_reset()}
      </Button>
      <Dialog open={asked} onClose={() => setAsked(false)} title={m.secondFactor_reset_named({ name })}>
        <p>{m.secondFactor_reset_lead()}</p>
        <Failed because={act.failed} />
        <div className="cluster">
          <Button
            primary
            disabled={act.busy}
            onClick={() => void act.run({ personId }).then((done) => done && setAsked(false))}
          >
            {m.secondFactor_reset()}
          </Button>
          <Button data-first onClick={() => setAsked(false)}>
            {m.secondFactor_cancel()}
          </Button>
        </div>
      </Dialog>
    </>
  );
}

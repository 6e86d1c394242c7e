import { m } from "@cahier/schema/messages";
import { Button } from "../../ui/Button.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import { useAct } from "../../ui/useAct.ts";
import { page, stateKeyPoint, unstateKeyPoint } from "./keyPoint.mutations.tsx";
import type { Opened } from "./panel.tsx";

interface Props {
  keyPoint: Opened;
  onDone: () => void;
}

/** States a key point for all. */
export function StateIt({ keyPoint: { id, version, viewerCan }, onDone }: Props) {
  const act = useAct(stateKeyPoint, page);
  const stateIt = async () => {
    if (await act.run({ id, version })) onDone();
  };
  return (
    <Form problems={act.problems} busy={act.busy} onSubmit={stateIt}>
      {viewerCan.state && <p className="quiet">{m.keyPointWriting_state_what()}</p>}
      <Failed because={act.failed} />
      <Button type="submit" small>
        {m.reading_state()}
      </Button>
    </Form>
  );
}

/** Makes a stated key point a working one again, or says why it stays. */
export function Unstate({ keyPoint: { id, version, viewerCan }, onDone }: Props) {
  const act = useAct(unstateKeyPoint, page);
  const unstate = async () => {
    if (await act.run({ id, version })) onDone();
  };
  if (!viewerCan.edit) return null;
  return (
    <Disclosure summary={m.keyPointWriting_unstate()}>
      {viewerCan.unstate ? (
        <Form problems={act.problems} busy={act.busy} onSubmit={unstate}>
          <p className="quiet">{m.keyPointWriting_unstate_what()}</p>
          <Failed because={act.failed} />
          <Button type="submit" small>
            {m.keyPointWriting_unstate()}
          </Button>
        </Form>
      ) : (
        <p className="quiet">{m.keyPointWriting_unstate_not()}</p>
      )}
    </Disclosure>
  );
}

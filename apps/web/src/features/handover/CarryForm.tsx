import { m } from "@cahier/schema/messages";
import type { CarrierConsent } from "../../graphql/operations.generated.ts";
import { Button } from "../../ui/Button.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { Form } from "../../ui/Form.tsx";
import type { useAct } from "../../ui/useAct.ts";

interface Props {
  act: Pick<ReturnType<typeof useAct>, "problems" | "busy" | "failed">;
  consent: CarrierConsent | null;
  onAnswer: (agreed: boolean) => unknown;
}

/** Yes or no of a person asked to carry a proposal; they may change their mind. */
export const CarryForm = ({ act, consent, onAnswer }: Props) => (
  <Form
    problems={act.problems}
    busy={act.busy}
    onSubmit={(fields) => onAnswer(fields.get("agreed") === "yes")}
    label={m.handover_carrying()}
  >
    <p className="prose">{said(consent)}</p>
    <Failed because={act.failed} />
    <div className="cluster">
      {consent !== "AGREED" && (
        <Button small type="submit" name="agreed" value="yes" primary>
          {m.handover_carrying_yes()}
        </Button>
      )}
      {consent !== "DECLINED" && (
        <Button small type="submit" name="agreed" value="no">
          {m.handover_carrying_no()}
        </Button>
      )}
    </div>
  </Form>
);

function said(consent: CarrierConsent | null) {
  if (consent === "AGREED") return m.handover_carrying_agreed();
  return consent === "DECLINED" ? m.handover_carrying_declined() : m.handover_carrying_asked();
}

import { m } from "@cahier/schema/messages";
import { type ReactNode, useState } from "react";
import type { CarrierConsent, CarrierInput } from "../../graphql/operations.generated.ts";
import { Form } from "../../ui/Form.tsx";
import { sayHandoverProblems } from "../../shared/handoverProblems.ts";
import { newKey } from "../../ui/key.ts";
import { useAct } from "../../ui/useAct.ts";
import { Line, Remove } from "./Rows.tsx";
import { SaveButton } from "./SaveButton.tsx";
import { addCarrier, removeCarrier } from "./scaffold.mutations.tsx";
import { Slot } from "./WorkshopPart.tsx";

sayHandoverProblems();

interface Carrier {
  id: string;
  name: string;
  consent: CarrierConsent | null;
}

interface Props {
  proposalId: string;
  carriers: readonly Carrier[];
  /** The fields that say who, and how they are read. */
  fields: ReactNode;
  read: (fields: FormData) => CarrierInput;
  /** The gate asks for one. */
  missing: boolean;
}

/** Carriers of a proposal: people who agreed, and people asked, whom nobody else sees. */
export function ProposalCarriers({ proposalId, carriers, fields, read, missing }: Props) {
  const [id, setId] = useState(newKey);
  const act = useAct(addCarrier, ["ProposalEditPage"]);
  const add = async (typed: FormData) => {
    if (await act.run({ id, proposalId, carrier: read(typed) })) setId(newKey());
  };
  return (
    <>
      {carriers.map((carrier) => (
        <Carried carrier={carrier} key={carrier.id} />
      ))}
      <Slot summary={m.scaffold_add_carrier()} missing={missing} more={carriers.length > 0 && !missing}>
        <Form label={m.scaffold_add_carrier()} problems={act.problems} busy={act.busy} onSubmit={add} key={id}>
          {fields}
          <SaveButton saved={act.done} failed={act.failed} stale={false} />
        </Form>
      </Slot>
    </>
  );
}

const consents: Record<CarrierConsent, () => string> = {
  ASKED: m.scaffold_carrier_ASKED,
  AGREED: m.scaffold_carrier_AGREED,
  DECLINED: m.scaffold_carrier_DECLINED,
};

function Carried({ carrier: { id, name, consent } }: { carrier: Carrier }) {
  const remove = useAct(removeCarrier, ["ProposalEditPage"]);
  return (
    <Line said={[name, consent ? consents[consent]() : m.scaffold_carrier_named()]}>
      <Remove act={remove} name={name} onRemove={() => remove.run({ id })} />
    </Line>
  );
}

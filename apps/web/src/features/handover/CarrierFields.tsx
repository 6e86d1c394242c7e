import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import type { CarrierInput, CarrierKind } from "../../graphql/operations.generated.ts";
import { CheckboxCard, Choices, RadioCard } from "../../ui/Choice.tsx";
import { Fieldset, Select, TextField } from "../../ui/Field.tsx";

interface Place {
  slug: string;
  name: string;
}

export interface CarrierLists {
  possibleCarriers: readonly { id: string; displayName: string }[];
  regionalGroups: readonly { territory: Place }[];
  /** Of today: where somebody comes from, and what may carry as long as no group of a territory is open. */
  regions: readonly Place[];
}

const kinds: { value: CarrierKind; label: () => string; help: () => string }[] = [
  { value: "REGION", label: m.handover_carrier_REGION, help: m.handover_carrier_REGION_help },
  { value: "ORGANISATION", label: m.handover_carrier_ORGANISATION, help: m.handover_carrier_ORGANISATION_help },
  { value: "PERSON", label: m.handover_carrier_PERSON, help: m.handover_carrier_PERSON_help },
  { value: "NAME", label: m.handover_carrier_NAME, help: m.handover_carrier_NAME_help },
];

/** Carrier of a proposal: people with an account are asked, all others agreed before. */
export function CarrierFields({ possibleCarriers, regionalGroups, regions }: CarrierLists) {
  const [kind, setKind] = useState<CarrierKind>("REGION");
  const isNamed = kind === "ORGANISATION" || kind === "NAME";
  const places = isNamed || regionalGroups.length === 0 ? regions : regionalGroups.map(({ territory }) => territory);
  return (
    <>
      <Fieldset name="carrier.kind" legend={m.handover_carrier()}>
        <Choices>
          {kinds.map(({ value, label, help }) => (
            <RadioCard
              name="carrier.kind"
              value={value}
              checked={kind === value}
              onChange={() => setKind(value)}
              label={label()}
              help={help()}
              key={value}
            />
          ))}
        </Choices>
      </Fieldset>
      {kind === "PERSON" && (
        <Select name="carrier.personId" label={m.handover_carrier_person()} defaultValue="">
          <option value="">{m.interlocutor_form_choose()}</option>
          {possibleCarriers.map(({ id, displayName }) => (
            <option value={id} key={id}>
              {displayName}
            </option>
          ))}
        </Select>
      )}
      {isNamed && (
        <TextField name="carrier.name" label={m.handover_carrier_name()} maxLength={limits["handover.carrier"]} />
      )}
      {kind !== "PERSON" && (
        <Select
          name="carrier.territory"
          label={kind === "REGION" ? m.handover_carrier_region() : m.handover_carrier_from()}
          optional={kind !== "REGION"}
          defaultValue=""
        >
          <option value="">{m.interlocutor_form_choose()}</option>
          {places.map(({ slug, name }) => (
            <option value={slug} key={slug}>
              {name}
            </option>
          ))}
        </Select>
      )}
      {isNamed && (
        <Fieldset name="carrier.agreed" legend={m.handover_carrier_consent()}>
          <CheckboxCard name="carrier.agreed" label={m.handover_carrier_agreed()} />
        </Fieldset>
      )}
    </>
  );
}

/** Reads the chosen carrier as the mutation takes it. */
export const carrierIn = (fields: FormData): CarrierInput => {
  const value = (name: string) => (fields.get(`carrier.${name}`) as string | null) || null;
  return {
    kind: value("kind") as CarrierKind,
    name: value("name"),
    territory: value("territory"),
    personId: value("personId"),
    agreed: fields.get("carrier.agreed") !== null,
  };
};

import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { type ReactNode, useRef, useState } from "react";
import type {
  CarrierInput,
  StatementPart,
  Supplies_supply,
  SupplySlot,
  SupplyUse,
  TakeUpSupply,
  TakeUpSupplyVariables,
} from "../../graphql/operations.generated.ts";
import { keysOf, partNames } from "../../i18n/vocabulary.ts";
import { Select, TextField } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { KeptForm } from "../../ui/KeptForm.tsx";
import { keptKey } from "../../ui/keptKey.ts";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { ReplyTo } from "./ReplyTo.tsx";
import { SaveButton } from "./SaveButton.tsx";
import { InitiativeField } from "../../shared/InitiativeField.tsx";
import { OfficeField } from "../../shared/OfficeField.tsx";

const takeUpSupply: TypedDocumentNode<TakeUpSupply, TakeUpSupplyVariables> = gql`
  mutation TakeUpSupply($input: TakeUpSupplyInput!) {
    takeUpSupply(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

const uses: Record<SupplyUse, () => string> = {
  STATEMENT: m.supply_as_STATEMENT,
  OBJECTION: m.supply_as_OBJECTION,
  REPLY: m.supply_as_REPLY,
  EXAMPLE: m.supply_as_EXAMPLE,
  INTERLOCUTOR: m.supply_as_INTERLOCUTOR,
  CARRIER: m.supply_as_CARRIER,
  WORK: m.supply_as_WORK,
};

/** Label and greatest length of the text, for the uses that take one. */
const texts: Partial<Record<SupplyUse, { label: () => string; most: number }>> = {
  STATEMENT: { label: m.supply_as_text, most: limits["statement.text"] },
  OBJECTION: { label: m.supply_as_text, most: limits["objection.text"] },
  REPLY: { label: m.scaffold_reply, most: limits["objection.reply"] },
  EXAMPLE: { label: m.scaffold_proves, most: limits["example.proves"] },
  INTERLOCUTOR: { label: m.scaffold_ask, most: limits["ask.text"] },
};

/** First use suggested for each slot, and the part of the argument. */
const proposedUse = (slot: SupplySlot): SupplyUse => {
  if (slot === "AGAINST") return "OBJECTION";
  return slot in uses ? (slot as SupplyUse) : "STATEMENT";
};
const proposedPart = (slot: SupplySlot): StatementPart =>
  slot === "EFFECT" || slot === "COST" || slot === "LIMIT" ? slot : slot === "ACCOUNT" ? "PROBLEM" : "ARGUMENT";

/** Lists to choose from, whatever is taken up. */
export interface TakeUpLists {
  interlocutors: readonly { slug: string; name: string }[];
  objections: readonly { id: string; text: string; reply: string | null; version: number }[];
  /** The fields that say who carries it, and how they are read. */
  carrierFields: ReactNode;
  readCarrier: (fields: FormData) => CarrierInput;
}

/** Takes up what a reader supplied: first into the slot it was called for. */
export function TakeUp({ supply, ...lists }: TakeUpLists & { supply: Supplies_supply }) {
  const { interlocutors, objections, carrierFields, readCarrier } = lists;
  const key = useRef<string>(undefined);
  const [count, setCount] = useState(0);
  const [as, setAs] = useState(() => proposedUse(supply.slot));
  const act = useAct(takeUpSupply, ["ProposalEditPage"]);
  const kept = `takeUp:${supply.id}`;
  const send = async (fields: FormData) => {
    const value = (name: string) => fields.get(name) as string | null;
    const objectionId = value("objectionId");
    const input = {
      contributionId: supply.id,
      as,
      text: value("text"),
      part: value("part") as StatementPart | null,
      initiativeId: value("initiativeId") || null,
      interlocutor: value("interlocutor"),
      carrier: as === "CARRIER" ? readCarrier(fields) : null,
      title: value("title"),
      reference: value("reference"),
      objectionId: objectionId || null,
      version: objections.find(({ id }) => id === objectionId)?.version,
    };
    if (act.problems.length > 0) key.current = undefined;
    key.current ??= keptKey(kept, input);
    return act.run({ key: key.current, ...input });
  };
  const { body } = supply.contribution;
  const text = texts[as];
  return (
    <KeptForm
      kept={kept}
      problems={act.problems}
      busy={act.busy}
      onSubmit={send}
      onSent={() => {
        key.current = undefined;
        setCount(count + 1);
      }}
    >
      <Select
        name="as"
        label={m.supply_as()}
        value={as}
        onChange={(event) => setAs(event.currentTarget.value as SupplyUse)}
      >
        {keysOf(uses).map((use) => (
          <option value={use} key={use}>
            {uses[use]()}
          </option>
        ))}
      </Select>
      <div className="flow" key={`${as} ${count}`}>
        {as === "STATEMENT" && (
          <Select name="part" label={m.supply_as_part()} defaultValue={proposedPart(supply.slot)}>
            {keysOf(partNames).map((part) => (
              <option value={part} key={part}>
                {partNames[part]()}
              </option>
            ))}
          </Select>
        )}
        {as === "EXAMPLE" && (
          <InitiativeField
            name="initiativeId"
            send="id"
            label={m.scaffold_example()}
            help={m.supply_as_example_help()}
            none={m.interlocutor_form_choose()}
          />
        )}
        {as === "INTERLOCUTOR" && (
          <OfficeField
            name="interlocutor"
            label={m.scaffold_office()}
            help={m.supply_as_office_help()}
            offices={interlocutors}
          />
        )}
        {as === "REPLY" && <ReplyTo objections={objections} />}
        {as === "CARRIER" && carrierFields}
        {as === "WORK" && (
          <>
            <TextField
              name="title"
              label={m.scaffold_work_title()}
              help={m.supply_as_title_help()}
              defaultValue={body.length <= limits["work.title"] ? body : ""}
              maxLength={limits["work.title"]}
            />
            <TextField
              name="reference"
              label={m.scaffold_work_reference()}
              help={m.scaffold_work_reference_help()}
              defaultValue={supply.source ?? ""}
              maxLength={limits["work.reference"]}
            />
          </>
        )}
        {text && (
          <WritingArea
            name="text"
            label={text.label()}
            defaultValue={as === "EXAMPLE" ? "" : body}
            maxLength={text.most}
            rows={3}
          />
        )}
      </div>
      <SaveButton saved={act.done} failed={act.failed} stale={act.problems.some(({ code }) => code === "STALE")} />
    </KeptForm>
  );
}

import { gql, type TypedDocumentNode } from "@apollo/client";
import { limits } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import { useState } from "react";
import { Link } from "react-router-dom";
import type {
  StatementPart,
  Supplies_supply,
  SupplySlot,
  SupplyUse,
  TakeUpSupply,
  TakeUpSupplyVariables,
} from "../../graphql/operations.generated.ts";
import { keysOf, partNames } from "../../i18n/vocabulary.ts";
import { authorOf } from "../../i18n/voices.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Select } from "../../ui/Field.tsx";
import { Form } from "../../ui/Form.tsx";
import { newKey } from "../../ui/key.ts";
import { useAct } from "../../ui/useAct.ts";
import { WritingArea } from "../../ui/WritingArea.tsx";
import { SaveButton } from "./SaveButton.tsx";

const fragment: TypedDocumentNode<Supplies_supply> = gql`
  fragment Supplies_supply on Supply {
    id
    slot
    source
    takenAs
    ratings {
      helps
      saidAlready
      offTopic
    }
    contribution {
      id
      body
      authorName
      organisationName
      region {
        id
        name
      }
    }
  }
`;

const takeUpSupply: TypedDocumentNode<TakeUpSupply, TakeUpSupplyVariables> = gql`
  mutation TakeUpSupply($input: TakeUpSupplyInput!) {
    takeUpSupply(input: $input) {
      ...Form_outcome @unmask
    }
  }
  ${Form.fragment}
`;

const slotNames: Record<SupplySlot, () => string> = {
  EXAMPLE: m.supply_slot_EXAMPLE,
  ACCOUNT: m.supply_slot_ACCOUNT,
  OBJECTION: m.supply_slot_OBJECTION,
  REPLY: m.supply_slot_REPLY,
  INTERLOCUTOR: m.supply_slot_INTERLOCUTOR,
  CARRIER: m.supply_slot_CARRIER,
  EFFECT: m.supply_slot_EFFECT,
  COST: m.supply_slot_COST,
  LIMIT: m.supply_slot_LIMIT,
  WORK: m.supply_slot_WORK,
  FOR: m.supply_call_FOR,
  AGAINST: m.supply_call_AGAINST,
};

const uses: Record<SupplyUse, () => string> = {
  STATEMENT: m.supply_as_STATEMENT,
  OBJECTION: m.supply_as_OBJECTION,
  EXAMPLE: m.supply_as_EXAMPLE,
};

const done: Record<SupplyUse, () => string> = {
  STATEMENT: m.supply_taken_as_STATEMENT,
  OBJECTION: m.supply_taken_as_OBJECTION,
  EXAMPLE: m.supply_taken_as_EXAMPLE,
};

/** What each slot is made of first, and in which part of the argument. */
const proposedUse = (slot: SupplySlot): SupplyUse =>
  slot === "EXAMPLE" ? "EXAMPLE" : slot === "OBJECTION" || slot === "AGAINST" ? "OBJECTION" : "STATEMENT";
const proposedPart = (slot: SupplySlot): StatementPart =>
  slot === "EFFECT" || slot === "COST" || slot === "LIMIT" ? slot : slot === "ACCOUNT" ? "PROBLEM" : "ARGUMENT";

interface Props {
  supplies: readonly Supplies_supply[];
  initiatives: readonly { id: string; name: string }[];
}

/** What readers supplied to a proposal, each to be taken up as a sentence, an objection or an example. */
export const Supplies = ({ supplies, initiatives }: Props) =>
  supplies.length > 0 ? (
    supplies.map((supply) => (
      <Card as="article" key={supply.id}>
        <p className="quiet">
          {slotNames[supply.slot]()} · {authorOf(supply.contribution)}
          {supply.contribution.region && ` · ${supply.contribution.region.name}`}
        </p>
        <blockquote className="verbatim" lang="fr">
          {supply.contribution.body}
        </blockquote>
        {supply.source && <p className="quiet">{m.supply_source_is({ source: supply.source })}</p>}
        {supply.ratings && <p className="quiet">{m.supply_ratings(supply.ratings)}</p>}
        <p>
          <Link to={paths.contribution(supply.id)}>{m.supply_whole()}</Link>
        </p>
        {supply.takenAs && <p>{done[supply.takenAs]()}</p>}
        <Disclosure summary={supply.takenAs ? m.supply_take_up_again() : m.supply_take_up()}>
          <TakeUp supply={supply} initiatives={initiatives} key={supply.takenAs} />
        </Disclosure>
      </Card>
    ))
  ) : (
    <p className="quiet">{m.supply_team_none()}</p>
  );

Supplies.fragment = fragment;

function TakeUp({ supply, initiatives }: { supply: Supplies_supply; initiatives: Props["initiatives"] }) {
  const [key] = useState(newKey);
  const [as, setAs] = useState(() => proposedUse(supply.slot));
  const act = useAct(takeUpSupply, ["ProposalEditPage"]);
  const send = (fields: FormData) => {
    const value = (name: string) => (fields.get(name) as string | null) || null;
    return act.run({
      contributionId: supply.id,
      as,
      key,
      text: value("text") ?? "",
      part: value("part") as StatementPart | null,
      initiativeId: value("initiativeId"),
    });
  };
  return (
    <Form problems={act.problems} busy={act.busy} onSubmit={send}>
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
        <Select name="initiativeId" label={m.scaffold_example()} help={m.supply_as_example_help()} defaultValue="">
          <option value="">{m.interlocutor_form_choose()}</option>
          {initiatives.map(({ id, name }) => (
            <option value={id} key={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <WritingArea
        name="text"
        label={as === "EXAMPLE" ? m.scaffold_proves() : m.supply_as_text()}
        defaultValue={as === "EXAMPLE" ? "" : supply.contribution.body}
        maxLength={limits[as === "OBJECTION" ? "objection.text" : as === "EXAMPLE" ? "proof.proves" : "statement.text"]}
        rows={3}
        key={as}
      />
      <SaveButton saved={false} failed={act.failed} stale={false} />
    </Form>
  );
}

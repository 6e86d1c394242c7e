import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { supplyUseNames } from "@cahier/schema/propose/supply.names";
import { Link } from "react-router-dom";
import type { Supplies_supply, SupplySlot, SupplyUse } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { TakeUp, type TakeUpLists } from "./TakeUp.tsx";
import { contentLang } from "../../i18n/content.ts";
import { Author } from "../../shared/Author.tsx";

const fragment: TypedDocumentNode<Supplies_supply> = gql`
  fragment Supplies_supply on Supply {
    id
    slot
    source
    takenAs
    became {
      as
    }
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

/** All that it was taken up as: what stands of it, and what was done last, be it somebody who was only asked. */
const taken = ({ became, takenAs }: Supplies_supply): SupplyUse[] => [
  ...new Set([...became.map(({ as }) => as), ...(takenAs ? [takenAs] : [])]),
];

interface Props extends TakeUpLists {
  supplies: readonly Supplies_supply[];
}

/** Supplies of readers to a proposal, each to be taken up into the slot it answers, or another. */
export const Supplies = ({ supplies, ...lists }: Props) =>
  supplies.length > 0 ? (
    supplies.map((supply) => (
      <Card as="article" key={supply.id}>
        <p className="quiet">
          {slotNames[supply.slot]()} · <Author of={supply.contribution} />
          {supply.contribution.region && ` · ${supply.contribution.region.name}`}
        </p>
        <blockquote className="verbatim" lang={contentLang()}>
          {supply.contribution.body}
        </blockquote>
        {supply.source && <p className="quiet">{m.supply_source_is({ source: supply.source })}</p>}
        {supply.ratings && <p className="quiet">{m.supply_ratings(supply.ratings)}</p>}
        <p>
          <Link to={paths.contribution(supply.id)}>{m.supply_whole()}</Link>
        </p>
        {taken(supply).map((as) => (
          <p key={as}>{supplyUseNames[as]()}</p>
        ))}
        <Disclosure summary={supply.takenAs ? m.supply_take_up_again() : m.supply_take_up()}>
          <TakeUp supply={supply} {...lists} />
        </Disclosure>
      </Card>
    ))
  ) : (
    <p className="quiet">{m.supply_team_none()}</p>
  );

Supplies.fragment = fragment;

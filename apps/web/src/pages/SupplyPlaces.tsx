import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { partId } from "../features/proposal/slots.ts";
import type { SupplyPlaces_supply, SupplyUse } from "../graphql/operations.generated.ts";
import { paths } from "../paths.ts";

const fragment: TypedDocumentNode<SupplyPlaces_supply> = gql`
  fragment SupplyPlaces_supply on Supply {
    id
    became {
      as
      part
      text
      proposal {
        id
        slug
        number
        state
      }
    }
  }
`;

type Place = SupplyPlaces_supply["became"][number];

const names: Record<SupplyUse, (told: { number: number; text: string }) => string> = {
  STATEMENT: m.supply_became_STATEMENT,
  OBJECTION: m.supply_became_OBJECTION,
  EXAMPLE: m.supply_became_EXAMPLE,
  CARRIER: m.supply_became_CARRIER,
  WORK: m.supply_became_WORK,
  INTERLOCUTOR: m.supply_became_INTERLOCUTOR,
  REPLY: m.supply_became_REPLY,
};

/** Where each stands on the page of a proposal. */
const places: Record<Exclude<SupplyUse, "STATEMENT">, string> = {
  OBJECTION: "objections",
  REPLY: "objections",
  EXAMPLE: "examples",
  CARRIER: "carriers",
  WORK: "works",
  INTERLOCUTOR: "asks",
};

/** One that was merged is read as it was: every other link to it leads to the one that took it in. */
const addressOf = ({ as, part, proposal: { slug, state } }: Place) =>
  `${paths.proposal(slug)}${state === "MERGED" ? "?before" : ""}#${as === "STATEMENT" ? partId(part!) : places[as]}`;

/** What something supplied became, each with the way to where it stands. */
export const SupplyPlaces = ({ supply }: { supply: SupplyPlaces_supply | null }) =>
  supply &&
  supply.became.length > 0 && (
    <ul className="flow">
      {supply.became.map((place) => (
        <li key={`${addressOf(place)} ${place.text}`}>
          <Link to={addressOf(place)}>{names[place.as]({ number: place.proposal.number, text: place.text })}</Link>
        </li>
      ))}
    </ul>
  );

SupplyPlaces.fragment = fragment;

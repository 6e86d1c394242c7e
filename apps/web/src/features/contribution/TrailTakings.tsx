import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { SupplyUse, Trail_contribution } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";

type Taking = NonNullable<Trail_contribution["supply"]>["became"][number];

const names: Record<SupplyUse, (told: { number: number; text: string }) => string> = {
  STATEMENT: m.supply_became_STATEMENT,
  OBJECTION: m.supply_became_OBJECTION,
  EXAMPLE: m.supply_became_EXAMPLE,
  CARRIER: m.supply_became_CARRIER,
  WORK: m.supply_became_WORK,
  INTERLOCUTOR: m.supply_became_INTERLOCUTOR,
  REPLY: m.supply_became_REPLY,
};

/** Anchors on the page of a proposal. Repeated here: a script shared by both would weigh on every first page. */
const places: Record<Exclude<SupplyUse, "STATEMENT">, string> = {
  OBJECTION: "objections",
  REPLY: "objections",
  EXAMPLE: "examples",
  CARRIER: "carriers",
  WORK: "works",
  INTERLOCUTOR: "asks",
};

/** One that was merged is read as it was: every other link to it leads to the one that took it in. */
const addressOf = ({ as, part, proposal: { slug, state } }: Taking) =>
  `${paths.proposal(slug)}${state === "MERGED" ? "?before" : ""}#${as === "STATEMENT" ? `part-${part!.toLowerCase()}` : places[as]}`;

/** Places where supplied words were taken up, each with its link. */
export const TrailTakings = (props: { places: readonly Taking[] }) =>
  props.places.length > 0 && (
    <ul className="flow">
      {props.places.map((place) => (
        <li key={`${addressOf(place)} ${place.text}`}>
          <Link to={addressOf(place)}>{names[place.as]({ number: place.proposal.number, text: place.text })}</Link>
        </li>
      ))}
    </ul>
  );

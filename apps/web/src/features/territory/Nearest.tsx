import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { Counted_region } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { More } from "../../ui/More.tsx";

/** Regions where somebody spoke, each with how much is read of it. */
export const Nearest = ({ regions }: { regions: readonly Counted_region[] }) => (
  <ul className="cards">
    {regions.map(({ territory: { id, slug, name }, contributions }) => (
      <Card as="li" key={id}>
        <h3>
          <Link to={paths.territory(slug)}>{name}</Link>
        </h3>
        <p className="quiet">{m.territory_contribution_count({ count: contributions })}</p>
        <More to={paths.contributions({ territory: slug })}>{m.territory_nearest_read()}</More>
      </Card>
    ))}
  </ul>
);

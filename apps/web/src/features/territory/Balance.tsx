import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { Balance_coverage } from "../../graphql/operations.generated.ts";
import { useInstance } from "../../frame/instance.ts";
import { formatShare, outsideOf, sharesOf } from "../../i18n/numbers.ts";
import { paths } from "../../paths.ts";
import { largestShare } from "../../shared/largest.tsx";
import { BarList } from "../../ui/BarList.tsx";
import { Card } from "../../ui/Card.tsx";

const fragment: TypedDocumentNode<Balance_coverage> = gql`
  fragment Balance_coverage on Coverage {
    notHeard {
      id
      slug
      name
    }
    ...Largest_coverage @unmask
  }
  ${largestShare}
`;

interface Props {
  coverage: Balance_coverage;
  /** Coverage of the objective open now, when `coverage` is another's. */
  open?: { number: number; coverage: Balance_coverage } | null;
  /** Number of answers that look beyond food, and their questionnaire; null where no sector is asked. */
  beyondFood: { number: number; responses: number; beyondFood: number } | null;
}

/** Three measures of who speaks: silent regions by name, the most inhabited beside its population, beyond food. To be selected with `@unmask`. */
export function Balance({ coverage, open, beyondFood }: Props) {
  const { notHeard, largest } = coverage;
  const { france } = useInstance();
  const outside = ({ territory: { name }, ...shares }: NonNullable<typeof largest>) =>
    france ? m.territory_outside(outsideOf(shares)) : m.territory_outside_own({ name, ...outsideOf(shares) });
  // With every region heard on the whole, names those silent on the question of the day.
  const here = notHeard.length > 0 || !open || open.coverage.notHeard.length === 0;
  const silent = here ? notHeard : open.coverage.notHeard;
  return (
    <ul className="cards">
      <Card as="li" tone={silent.length > 0 ? "now" : "sheet"}>
        <h3>{here ? m.territory_silent() : m.territory_silent_open(open)}</h3>
        {notHeard.length === 0 && <p>{m.territory_silent_none()}</p>}
        {!here && <p>{m.territory_silent_open_text({ count: silent.length })}</p>}
        <Names territories={silent} />
        {silent.length > 0 && <p className="quiet">{m.territory_silent_text()}</p>}
      </Card>
      {largest && (
        <Card as="li">
          <h3>{outside(largest)}</h3>
          <BarList
            max={Math.max(0.3, largest.share, largest.populationShare!)}
            bars={[
              {
                key: "share",
                label: largest.territory.name,
                value: largest.share,
                text: formatShare(largest.share),
                reference: largest.populationShare!,
              },
            ]}
          />
          <p className="quiet">{m.territory_shares(sharesOf(largest))}</p>
        </Card>
      )}
      {beyondFood && (
        <Card as="li">
          <h3>{m.territory_beyond_food({ count: beyondFood.beyondFood, total: beyondFood.responses })}</h3>
          <BarList
            max={beyondFood.responses}
            bars={[
              {
                key: "beyond",
                label: m.territory_beyond_food_label(),
                value: beyondFood.beyondFood,
                text: formatShare(beyondFood.beyondFood / beyondFood.responses),
              },
            ]}
          />
          <p className="quiet">{m.territory_beyond_food_note({ number: beyondFood.number })}</p>
        </Card>
      )}
    </ul>
  );
}

Balance.fragment = fragment;

const Names = ({ territories }: { territories: Balance_coverage["notHeard"] }) => (
  <p>
    {territories.map(({ id, slug, name }, index) => (
      <span key={id}>
        {index > 0 && ", "}
        <Link to={paths.territory(slug)}>{name}</Link>
      </span>
    ))}
  </p>
);

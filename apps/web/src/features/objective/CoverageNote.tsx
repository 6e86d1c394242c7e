import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { CoverageNote_coverage } from "../../graphql/operations.generated.ts";
import { useInstance } from "../../frame/instance.ts";
import { sharesOf } from "../../i18n/numbers.ts";
import { paths } from "../../paths.ts";
import { largestShare } from "../../shared/largest.tsx";
import { BarList, Meter } from "../../ui/BarList.tsx";

const fragment: TypedDocumentNode<CoverageNote_coverage> = gql`
  fragment CoverageNote_coverage on Coverage {
    heardCount
    notHeard {
      id
      slug
      name
    }
    ...Largest_coverage @unmask
  }
  ${largestShare}
`;

/**
 * Number of regions heard, those not heard, and the share of the most inhabited beside that of its population. To be
 * selected with `@unmask`.
 */
export function CoverageNote({ coverage }: { coverage: CoverageNote_coverage }) {
  const { heardCount, notHeard, largest } = coverage;
  const { france } = useInstance();
  const heard = france ? m.objective_heard : m.objective_heard_territories;
  const total = heardCount + notHeard.length;
  return (
    <div className="flow">
      <Meter value={heardCount} max={total}>
        <b>{heard({ count: heardCount, total })}</b>
      </Meter>
      <p>
        {notHeard.length ? `${m.objective_not_heard()} ` : m.objective_all_heard()}
        {notHeard.map(({ id, slug, name }, index) => (
          <span key={id}>
            {index > 0 && ", "}
            <Link to={paths.territory(slug)}>{name}</Link>
          </span>
        ))}
      </p>
      {largest && (
        <BarList
          max={1}
          bars={[
            {
              key: largest.territory.id,
              label: m.objective_largest({ name: largest.territory.name, ...sharesOf(largest) }),
              value: largest.share,
              text: "",
              reference: largest.populationShare!,
            },
          ]}
        />
      )}
      <p className="quiet">{m.objective_of_those()}</p>
    </div>
  );
}

CoverageNote.fragment = fragment;

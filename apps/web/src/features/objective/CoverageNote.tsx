import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { CoverageNote_coverage } from "../../graphql/operations.generated.ts";
import { formatShare } from "../../i18n/numbers.ts";
import { paths } from "../../paths.ts";
import { BarList, Meter } from "../../ui/BarList.tsx";

const fragment: TypedDocumentNode<CoverageNote_coverage> = gql`
  fragment CoverageNote_coverage on Coverage {
    heardCount
    notHeard {
      id
      slug
      name
    }
    ileDeFranceShare
    ileDeFrancePopulationShare
  }
`;

/**
 * Number of regions heard, those not heard, and Île-de-France's share beside that of its population. To be selected
 * with `@unmask`.
 */
export function CoverageNote({ coverage }: { coverage: CoverageNote_coverage }) {
  const { heardCount, notHeard, ileDeFranceShare: share, ileDeFrancePopulationShare: population } = coverage;
  const total = heardCount + notHeard.length;
  return (
    <div className="flow">
      <Meter value={heardCount} max={total}>
        <b>{m.objective_heard({ count: heardCount, total })}</b>
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
      {share !== null && (
        <BarList
          max={1}
          bars={[
            {
              key: "ile-de-france",
              label: m.objective_ile_de_france({ share: formatShare(share), population: formatShare(population) }),
              value: share,
              text: "",
              reference: population,
            },
          ]}
        />
      )}
      <p className="quiet">{m.objective_of_those()}</p>
    </div>
  );
}

CoverageNote.fragment = fragment;

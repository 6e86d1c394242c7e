import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { Coverage_coverage } from "../../graphql/operations.generated.ts";
import { useInstance } from "../../frame/instance.ts";
import { outsideOf } from "../../i18n/numbers.ts";
import { paths } from "../../paths.ts";
import { largestShare, onTheMap, regionCounted } from "../../shared/largest.tsx";
import { TerritoryMap } from "../../shared/TerritoryMap.tsx";

const fragment: TypedDocumentNode<Coverage_coverage> = gql`
  fragment Coverage_coverage on Coverage {
    heardCount
    ...Largest_coverage @unmask
    regions {
      ...Counted_region @unmask
    }
  }
  ${largestShare}
  ${regionCounted}
`;

/**
 * Origin of responses: the map, and the share from outside the most inhabited region beside that of its population. To
 * be selected with `@unmask`.
 */
export function Coverage({ coverage }: { coverage: Coverage_coverage }) {
  const { regions, heardCount, largest } = coverage;
  const { france } = useInstance();
  const heard = france ? m.home_heard_regions : m.home_heard_territories;
  const slugs = new Map(regions.map(({ territory }) => [territory.code, territory.slug]));
  return (
    <div>
      <TerritoryMap
        brief
        values={onTheMap(regions)}
        say={({ label, count }) => m.home_map_region({ label, count })}
        hrefFor={(code) => paths.territory(slugs.get(code) ?? "")}
        caption={
          <>
            {largest && <b>{outside(largest, france)}</b>}
            {heard({ count: heardCount, total: regions.length })}{" "}
            <Link to={paths.territories()}>{m.home_map_table()}</Link>
          </>
        }
      />
    </div>
  );
}

Coverage.fragment = fragment;

const outside = (largest: NonNullable<Coverage_coverage["largest"]>, france: boolean) =>
  france
    ? m.home_outside(outsideOf(largest))
    : m.home_outside_own({ name: largest.territory.name, ...outsideOf(largest) });

import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { Coverage_coverage } from "../../graphql/operations.generated.ts";
import { formatShare } from "../../i18n/numbers.ts";
import { paths } from "../../paths.ts";
import { FranceMap } from "../../shared/FranceMap.tsx";
import { More } from "../../ui/More.tsx";

const fragment: TypedDocumentNode<Coverage_coverage> = gql`
  fragment Coverage_coverage on Coverage {
    heardCount
    responses
    ileDeFranceShare
    ileDeFrancePopulationShare
    regions {
      responses
      territory {
        id
        slug
        code
        name
      }
    }
  }
`;

/**
 * Origin of responses: the map, and the share from outside Île-de-France beside that of its population. To be selected
 * with `@unmask`.
 */
export function Coverage({ coverage }: { coverage: Coverage_coverage }) {
  const { regions, heardCount, responses, ileDeFranceShare: share, ileDeFrancePopulationShare: population } = coverage;
  const slugs = new Map(regions.map(({ territory }) => [territory.code, territory.slug]));
  return (
    <div>
      <FranceMap
        values={regions.map((region) => ({
          code: region.territory.code,
          label: region.territory.name,
          count: region.responses,
        }))}
        say={({ label, count }) => m.home_map_region({ label, count })}
        hrefFor={(code) => paths.territory(slugs.get(code) ?? "")}
        caption={
          <>
            {share !== null && (
              <b>{m.home_outside({ share: formatShare(1 - share), population: formatShare(1 - population) })}</b>
            )}
            {m.home_heard({ count: responses })} {m.home_heard_regions({ count: heardCount, total: regions.length })}
          </>
        }
      />
      <More to={paths.territories()}>{m.home_map_table()}</More>
    </div>
  );
}

Coverage.fragment = fragment;

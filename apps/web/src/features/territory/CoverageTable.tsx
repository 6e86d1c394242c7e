import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { CoverageTable_coverage } from "../../graphql/operations.generated.ts";
import { useInstance } from "../../frame/instance.ts";
import { formatNumber, formatShare } from "../../i18n/numbers.ts";
import { paths } from "../../paths.ts";
import { DataTable } from "../../ui/DataTable.tsx";
import { ownFirst } from "../../shared/ownRegion.ts";
import { TerritoryMap } from "../../shared/TerritoryMap.tsx";
import styles from "./Territory.module.css";
import { onTheMap, regionCounted } from "../../shared/largest.tsx";

const fragment: TypedDocumentNode<CoverageTable_coverage> = gql`
  fragment CoverageTable_coverage on Coverage {
    regions {
      ...Counted_region @unmask
      share
      populationShare
    }
  }
  ${regionCounted}
`;

interface Props {
  coverage: CoverageTable_coverage;
  /** Slug of one's own region: first in the table, framed on the map. */
  own: string | null;
}

/** Today's regions on the map and, beside it, the same figures as a table. To be selected with `@unmask`. */
export function CoverageTable({ coverage, own }: Props) {
  const regions = ownFirst(coverage.regions, own, ({ territory }) => territory.slug);
  const { france } = useInstance();
  const slugs = new Map(regions.map(({ territory }) => [territory.code, territory.slug]));
  return (
    <div className={styles.sides}>
      <TerritoryMap
        values={onTheMap(regions)}
        hrefFor={(code) => paths.territory(slugs.get(code) ?? "")}
        highlight={regions.find(({ territory }) => territory.slug === own)?.territory.code}
        say={m.territory_say}
        caption={
          <>
            <b>{france ? m.territory_map_caption() : m.territory_map_caption_own()}</b>
            {france ? m.territory_map_caption_text() : m.territory_choose()}
          </>
        }
      />
      <DataTable
        caption={m.territory_table()}
        head={[
          m.territory_region(),
          m.territory_responses_head(),
          m.territory_share_head(),
          m.territory_population_head(),
          m.territory_contributions_head(),
        ]}
        numeric={[1, 2, 3, 4]}
        rows={regions.map(({ territory: { id, slug, name }, responses, contributions, share, populationShare }) => ({
          key: id,
          cells: [
            <Link to={paths.territory(slug)} key={id}>
              {name}
            </Link>,
            ...(responses === 0 && contributions > 0
              ? [m.territory_not_counted_yet(), "—"]
              : [formatNumber(responses), formatShare(share)]),
            populationShare === null ? "—" : formatShare(populationShare),
            formatNumber(contributions),
          ],
        }))}
      />
    </div>
  );
}

CoverageTable.fragment = fragment;

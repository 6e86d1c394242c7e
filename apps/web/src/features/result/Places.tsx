import { m } from "@cahier/schema/messages";
import type { QuestionCard_result, ResultsPage_region } from "../../graphql/operations.generated.ts";
import { useInstance } from "../../frame/instance.ts";
import { paths } from "../../paths.ts";
import { BarList } from "../../ui/BarList.tsx";
import { ownFirst, useOwnRegion } from "../../shared/ownRegion.ts";
import { TerritoryMap } from "../../shared/TerritoryMap.tsx";
import { cellWords } from "./result.labels.ts";

interface Props {
  result: QuestionCard_result;
  regions: readonly ResultsPage_region[];
  /** The slugs of the regions that are large enough to be looked at. */
  groups: ReadonlySet<string>;
  slug: string;
}

/** Territories of answers; a region with enough of them links to its results. */
export function Places({ result: { rows }, regions, groups, slug }: Props) {
  const { france } = useInstance();
  const ownSlug = useOwnRegion();
  const counts = new Map(rows[0]?.cells.map(({ value, count }) => [value, count ?? 0]));
  const slugs = new Map(regions.map((region) => [region.code, region.slug]));
  const own = regions.find((region) => region.slug === ownSlug);
  const byCount = (rows[0]?.cells ?? []).toSorted((a, b) => (b.count ?? 0) - (a.count ?? 0));
  const named = ownFirst(byCount, own?.id ?? null, ({ value }) => value);
  return (
    <div className="result-places">
      <TerritoryMap
        values={regions.map(({ id, code, name }) => ({ code, label: name, count: counts.get(id) ?? 0 }))}
        highlight={own?.code}
        say={({ label, count }) => m.result_map_region({ label, count })}
        hrefFor={(code) => {
          const region = slugs.get(code) ?? "";
          return groups.has(region) ? paths.results(slug, { within: region }) : paths.territory(region);
        }}
        caption={<b>{france ? m.result_map() : m.result_map_own()}</b>}
      />
      <BarList
        bars={named.map((cell) => ({
          key: cell.value,
          label: cell.label,
          value: cell.count ?? 0,
          text: cellWords(cell),
        }))}
      />
    </div>
  );
}

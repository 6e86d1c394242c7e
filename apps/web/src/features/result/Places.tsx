import { m } from "@cahier/schema/messages";
import type { QuestionCard_result, ResultsPage_region } from "../../graphql/operations.generated.ts";
import { Link } from "react-router-dom";
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
  const addressOf = (region = "") =>
    groups.has(region) ? paths.results(slug, { within: region }) : paths.territory(region);
  const slugOf = (id: string) => regions.find((region) => region.id === id)?.slug;
  const bars = (
    <BarList
      bars={named.map((cell) => ({
        key: cell.value,
        label: france ? cell.label : <Link to={addressOf(slugOf(cell.value))}>{cell.label}</Link>,
        value: cell.count ?? 0,
        text: cellWords(cell),
      }))}
    />
  );
  // Territories without a shape are bars already: they are not drawn twice.
  return france ? (
    <div className="result-places">
      <TerritoryMap
        caption={<b>{m.result_map()}</b>}
        values={regions.map(({ id, code, name }) => ({ code, label: name, count: counts.get(id) ?? 0 }))}
        highlight={own?.code}
        say={({ label, count }) => m.result_map_region({ label, count })}
        hrefFor={(code) => addressOf(slugs.get(code))}
      />
      {bars}
    </div>
  ) : (
    bars
  );
}

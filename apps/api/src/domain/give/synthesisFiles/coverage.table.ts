import { m } from "@cahier/schema/messages";
import { written } from "../../../platform/written.ts";
import type { Block } from "../../../platform/files/writing/writing.ts";

/** Files of what is published are in French. */
const locale = written;
const percent = (share: number) => new Intl.NumberFormat(locale.locale, { style: "percent" }).format(share);

interface RegionHeard {
  territory: { name: string };
  responses: number;
  share: number;
  populationShare: number | null;
}

/** Responses by region, beside the share of each in them and in the population. */
export function coverageTable(regions: readonly RegionHeard[]): Block {
  return {
    kind: "table",
    caption: m.export_coverage_caption({}, locale),
    head: [
      m.export_region({}, locale),
      m.export_responses({}, locale),
      m.export_coverage_share({}, locale),
      m.export_coverage_population({}, locale),
    ],
    rows: regions.map(({ territory, responses, share, populationShare }) => [
      territory.name,
      String(responses),
      percent(share),
      populationShare === null ? "—" : percent(populationShare),
    ]),
  };
}

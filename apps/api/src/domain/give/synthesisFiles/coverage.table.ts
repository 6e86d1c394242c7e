import { m } from "@cahier/schema/messages";
import { written } from "../../../platform/written.ts";
import type { Block } from "../../../platform/files/writing/writing.ts";

/** Files of what is published are in French. */
const locale = written;
/** A share, from 0 to 1, as on pages: « < 1 % » for what is little but not nothing. */
export function percent(share: number): string {
  const { format } = new Intl.NumberFormat(locale.locale, { style: "percent" });
  const isLittle = share > 0 && share < 0.005;
  return isLittle ? `<${locale.locale === "fr" ? "\u202f" : ""}${format(0.01)}` : format(share);
}

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

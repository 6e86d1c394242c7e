import { readFileSync } from "node:fs";
import { slugOf } from "../../../platform/text/slug.ts";
import type { Territory } from "./territory.entity.ts";

/** A territory to be written; the ones that hold it are named by their kind and code. */
export interface Planned extends Pick<Territory, "slug" | "kind" | "code" | "name" | "overseas" | "population"> {
  region: string;
  region2012: string | null;
}

interface Region {
  code: string;
  name: string;
  overseas: boolean;
}

interface Files {
  regions: { current: Region[]; in2012: (Region & { currentRegionCode: string })[] };
  departements: { code: string; name: string; regionCode: string; regionCode2012: string }[];
  population: { regions: { code: string; population: number }[] };
}

const read = <Name extends keyof Files>(file: Name) =>
  JSON.parse(readFileSync(new URL(`./france/${file}.json`, import.meta.url), "utf8")) as Files[Name];

/** Those of France: departments, today's regions and those of 2012; each knows the regions it lies in, and lay in. */
export function territoriesOfFrance(): Planned[] {
  const regions = read("regions");
  const departments = read("departements");
  const population = read("population");
  const people = new Map(population.regions.map((row) => [row.code, row.population]));
  const names = new Set(regions.current.map(({ name }) => name));
  const overseas = new Set(regions.current.filter((it) => it.overseas).map(({ code }) => code));
  return [
    ...regions.current.map(({ code, name, overseas: far }) => ({
      slug: slugOf(name),
      kind: "REGION" as const,
      code,
      name,
      overseas: far,
      population: people.get(code) ?? null,
      region: `REGION:${code}`,
      region2012: null,
    })),
    ...regions.in2012.map(({ code, name, overseas: far, currentRegionCode }) => ({
      slug: `${slugOf(name)}-2012`,
      kind: "REGION_2012" as const,
      code,
      name,
      overseas: far,
      population: null,
      region: `REGION:${currentRegionCode}`,
      region2012: `REGION_2012:${code}`,
    })),
    ...departments.map(({ code, name, regionCode, regionCode2012 }) => ({
      slug: names.has(name) ? `${slugOf(name)}-departement` : slugOf(name),
      kind: "DEPARTMENT" as const,
      code,
      name,
      overseas: overseas.has(regionCode),
      population: null,
      region: `REGION:${regionCode}`,
      region2012: `REGION_2012:${regionCode2012}`,
    })),
  ];
}

/**
 * A territory is answered as `KIND:code`, from the select to the table: « 29 » alone could be a department or a
 * region.
 */
import { EntitySchema } from "typeorm";
import type { TerritoryKind } from "../../../graphql/resolvers.generated.ts";
import { column, optionalReference } from "../../../platform/data/columns.ts";

/** A department, a region of today or a region of 2012. Its code means nothing without its kind. */
export interface Territory {
  id: string;
  slug: string;
  kind: TerritoryKind;
  code: string;
  name: string;
  overseas: boolean;
  /** Today's region: of a department, of a region of 2012, and of a region of today itself. */
  regionId: string | null;
  /** The region of 2012: of a department, and of a region of 2012 itself. */
  region2012Id: string | null;
  /** Inhabitants, of today's regions. */
  population: number | null;
}

export const Territories = new EntitySchema<Territory>({
  name: "Territory",
  columns: {
    id: column.orderedId,
    slug: { ...column.text, unique: true },
    kind: column.text,
    code: column.text,
    name: column.text,
    overseas: column.flag,
    regionId: optionalReference("Territory"),
    region2012Id: optionalReference("Territory"),
    population: column.optionalInteger,
  },
  indices: [{ name: "territory_kind_code", columns: ["kind", "code"], unique: true }],
});

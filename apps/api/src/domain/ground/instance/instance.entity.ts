import type { Kept } from "@cahier/schema/fields";
import { instanceFields } from "@cahier/schema/ground/instance.fields";
import { EntitySchema } from "typeorm";
import { column } from "../../../platform/data/columns.ts";
import { columnsFor } from "../../../platform/fields.ts";

/** This installation, as it speaks of itself: one row, there once somebody said something. */
export interface Instance extends Kept<typeof instanceFields> {
  id: string;
  legalEditedOn: string | null;
  privacyEditedOn: string | null;
  /** Digest of the logo; null without one. */
  logoDigest: string | null;
  /** True once territories of its own stand in the place of those of France. */
  ownTerritories: boolean;
  version: number;
}

/** Id of the one row. */
export const instanceId = "00000000-0000-4000-8000-000000000001";

export const Instances = new EntitySchema<Instance>({
  name: "Instance",
  columns: {
    id: { type: "uuid", primary: true, default: () => `'${instanceId}'` },
    ...columnsFor(instanceFields),
    languages: { ...column.text, default: "BOTH" },
    legalEditedOn: column.optionalDay,
    privacyEditedOn: column.optionalDay,
    logoDigest: column.optionalText,
    ownTerritories: column.flag,
    version: column.version,
  },
});

/** Picture on top of each page, apart from the row that every page reads. */
export interface InstanceLogo {
  id: string;
  kind: "PNG" | "JPEG";
  bytes: Buffer;
}

export const InstanceLogos = new EntitySchema<InstanceLogo>({
  name: "InstanceLogo",
  columns: {
    id: { type: "uuid", primary: true, foreignKey: { target: "Instance" } },
    kind: column.text,
    bytes: { type: "bytea" },
  },
});

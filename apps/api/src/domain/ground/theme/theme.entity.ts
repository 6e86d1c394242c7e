import { otherTerms } from "@cahier/schema/text/terms";
import { EntitySchema } from "typeorm";
import type { TermKind } from "../../../graphql/resolvers.generated.ts";
import { column, reference } from "../../../platform/data/columns.ts";

/** One of the four chapters that hold the themes. */
export interface Axis {
  id: string;
  slug: string;
  position: number;
  name: string;
  keywords: string[];
  /** No longer offered: what names it keeps it. */
  retired: boolean;
}

export const Axes = new EntitySchema<Axis>({
  name: "Axis",
  columns: {
    id: column.orderedId,
    slug: { ...column.text, unique: true },
    position: column.integer,
    name: column.text,
    keywords: column.textList,
    retired: column.flag,
  },
});

/** One of the twelve themes that the notebooks were analysed into. */
export interface Theme {
  id: string;
  slug: string;
  axisId: string;
  number: number;
  title: string;
  /** The words of the source, verbatim. */
  sourceText: string;
  retired: boolean;
}

export const Themes = new EntitySchema<Theme>({
  name: "Theme",
  columns: {
    id: column.orderedId,
    slug: { ...column.text, unique: true },
    axisId: reference("Axis"),
    number: column.integer,
    title: column.text,
    sourceText: column.text,
    retired: column.flag,
  },
});

/** A word of a closed list that groups may extend: a sector, a kind of organisation… */
export interface Term {
  kind: TermKind;
  key: string;
  position: number;
  label: string;
  labelEn: string;
  retired: boolean;
}

export const Terms = new EntitySchema<Term>({
  name: "Term",
  columns: {
    kind: { ...column.text, primary: true },
    key: { ...column.text, primary: true },
    position: column.integer,
    label: column.text,
    labelEn: column.text,
    retired: column.flag,
  },
});

/** SQL: the order of words `it` of a list, the one that stands for all others last. */
export const inOrder = `it.key = any('{${otherTerms.join(",")}}'), it.position`;

import type { EntityManager } from "typeorm";
import { Holidays, type Holiday } from "../domain/meet/schedule/schedule.entity.ts";
import { territoriesOfFrance } from "../domain/ground/territory/france.ts";
import { Territories, type Territory } from "../domain/ground/territory/territory.entity.ts";
import { addTerritories } from "../domain/ground/territory/territory.writes.ts";
import { Axes, type Axis, type Term, Terms, type Theme, Themes } from "../domain/ground/theme/theme.entity.ts";
import type { TermKind, TerritoryKind } from "../graphql/resolvers.generated.ts";
import { insertAll } from "../platform/data/bulk.ts";
import { content } from "./content.ts";
import { idsByName } from "./ids.ts";
import { slugOf } from "../platform/text/slug.ts";

/**
 * Reference data of every instance, before any group: the four axes, the twelve themes, the words of lists, the
 * territories, the school holidays.
 */
export interface Reference {
  /** A theme, by its number. */
  theme: (number: number) => Theme;
  /** A territory, by its kind and code. */
  territory: (kind: TerritoryKind, code: string) => Territory;
}

/** Writes each list that nobody has yet, and gives what is: one that was changed or replaced stays as it is. */
export async function seedReference(db: EntityManager): Promise<Reference> {
  if (!(await db.existsBy(Axes, {}))) {
    await insertAll(db, Axes, axes());
    await insertAll(db, Themes, themes(await db.find(Axes)));
  }
  if (!(await db.existsBy(Terms, {}))) await insertAll(db, Terms, terms());
  if (!(await db.existsBy(Territories, {}))) await addTerritories(db, territoriesOfFrance());
  await insertAll(db, Holidays, schoolHolidays(), { known: "kept" });
  const themesByNumber = new Map((await db.find(Themes)).map((theme) => [theme.number, theme]));
  const byCode = new Map((await db.find(Territories)).map((it) => [`${it.kind}:${it.code}`, it]));
  return {
    theme: (number) => found(themesByNumber.get(number), `theme ${number}`),
    territory: (kind, code) => found(byCode.get(`${kind}:${code}`), `territory ${kind}:${code}`),
  };
}

function found<Thing>(thing: Thing | undefined, name: string): Thing {
  if (!thing) throw new Error(`No ${name}.`);
  return thing;
}

function axes(): Axis[] {
  const { next } = idsByName("axes");
  type Source = { slug: string; order: number; name: string; keywords: string[] };
  return content<Source[]>("axes.json").map(({ slug, order, name, keywords }) => ({
    id: next(),
    slug,
    position: order,
    name,
    keywords,
    retired: false,
  }));
}

function themes(there: Axis[]): Theme[] {
  const { next } = idsByName("themes");
  const axisAt = new Map(there.map(({ id, position }) => [`axis-${position}`, id]));
  type Source = { number: number; axisId: string; seedText: string; shortTitle: string; isActiveGroup: boolean };
  return content<Source[]>("themes.json").map(({ number, axisId, seedText, shortTitle, isActiveGroup }) => ({
    id: next(),
    slug: isActiveGroup ? "circuits-courts" : slugOf(shortTitle),
    axisId: found(axisAt.get(axisId), axisId),
    number,
    title: shortTitle,
    sourceText: seedText,
    retired: false,
  }));
}

const lists: Record<TermKind, string> = {
  SECTOR: "sectors",
  ORGANISATION_TYPE: "organisationTypes",
  CRITERION: "criteria",
  LEVER_TYPE: "leverTypes",
  INTERLOCUTOR_CATEGORY: "interlocutorCategories",
};

function terms(): Term[] {
  type Source = { key: string; order: number; label: string; labelEn: string };
  const vocabulary = content<Record<string, Source[]>>("vocab.json");
  return Object.entries(lists).flatMap(([kind, list]) =>
    vocabulary[list]!.map(({ key, order, label, labelEn }) => ({
      kind: kind as TermKind,
      key,
      position: order,
      label,
      labelEn,
      retired: false,
    })),
  );
}

const schoolHolidays = (): Partial<Holiday>[] =>
  content<Pick<Holiday, "id" | "name" | "zone" | "startsOn" | "endsOn">[]>("holidays.json").map((it) => ({
    ...it,
    kind: "SCHOOL",
  }));

import type { EntityManager } from "typeorm";
import { Misconfigured } from "../../../platform/config.ts";
import { dayOf } from "../../../platform/day.ts";
import { WorkingGroups } from "../../ground/group/group.entity.ts";
import { territoryFinder } from "../../ground/territory/finder.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { Themes } from "../../ground/theme/theme.entity.ts";
import type { ImportMap, Origin } from "./map.ts";
import type { World } from "./placing.ts";
import type { TextImport } from "./textImport.entity.ts";

/** Reads all that rows can belong to. */
export async function worldOf(db: EntityManager): Promise<World> {
  const objectives = await db.query<{ id: string; slug: string; number: number; themeId: string }[]>(
    `select o.id, o.slug, o.number, g.theme_id as "themeId" from objective o join working_group g on g.id = o.group_id`,
  );
  const questions = await db.query<{ id: string; slug: string; code: string; objectiveId: string; themeId: string }[]>(
    `select q.id, n.slug, q.code, n.objective_id as "objectiveId", g.theme_id as "themeId" from question q
     join questionnaire n on n.id = q.questionnaire_id join objective o on o.id = n.objective_id
     join working_group g on g.id = o.group_id`,
  );
  const themes = await db.query<{ id: string; slug: string; number: number }[]>("select id, slug, number from theme");
  if (themes.length === 0)
    throw new Misconfigured("This database has no themes yet: npm start, or npm run seed -- empty, then import again.");
  const territories = await db.find(Territories);
  return {
    territory: territoryFinder(territories),
    places: new Map(territories.map((place) => [place.slug, place])),
    objectives: named(objectives, ({ slug, number }) => [slug, String(number)]),
    questions: named(questions, ({ slug, code }) => [`${slug}/${code}`, code]),
    themes: named(themes, ({ slug, number }) => [slug, String(number)]),
    today: dayOf(new Date()),
  };
}

/** Slug of the theme of the group that receives an import. */
export async function themeOf(db: EntityManager, { groupId }: Pick<TextImport, "groupId">): Promise<string> {
  const { themeId } = await db.findOneByOrFail(WorkingGroups, { id: groupId });
  return (await db.findOneByOrFail(Themes, { id: themeId })).slug;
}

/** Things by each of their names; a name that two of them have is nobody's. */
function named<Thing>(things: Thing[], namesOf: (thing: Thing) => string[]) {
  const all = things.flatMap((thing) => namesOf(thing).map((name) => [name, thing] as const));
  const times = Map.groupBy(all, ([name]) => name);
  return new Map(all.filter(([name]) => times.get(name)!.length === 1));
}

const kinds = ["DEPARTMENT", "REGION", "REGION_2012"] as const;

/** The slug of the territory that a person names: by its slug, its name or its code; departments first. */
export function territoryNamed(
  { places, territory }: Pick<World, "places" | "territory">,
  said: string,
): string | null {
  if (places.has(said)) return said;
  for (const kind of kinds) {
    const found = territory(kind, said);
    if (found) return [...places].find(([, place]) => place.id === found.id)![0];
  }
  return null;
}

/** Throws when a constant of the map is unknown: a mistake is told at once, not row by row. */
export function assertKnown(map: ImportMap, world: World) {
  const check = (word: string, origins: Origin[], known: Map<string, unknown>) => {
    for (const origin of origins)
      if ("constant" in origin && !known.has(origin.constant))
        throw new Misconfigured(
          `The map says the ${word} « ${origin.constant} », and there ${
            known.size ? `are only: ${[...known.keys()].join(", ")}` : "is none yet"
          }.`,
        );
  };
  check("objective", map.objective, world.objectives);
  check("question", map.question, world.questions);
  check("theme", map.theme, world.themes);
}

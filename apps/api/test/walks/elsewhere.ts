import { beforeAll } from "vitest";
import { WorkingGroups } from "../../src/domain/ground/group/group.entity.ts";
import type { Role } from "../../src/graphql/resolvers.generated.ts";
import { added } from "../rows/builders.ts";
import type { seededApi } from "../site/demo.ts";
import { plant } from "../private/plant.ts";

/** All that one may be in a group. */
export const team: Role[] = ["MEMBER", "MODERATOR", "REFERENT", "RAPPORTEUR", "FACILITATOR"];

/** The demonstration, with all that waits or is hidden in it; and a group on a theme of its own, and a region, that hold nothing. */
export function withElsewhere(api: ReturnType<typeof seededApi>) {
  const elsewhere = {} as { groupId: string; territoryId: string };
  beforeAll(async () => {
    const { database } = api;
    const one = async (text: string) => (await database.query<[{ id: string }]>(text))[0].id;
    await plant(database);
    // A template is for every group to begin from.
    await database.query("update questionnaire set template = false");
    const themeId = await one("select id from theme where id not in (select theme_id from working_group)");
    const row = { themeId, slug: "ailleurs", name: "Ailleurs", finalGoal: "Un autre but.", means: [] };
    elsewhere.groupId = (await added(database, WorkingGroups, row)).id;
    elsewhere.territoryId = await one(
      "insert into territory (kind, code, name, slug) values ('REGION', 'XX', 'Nulle part', 'nulle-part') returning id",
    );
  });
  return elsewhere;
}

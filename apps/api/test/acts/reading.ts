import { expect } from "vitest";
import type { Viewer } from "../../src/platform/viewer.ts";
import type { testApi } from "../site/api.ts";
import { trying } from "./acting.ts";

/** Acts of a rapporteur on the reading desk. */
export function atTheDesk(api: ReturnType<typeof testApi>) {
  const attempt = trying(api, "code field value");
  const act = async (name: string, fields: string, input: object, viewer: Viewer) => {
    const { payload, errors } = await attempt(name, input, fields, viewer);
    return { errors, ...payload };
  };
  return {
    mark: (viewer: Viewer, input: object) =>
      act("markPassage", "passage { id quote } keyPoint { id number sentence }", input, viewer),
    unmark: (viewer: Viewer, input: object) => act("unmarkPassage", "contribution { id }", input, viewer),
    read: (viewer: Viewer, input: object) => act("readContributions", "contributions { id }", input, viewer),
    unread: (viewer: Viewer, contributionIds: string[]) =>
      act("unreadContributions", "contributions { id }", { contributionIds }, viewer),
    keep: (viewer: Viewer, contributionId: string, kept = true) =>
      act("keepForTwo", "contribution { id }", { contributionId, kept }, viewer),
    async readingDesk(viewer: Viewer, fields: string, variables: object = {}) {
      const types = { filter: "ReadingFilter", id: "ID!", after: "String", first: "Int" };
      const declared = Object.entries(types).filter(([name]) => fields.includes(`$${name}`));
      const head = declared.length ? `(${declared.map(([name, type]) => `$${name}: ${type}`).join(", ")})` : "";
      const { data, errors } = await api.ask(`query ${head} { readingDesk { ${fields} } }`, { ...variables }, viewer);
      expect(errors).toBeUndefined();
      return data.readingDesk;
    },
    /** Adds unread texts of objective 4, copied from the demonstration; `drawn`: in the tenth that two people read. */
    async arrive(count: number, drawn = false) {
      return api.database.query<{ id: string; body: string }[]>(
        `insert into contribution (id, theme_id, objective_id, channel, body, status, appearance, region_id, contributed_on)
         select n.id, c.theme_id, c.objective_id, c.channel, c.body, 'VISIBLE', 'ANONYMOUS', c.region_id, c.contributed_on
         from (select gen_random_uuid() as id from generate_series(1, 2000)) n
         cross join lateral (select * from contribution where status = 'VISIBLE' and length(body) > 60
           and objective_id = (select id from objective where slug = 'objectif-4') order by id limit 1) c
         where (('x' || left(md5(n.id::text), 8))::bit(32)::bigint % 10 = 0) = $2 limit $1 returning id, body`,
        [count, drawn],
      );
    },
  };
}

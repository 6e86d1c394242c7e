import type { Fate } from "../../../graphql/resolvers.generated.ts";
import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { type Figure, tally } from "../../ground/tally/tally.sql.ts";

const figures = (of: (figure: "texts" | "taken" | "explained") => string) =>
  `${of("texts")} as texts, ${of("taken")} as "takenUp", ${of("explained")} as explained`;

const whole = (subject: string) => figures((figure) => tally(figure, subject));

/** Of a department, texts with a name alone: the region is told of the others. */
const placed = (figure: "texts" | "taken" | "explained") =>
  `sum(case asked.kind when 'DEPARTMENT' then ${tally(`${figure}.named` satisfies Figure, "place.id")} else ${tally(figure, "place.id")} end)::int`;

const statements = {
  "fate: groups": `select it.id, ${whole("it.theme_id")} from working_group it where it.id = any($1::uuid[])`,
  "fate: objectives": `select it.id, ${whole("it.id")} from unnest($1::uuid[]) it(id)`,
  "fate: territories": `select asked.id, ${figures(placed)} from territory asked
    join territory place on asked.id in (place.id, place.region_id, place.region2012_id)
    where asked.id = any($1::uuid[]) group by 1`,
};

type Counted = Pick<Fate, "texts" | "takenUp" | "explained">;

/** Fate of the texts of a group, an objective or a territory: of those that anybody may read, and so may count. */
export async function fateOf({ db, batch }: Context, name: keyof typeof statements, id: string): Promise<Fate> {
  const loader = batch(name, async (ids) =>
    keyed(await prepared<Counted & { id: string }>(db, name, statements[name], [ids]), (row) => row.id),
  );
  const { texts, takenUp, explained } = (await loader(id)) ?? { texts: 0, takenUp: 0, explained: 0 };
  return { texts, takenUp, explained, toRead: texts - takenUp - explained };
}

import type { EntityManager } from "typeorm";
import type { Channel } from "../../../graphql/resolvers.generated.ts";
import { prepared } from "../../../platform/data/statement.ts";
import type { Questionnaire } from "../../listen/questionnaire/questionnaire.entity.ts";
import { Questionnaires } from "../../listen/questionnaire/questionnaire.entity.ts";
import { shownCells } from "../../listen/result/small.ts";
import type { Cell, Table } from "../../../platform/files/cell.ts";
import { openPolicy } from "./open.policy.ts";
import { notShown } from "../../ground/moderation/status.sql.ts";

/** Mark in place of a count below five people. */
export const hidden = "HIDDEN";

interface Counted {
  region: string;
  regionName: string;
  channel: Channel;
  texts: number;
}

/**
 * Counts of unpublished texts (kept private, pending or hidden), by region and channel. Only of questionnaires that can
 * receive no more: the difference of two days' counts would reveal who wrote in between.
 */
export async function notPublished(db: EntityManager, now: Date): Promise<Pick<Table, "columns" | "rows">> {
  const all: Questionnaire[] = await db.find(Questionnaires);
  const over = all.filter((each) => openPolicy.published(each, now)).map(({ id }) => id);
  const counted = await prepared<Counted>(
    db,
    "open chain: not published",
    `select t.code as region, t.name as "regionName", c.channel, count(*)::int as texts
     from contribution c join question q on q.id = c.question_id join territory t on t.id = c.region_id
     where q.questionnaire_id = any($1::uuid[]) and ${notShown("c")}
     group by 1, 2, 3 order by 1, 3`,
    [over],
  );
  return {
    columns: [
      { key: "region", kind: "code", label: "" },
      { key: "regionName", kind: "words", label: "" },
      { key: "channel", kind: "code", label: "" },
      { key: "texts", kind: "code", label: "" },
    ],
    rows: [cellsOf(counted)],
  };
}

/** Rows of region and channel with their count, or the mark in its place if it would reveal somebody. */
export function cellsOf(counted: readonly Counted[]): Cell[][] {
  const regions = [...new Map(counted.map(({ region, regionName }) => [region, regionName]))];
  const channels = [...new Set(counted.map(({ channel }) => channel))].toSorted();
  const table = regions.map(([region]) =>
    channels.map((channel) => counted.find((each) => each.region === region && each.channel === channel)?.texts ?? 0),
  );
  const shown = shownCells(table);
  return regions.flatMap(([region, name], row) =>
    channels.map((channel, at): Cell[] => [region, name, channel, shown[row]![at] ? String(table[row]![at]) : hidden]),
  );
}

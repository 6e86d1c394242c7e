import { unpublished } from "../../ground/moderation/status.sql.ts";
import { tally } from "../../ground/tally/tally.sql.ts";
import { waiting } from "../questionnaire/published.queries.ts";
import type { Narrowing } from "./contribution.filter.ts";

/** A count that is kept: its name, its statement and its values. */
interface Kept {
  name: string;
  text: string;
  values: unknown[];
}

const everywhere = "select id from theme";

/** SQL: texts that their authors keep unpublished, but for those of responses that wait for others. */
export const keptUnpublished = `${tally("unpublished", everywhere)} - (select count(*)::int
  from response r join contribution c on c.response_id = r.id and ${unpublished("c")} where ${waiting("r")})`;

const placed = (figure: "texts" | "aside") => ({
  DEPARTMENT: tally(`${figure}.named`, "$1::uuid"),
  REGION: `(select coalesce(sum(y.n), 0)::int from tally y where y.figure = '${figure}' and y.subject_id in (${everywhere}) and y.place_id = $1::uuid)`,
  REGION_2012: tally(figure, "select t.id from territory t where t.id = $1::uuid or t.region2012_id = $1::uuid"),
});
const all = placed("texts");
const setAside = placed("aside");

/**
 * Number of published texts under a filter, if it is kept: for one condition alone, without words, or a territory and what
 * goes no further of it. Null otherwise.
 */
export function keptCount({ filter, territory, words }: Narrowing): Kept | null {
  if (words !== null || territory === false) return null;
  const { territory: _, search: __, ...others } = filter;
  const given = Object.entries(others).filter(
    ([, value]) => value !== null && value !== undefined && value !== "" && value !== false,
  );
  const kept = (what: string, text: string, ...values: unknown[]) => ({
    name: `contribution: kept ${what}`,
    text: `select ${text} as count`,
    values,
  });
  if (territory && given.length === 0) return kept(territory.kind, all[territory.kind], territory.id);
  if (territory) {
    const only = given.length === 1 && filter.notRetained;
    return only ? kept(`aside ${territory.kind}`, setAside[territory.kind], territory.id) : null;
  }
  if (given.length > 1) return null;
  const [[by, slug] = ["all", null]] = given;
  if (by === "all") return kept("all", tally("texts", everywhere));
  if (by === "objective") return kept("objective", tally("texts", "select id from objective where slug = $1"), slug);
  if (by === "theme") return kept("theme", tally("texts", "select id from theme where slug = $1"), slug);
  return null;
}

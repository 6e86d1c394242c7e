import { announced } from "../../meet/meeting/meeting.sql.ts";
import type { PaperAgreement } from "../../../graphql/resolvers.generated.ts";
import { keyed } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { type Meeting, Meetings } from "../../meet/meeting/meeting.entity.ts";
import type { Questionnaire } from "../questionnaire/questionnaire.entity.ts";
import { groupAsking } from "../questionnaire/questionnaire.queries.ts";
import { type Response, Responses } from "../response/response.entity.ts";
import { SecondEntries, type SecondEntry, type Sheet, Sheets } from "./sheet.entity.ts";
import { touching } from "./sheet.policy.ts";

/** Sheets that were printed together. */
export interface SheetBatch {
  batch: string;
  count: number;
  entered: number;
  printedOn: string;
  printedById: string | null;
  questionnaireRevision: number;
}

/** The sheets of a questionnaire as they were printed, the newest first. */
export const batchesOf = ({ db }: Context, { id }: Questionnaire) =>
  prepared<SheetBatch>(
    db,
    "sheet: batches",
    `select s.batch, count(*)::int as count, count(r.id)::int as entered, min(s.printed_on)::text as "printedOn",
       (array_agg(s.printed_by_id))[1] as "printedById", min(s.questionnaire_revision) as "questionnaireRevision"
     from sheet s left join response r on r.sheet_id = s.id
     where s.questionnaire_id = $1 group by s.batch order by min(s.printed_on) desc,
       length(s.batch) desc, s.batch desc`,
    [id],
  );

/** The sheets of a batch, by their number; null when there is none of this name. */
export async function sheetsOf({ db }: Context, { id }: Questionnaire, batch: string): Promise<Sheet[] | null> {
  const tail = "where it.questionnaire_id = $1 and it.batch = $2 order by it.number";
  const sheets = await rowsOf(db, Sheets, "sheet: of batch", tail, [id, batch]);
  return sheets.length > 0 ? sheets : null;
}

/** Most entries listed. */
const listed = 200;

/** The territories of a viewer for whom place matters; null for those who enter for anywhere. */
const placesOf = (viewer: Viewer, groupId: string) => {
  const anywhere =
    viewer.has("FACILITATOR", groupId) ||
    viewer.roles.some(({ role, territoryId }) => role === "REFERENT" && territoryId === null);
  if (anywhere) return null;
  return viewer.roles.flatMap(({ role, territoryId }) => (role === "REFERENT" && territoryId ? territoryId : []));
};

const entryTail = `where it.questionnaire_id = $1 and it.entered_by_id is not null and ($4::uuid is null or it.id = $4)
  and ($2::uuid[] is null or it.entered_by_id = $3 or exists (
    select from territory own join territory place on place.id = it.territory_id
    where own.id = any($2::uuid[]) and ${touching("own", "place")}))
  order by it.entered_on desc, length(it.batch), it.batch,
    (select number from sheet where sheet.id = it.sheet_id), it.id limit ${listed}`;

/** Entries, as far as the viewer may see them: the last day's first, those of a day as their sheets lie in their batch. */
export async function entriesOf(context: Context, questionnaire: Questionnaire, id: string | null = null) {
  const { db, viewer } = context;
  const group = await groupAsking(context, questionnaire);
  const values = [questionnaire.id, placesOf(viewer, group.id), viewer.id, id];
  return rowsOf(db, Responses, "sheet: entries", entryTail, values);
}

/** The sheet that an entry was written on. */
export const sheetOf = ({ load }: Context, { sheetId }: Response) => load(Sheets, sheetId);

/** The second entry of what was typed in. */
export async function secondOf({ db, batch }: Context, { id }: Response): Promise<SecondEntry | null> {
  const loader = batch("sheet: second entries", async (ids) =>
    keyed(
      await rowsOf(db, SecondEntries, "sheet: second entries", "where it.response_id = any($1::uuid[])", [ids]),
      (row) => row.responseId,
    ),
  );
  return (await loader(id)) ?? null;
}

/** Agreement of the two entries of the same sheets, settled or not. */
export async function agreementOf({ db }: Context, { id }: Questionnaire): Promise<PaperAgreement | null> {
  const text = `select count(*)::int as sheets, coalesce(sum(e.compared), 0)::int as compared,
      coalesce(sum(e.compared - jsonb_array_length(e.differences)), 0)::int as same
    from second_entry e join response r on r.id = e.response_id where r.questionnaire_id = $1`;
  const [found] = await prepared<PaperAgreement>(db, "sheet: agreement", text, [id]);
  return found && found.sheets > 0 ? found : null;
}

/** Local meetings of the group that were held, the newest first; a referent sees those of their territories. */
export async function meetingsToReport(context: Context, questionnaire: Questionnaire): Promise<Meeting[]> {
  const { db, viewer, now } = context;
  const group = await groupAsking(context, questionnaire);
  const tail = `where it.group_id = $1 and it.kind = 'LOCAL' and it.cancelled_reason is null and ${announced()}
      and it.starts_at <= $2
      and ($3::uuid[] is null or exists (select from territory own join territory place on place.id = it.territory_id
        where own.id = any($3::uuid[]) and own.id in (place.id, place.region_id, place.region2012_id)))
    order by it.starts_at desc, it.id limit 50`;
  return rowsOf(db, Meetings, "sheet: meetings", tail, [group.id, now, placesOf(viewer, group.id)]);
}

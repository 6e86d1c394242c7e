import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { regional, zone } from "../../../platform/day.ts";
import { prepared } from "../../../platform/data/statement.ts";

/** Something that happened to a questionnaire, as the journal keeps it. */
interface Entry {
  key: string;
  id: string;
  event: string;
  at: Date;
  by: string | null;
  data: { reason?: string | null; code?: string; from?: unknown; to?: unknown };
}

/** The same as it is told. */
export interface QuestionnaireEventSaid {
  id: string;
  event: string;
  at: Date;
  by: string | null;
  reason: string | null;
  questionCode: string | null;
  before: string | null;
  after: string | null;
}

const text = `select coalesce(j.data->>'questionnaireId', j.subject_id::text) as key, j.id, j.event,
    coalesce(j.recorded_at, j.recorded_on::timestamp at time zone '${zone}') as at,
    nullif(p.display_name, '') as by, j.data
  from (
    select * from journal_entry where subject_type = 'questionnaire' and subject_id = any($1::uuid[])
    union all
    select * from journal_entry where subject_type in ('section', 'question') and data->>'questionnaireId' = any($1::text[])
  ) j left join person p on p.id = j.actor_id
  order by j.recorded_at desc nulls last, j.recorded_on desc, j.id limit 2000`;

/** All that happened to a questionnaire, the newest first. */
export async function historyOf({ db, batch, viewer }: Context, id: string): Promise<QuestionnaireEventSaid[]> {
  const name = "questionnaire: history";
  const loader = batch(name, async (ids) => grouped(await prepared<Entry>(db, name, text, [ids]), ({ key }) => key));
  return ((await loader(id)) ?? []).map(({ id: own, event, at, by, data }) => ({
    id: own,
    event,
    at,
    by,
    reason: data.reason ?? null,
    questionCode: data.code ?? null,
    before: inWords(data.from, viewer.language),
    after: inWords(data.to, viewer.language),
  }));
}

const instant = /^\d{4}-\d\d-\d\dT[\d:.]+Z$/;

/** Writes a noted value in words: a date as it is said, several values one after the other. */
function inWords(noted: unknown, language: "fr" | "en"): string | null {
  if (noted === null || noted === undefined || noted === "") return null;
  if (Array.isArray(noted)) return noted.map((one) => inWords(one, language) ?? "—").join(" · ");
  if (typeof noted === "boolean") return { fr: ["non", "oui"], en: ["no", "yes"] }[language][Number(noted)]!;
  if (typeof noted !== "string") return JSON.stringify(noted);
  if (!instant.test(noted)) return noted;
  return new Intl.DateTimeFormat(regional(language), { dateStyle: "long", timeStyle: "short", timeZone: zone }).format(
    new Date(noted),
  );
}

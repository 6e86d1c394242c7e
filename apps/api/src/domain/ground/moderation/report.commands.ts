import { limits } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type { ModeratedKind, ReportTextInput } from "../../../graphql/resolvers.generated.ts";
import type { Act } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { recorder } from "../../../platform/journal.ts";
import { moderatedNamed } from "../../../platform/moderated.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { givenLine, isId } from "../../../platform/text/text.ts";
import { visitor } from "../../../platform/viewer.ts";
import { Reports } from "./report.entity.ts";
import { wordsDigest } from "./status.sql.ts";

/** Keeps what somebody says against a text that anybody reads; said again, the last word counts. */
export async function reportText(act: Act, input: ReportTextInput): Promise<{ judged: boolean }> {
  const { db, now, deviceAt, count } = act;
  const textId = input.textId.toLowerCase();
  const note = givenLine(input.note, "note", limits["report.note"]);
  const text = isId(textId) ? await reportedText(db, input.kind, textId) : null;
  if (!text) throw new Refusal("GONE", "textId");
  const { kind, groupId, words } = text;
  const one = { kind, textId, reporterDigest: deviceAt(textId) };
  if (!input.reason) {
    await db.delete(Reports, one);
    return { judged: false };
  }
  // Words that were judged already: a report of them does not open the case again.
  const judged = await db.query<{ id: string }[]>(
    `select r.id from ruling r where r.id in (select settled_by_id from report where kind = $1 and text_id = $2
       and words_digest = $3) and r.lifted_at is null order by r.id desc limit 1`,
    [kind, textId, words],
  );
  const settledById = judged[0]?.id ?? null;
  const said = { reason: input.reason, wordsDigest: words, reportedOn: dayOf(now), settledById };
  const isNew = !(await db.existsBy(Reports, one));
  // Another reason leaves the line that was given with the first.
  const line = input.note === undefined ? {} : { note };
  await db.upsert(Reports, { ...one, groupId, ...said, ...line }, ["kind", "textId", "reporterDigest"]);
  if (!isNew) return { judged: settledById !== null };
  // Said again, it fills no room: one device could else keep others from reporting a text.
  count("report", textId);
  await recorder(db, visitor, now)("report.given", textId, { kind, reason: input.reason });
  return { judged: settledById !== null };
}

/** A text that anybody reads, with the digest of its words. A supply is read as the text it is, too. */
async function reportedText(db: EntityManager, asked: ModeratedKind, id: string) {
  const kinds: ModeratedKind[] = asked === "CONTRIBUTION" ? ["CONTRIBUTION", "SUPPLY"] : [asked];
  for (const kind of kinds) {
    const { rows, shown } = moderatedNamed(kind);
    if (!shown) continue;
    const [found] = await db.query<{ groupId: string; words: string }[]>(
      `select x.group_id as "groupId", ${wordsDigest("x")} as words from (${rows()} where ${shown} and it.id = $1) x`,
      [id],
    );
    if (found) return { kind, ...found };
  }
  return null;
}

import { randomUUID } from "node:crypto";
import { limits } from "@cahier/schema/limits";
import type { EntityManager } from "typeorm";
import type { EraseDraftInput, SaveDraftInput } from "../../../graphql/resolvers.generated.ts";
import { saysAlready } from "../../../platform/again.ts";
import { limiter } from "../../../platform/server/rateLimit.ts";
import type { Act, Transaction } from "../../../platform/context.ts";
import { dayOf, zone } from "../../../platform/day.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { countOf } from "../../../platform/retention.ts";
import { columnsOf } from "../../../platform/data/statement.ts";
import { isId } from "../../../platform/text/text.ts";
import { takesResponses } from "../questionnaire/questionnaire.policy.ts";
import { type Draft, Drafts } from "./draft.entity.ts";
import { draftByToken } from "./draft.queries.ts";
import { tokenDigest } from "./token.ts";

/** One draft is saved at each pause of whoever writes it, and no faster. */
const savesOfOne = limiter({ name: "draft saved", most: 60, seconds: 60 });

/** Keeps a response being written. Nobody but its author knows of it: the journal does not. */
export async function saveDraft({ db, now, count }: Act, input: SaveDraftInput): Promise<{ draft: Draft }> {
  const digest = tokenDigest(input.token);
  const key = input.key.trim();
  if (!digest) throw new Refusal("REQUIRED", "token");
  if (!key || key.length > 100) throw new Refusal(key ? "TOO_LONG" : "REQUIRED", "key", key && "100");
  held(await savesOfOne(db, digest));
  const answers = asWritten(input.answers);
  const { questionnaireId } = input;
  const [open] = isId(questionnaireId)
    ? await db.query<{ revision: number }[]>(
        `select q.revision from questionnaire q where q.id = $1 and ${takesResponses}`,
        [questionnaireId],
      )
    : [];
  if (!open) throw new Refusal("NOT_OPEN");
  await allAsked(db, questionnaireId, Object.keys(answers));

  const written = {
    answers,
    part: Math.min(Math.max(1, input.part), 1000),
    appearance: input.appearance ?? null,
    authorName: readable(input.authorName ?? "").slice(0, limits["response.authorName"]) || null,
    questionnaireRevision: Math.min(Math.max(1, input.questionnaireRevision ?? open.revision), open.revision),
    savedOn: dayOf(now),
  };
  // Two devices that save at once wait for one another.
  const text = `select ${columnsOf(db, Drafts)} from draft it where it.questionnaire_id = $1 and it.key = $2 for update`;
  const [before] = await db.query<Draft[]>(text, [questionnaireId, key]);
  if (before && before.tokenDigest !== digest) throw new Refusal("CONFLICT");
  const { savedOn: _, ...said } = written;
  // Saved so already, as by a first try whose answer was lost.
  if (before && saysAlready(before, said)) return { draft: before };
  if (before && before.version !== input.version)
    throw new Refusal("STALE", null, String(before.version)).with({ draft: before });
  if (before) {
    const draft: Draft = { ...before, ...written, version: before.version + 1 };
    await db.update(Drafts, before.id, { ...written, answers: answers as never, version: draft.version });
    return { draft };
  }

  if (typeof input.version === "number" || (await wasSent(db, questionnaireId, key))) throw new Refusal("GONE");
  // A machine that begins drafts without an end does not fill the disk: devices keep theirs meanwhile.
  count("draft", questionnaireId);
  const draft: Draft = {
    id: randomUUID(),
    questionnaireId,
    tokenDigest: digest,
    key,
    ...written,
    responseId: null,
    version: 1,
  };
  const { identifiers } = await db
    .createQueryBuilder()
    .insert()
    .into(Drafts)
    .values(draft as never)
    .orIgnore()
    .returning("id")
    .execute();
  if (identifiers[0]) return { draft };
  // A first save that came at the same time is there by now.
  const there = await db.findOneBy(Drafts, { questionnaireId, key, tokenDigest: digest });
  if (there && saysAlready(there, said)) return { draft: there };
  throw new Refusal("CONFLICT");
}

/** Erases a draft: what is not there is erased already. */
export async function eraseDraft({ db }: Transaction, input: EraseDraftInput) {
  const draft = await draftByToken(db, input.token);
  if (draft) await db.delete(Drafts, draft.id);
  return {};
}

/** Removes what nobody came back to: untouched since, and long after the questionnaire closed. */
export const purgeDrafts = (db: EntityManager, now: Date, after: string) =>
  countOf(
    db,
    `delete from draft d using questionnaire q where q.id = d.questionnaire_id
       and q.closes_at < $1::timestamptz - $2::interval
       and d.saved_on < ($1::timestamptz at time zone '${zone}')::date - $2::interval`,
    [now, after],
  );

const wasSent = async (db: EntityManager, questionnaireId: string, key: string) =>
  (await db.query<unknown[]>("select from response where questionnaire_id = $1 and key = $2", [questionnaireId, key]))
    .length > 0;

function held(seconds: number) {
  if (seconds) throw new Refusal("TOO_MANY_TRIES", null, String(seconds));
}

const questionOf = (key: string) => key.replace(/-other$/, "");

/** Refuses what no question of the questionnaire asks, be it one that is retired: a draft is no store of anything else. */
async function allAsked(db: EntityManager, questionnaireId: string, keys: string[]) {
  const text = "select id from question where questionnaire_id = $1";
  const asked = new Set((await db.query<{ id: string }[]>(text, [questionnaireId])).map(({ id }) => id));
  const unknown = keys.find((key) => !asked.has(questionOf(key)));
  if (unknown) throw new Refusal("UNKNOWN_QUESTION", unknown);
}

/** Without the signs that no database keeps. */
const readable = (text: string) => text.replaceAll("\0", "").toWellFormed();

/** Answers of a draft as typed, valid or not: they are checked when they are sent. */
function asWritten(given: SaveDraftInput["answers"]): Record<string, unknown> {
  const entries = given.filter(({ questionId }) => /^[\w-]{1,64}$/.test(questionId) && questionId !== "__proto__");
  const json = JSON.stringify(Object.fromEntries(entries.map(({ questionId, value }) => [questionId, value])));
  if (json.length > limits["draft.answers"]) throw new Refusal("TOO_LARGE", "answers", String(limits["draft.answers"]));
  return JSON.parse(json, (_, value: unknown) => (typeof value === "string" ? readable(value) : value)) as Record<
    string,
    unknown
  >;
}

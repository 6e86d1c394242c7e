import type { EntityManager } from "typeorm";
import { dayOf } from "../../../platform/day.ts";
import type { Recorder } from "../../../platform/journal.ts";
import { type Response, Responses } from "./response.entity.ts";

/**
 * Takes a response that is held back: all its words are erased, wherever they were copied; its place stays, so that what
 * was built on it says why it stands no more. What others wrote of it is theirs.
 */
export async function withdrawn(db: EntityManager, before: Response, now: Date, record: Recorder): Promise<Response> {
  if (before.status === "WITHDRAWN") return before;
  const erased = {
    status: "WITHDRAWN" as const,
    statusOn: dayOf(now),
    statusReason: null,
    digest: "",
    authorName: null,
    organisationType: null,
    organisationName: null,
    peopleCount: null,
    sectors: [],
    repeatKey: "",
    submittedAt: null,
    followUpEmail: null,
    mailedDigest: null,
    paperReference: null,
    keptRevisions: {},
  };
  await db.update(Responses, before.id, erased);
  await eraseWords(db, before.id);
  await record("response.withdrawn", before);
  return { ...before, ...erased };
}

/** Wherever the words of a response were copied. The search index follows the text. */
async function eraseWords(db: EntityManager, responseId: string) {
  for (const statement of [
    "delete from answer where response_id = $1",
    "delete from response_revision where response_id = $1",
    "delete from second_entry where response_id = $1",
    "delete from draft where response_id = $1",
    ...textsOf("response_id"),
  ])
    await db.query(statement, [responseId]);
}

/** Takes back one text that stands free, as those of a response are. */
export async function eraseContribution(db: EntityManager, id: string) {
  for (const statement of textsOf("id")) await db.query(statement, [id]);
}

/** What erases the texts of which `column` is `$1`, wherever they were copied. */
function textsOf(column: "response_id" | "id") {
  const own = `(select id from contribution where ${column} = $1)`;
  return [
    // A mail that waits is taken back, with what it tells of other responses: that is told by the next one.
    `delete from outgoing_mail where recipient is not null
       and id in (select mail_id from told where contribution_id in ${own})`,
    `delete from told where contribution_id in ${own}`,
    `delete from contribution_revision where contribution_id in ${own}`,
    `delete from citation_review where passage_id in (select id from passage where contribution_id in ${own})`,
    `update journal_entry set data = data - 'quote' - 'was' where data ->> 'contributionId' in (
       select id::text from contribution where ${column} = $1)`,
    `update passage set quote = '' where contribution_id in ${own}`,
    `update contribution set body = '', status = 'WITHDRAWN', author_name = null, organisation_name = null,
       organisation_type = null, sectors = '{}', not_retained = null, not_retained_note = null, not_retained_on = null,
       forwarded_theme_id = null where ${column} = $1`,
  ];
}

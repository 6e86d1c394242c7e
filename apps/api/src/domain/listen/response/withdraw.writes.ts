import type { EntityManager } from "typeorm";
import { dayOf } from "../../../platform/day.ts";
import type { Recorder } from "../../../platform/journal.ts";
import { liftRulings } from "../../ground/moderation/ruling.writes.ts";
import { eraseTexts } from "../contribution/contribution.writes.ts";
import { eraseDraftsOf } from "../draft/draft.writes.ts";
import { dropFollow } from "../follow/follow.writes.ts";
import { Answers, type Response, ResponseRevisions, Responses } from "./response.entity.ts";

/**
 * Takes a response that is held back: all its words are erased; its place stays, so that what was built on it says why it
 * stands no more. Rooms that copied words hear it, here or of each text. What others wrote of it is theirs.
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
    mailedDigest: null,
    paperReference: null,
    keptRevisions: {},
  };
  await db.update(Responses, before.id, erased);
  await db.delete(Answers, { responseId: before.id });
  await db.delete(ResponseRevisions, { responseId: before.id });
  await eraseDraftsOf(db, before.id);
  await liftRulings(db, ["RESPONSE"], before.id);
  await dropFollow(db, "ADDRESS", before.id);
  await eraseTexts({ db, record, now }, before.id);
  await record("response.withdrawn", before);
  return { ...before, ...erased };
}

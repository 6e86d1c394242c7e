import type { EntityManager } from "typeorm";
import { saidBy } from "../../meet/minutes/minutes.sql.ts";
import { type CitationReview, CitationReviews } from "./citationReview.entity.ts";

/** State of a new review: unresolved. */
const unresolved = { resolution: null, reply: null, resolvedOn: null, resolvedById: null };

/** Keeps what an author says of how they were cited, in the place of what they said before: it waits for the team anew. */
export const keepReview = (db: EntityManager, review: Omit<CitationReview, keyof typeof unresolved>) =>
  db.upsert(CitationReviews, { ...review, ...unresolved }, ["passageId"]);

/** Forgets what somebody who takes their coming to a meeting back said of how they were cited. */
export const forgetSpeaker = (db: EntityManager, attendanceId: string) =>
  db.query(
    `delete from citation_review where passage_id in (
       select p.id from passage p join contribution c on c.id = p.contribution_id where ${saidBy("c", "$1")})`,
    [attendanceId],
  );

/** Forgets what the author of a text said of how they were cited. */
export const forgetReviews = (db: EntityManager, contributionId: string) =>
  db.query(`delete from citation_review where passage_id in (select id from passage where contribution_id = $1)`, [
    contributionId,
  ]);

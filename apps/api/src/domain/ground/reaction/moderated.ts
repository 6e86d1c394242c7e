import { type ModeratedKind, partsOf } from "../../../platform/moderated.ts";
import { subjectsTold } from "../../../platform/subjects.ts";
import { held, visible } from "../moderation/status.sql.ts";
import { Reactions } from "./reaction.entity.ts";

/** Subjects of reactions, each read as its own room says. */
const subjects = () =>
  subjectsTold()
    .map(
      ([kind, { table, told }]) => `select ${told.group} as group_id, ${told.title} as title, ${told.words} as words,
        ${told.path} as path from ${table} it where r.subject = '${kind}' and it.id = r.subject_id`,
    )
    .join(" union all ");

/** Reactions, for moderators: each with the words it is about. */
export const moderatedReaction: ModeratedKind = {
  rows: () => `select it.id, s.group_id, it.reacted_on as given_on, it.status,
      ${partsOf({ text: "it.text", source: "it.source", authorName: "it.author_name" })} as parts,
      s.title as about, s.words as quoted, s.path
    from reaction it cross join lateral (
      select from_subject.* from (select it.subject, it.subject_id) r cross join lateral (${subjects()}) from_subject
    ) s`,
  held: held("it"),
  shown: visible("it"),
  lock: ["select from reaction where id = $1 for update"],
  rule: ({ db }, id, visibility, words) => db.update(Reactions, id, { ...visibility, ...words }),
};

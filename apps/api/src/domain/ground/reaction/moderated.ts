import type { EntityManager } from "typeorm";
import { type ModeratedKind, partsOf } from "../../../platform/moderated.ts";
import { subjectsTold } from "../../../platform/subjects.ts";
import { held, visible } from "../moderation/status.sql.ts";
import { Reactions } from "./reaction.entity.ts";

/** SQL: the subject of a reaction `r`, as its own room says it. */
const subjects = () =>
  subjectsTold()
    .map(
      ([kind, { table, told }]) => `select ${told.group} as group_id, ${told.title} as title, ${told.words} as words,
        ${told.path} as path from ${table} it where r.subject = '${kind}' and it.id = r.subject_id`,
    )
    .join(" union all ");

/** SQL: what is kept beside each reaction `r`, found anew: the group of its subject, while that is there. */
export const besideReaction = () => `select r.id, s.group_id from reaction r cross join lateral (${subjects()}) s`;

/** Puts it beside each reaction where something else is kept. */
export const setGroupsRight = (db: EntityManager) =>
  db.query(
    `update reaction r set group_id = x.group_id from (${besideReaction()}) x where x.id = r.id and r.group_id is distinct from x.group_id`,
  );

/** Keeps as reactions that wait those that a select says, and no other. */
export const setWaitsRight = (db: EntityManager, truth: string) =>
  db.query(
    `with truth as materialized (${truth}), gone as (
       delete from waiting_reaction w where not exists (select from truth x where x.id = w.id))
     insert into waiting_reaction (id, group_id, reacted_on, proposal_id) select id, group_id, reacted_on, proposal_id from truth
     on conflict (id) do update set (group_id, reacted_on, proposal_id) = (excluded.group_id, excluded.reacted_on, excluded.proposal_id)`,
  );

/** Reactions, for moderators: each with the words it is about. */
export const moderatedReaction: ModeratedKind = {
  rows: () => `select it.id, s.group_id, it.reacted_on as given_on, it.status,
      ${partsOf({ text: "it.text", source: "it.source", authorName: "it.author_name" })} as parts,
      s.title as about, s.words as quoted, s.path
    from reaction it cross join lateral (
      select from_subject.* from (select it.subject, it.subject_id) r cross join lateral (${subjects()}) from_subject
    ) s`,
  held: held("it"),
  heldIn: (oldest, told) => `select ${told({ id: "h.id", group: "g.id", day: "h.day" })}
    from unnest($1::uuid[]) g(id) cross join lateral (select it.id, it.reacted_on as day from reaction it
      where it.group_id = g.id and ${held("it")} ${oldest("it.reacted_on", "it.id")}) h`,
  floods: { table: "reaction", day: "reacted_on", group: "it.group_id" },
  shown: visible("it"),
  lock: ["select from reaction where id = $1 for update"],
  rule: ({ db }, id, visibility, words) => db.update(Reactions, id, { ...visibility, ...words }),
};

import type { Context } from "../../../platform/context.ts";
import { linked } from "../../../platform/data/linked.ts";
import { type KeyPoint, KeyPoints } from "../keyPoint/keyPoint.entity.ts";
import type { Contribution } from "../../listen/contribution/contribution.entity.ts";
import { type Forwarding, Forwardings } from "../../listen/contribution/forwarding.entity.ts";
import { stated } from "../keyPoint/keyPoint.sql.ts";

/** The themes that a contribution was handed to; none of one that its author took back. */
export const forwardingsOf = async (context: Context, { id, status }: Contribution): Promise<Forwarding[]> =>
  status === "WITHDRAWN"
    ? []
    : linked(
        context,
        "contribution: forwardings",
        Forwardings,
        `it.contribution_id as key from forwarding it
         where it.contribution_id = any($1::uuid[]) order by it.forwarded_on, it.theme_id`,
        id,
      );

/** Answers the stated key points that a contribution says in the theme it was forwarded to. */
export const keyPointsThere = (context: Context, { contributionId, themeId }: Forwarding): Promise<KeyPoint[]> =>
  linked(
    context,
    "forwarding: key points",
    KeyPoints,
    `asked.key from unnest($1::text[]) asked(key)
     join passage p on p.contribution_id = split_part(asked.key, ' ', 1)::uuid
     join key_point_passage l on l.passage_id = p.id
     join key_point it on it.id = l.key_point_id and ${stated("it")}
     join objective o on o.id = it.objective_id
     join working_group g on g.id = o.group_id and g.theme_id = split_part(asked.key, ' ', 2)::uuid
     group by asked.key, it.id, o.number order by o.number, it.number`,
    `${contributionId} ${themeId}`,
  );

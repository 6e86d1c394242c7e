import type { KeyPointEventKind } from "../../../graphql/resolvers.generated.ts";
import { grouped } from "../../../platform/data/batch.ts";
import type { Context } from "../../../platform/context.ts";
import { withInstants } from "../../../platform/data/joined.ts";
import { Objectives } from "../../ground/group/group.entity.ts";
import type { KeyPoint, KeyPointMergeRow } from "./keyPoint.entity.ts";
import { keyPointPolicy } from "./keyPoint.policy.ts";

/** True if the viewer works on key points of that group: nobody else is told their history. */
async function works({ load, viewer }: Context, { objectiveId }: KeyPoint) {
  return keyPointPolicy.edit(viewer, (await load(Objectives, objectiveId))!.groupId);
}

/** A merge in force, with what was merged. */
export type KeyPointMerge = Pick<KeyPointMergeRow, "keyPointId" | "mergedAt" | "mergedById"> &
  Pick<KeyPoint, "number" | "sentence"> & { key: string };

const mergesText = `select m.into_id as key, m.key_point_id as "keyPointId", m.merged_at as "mergedAt",
    m.merged_by_id as "mergedById", k.number, k.sentence
  from key_point_merge m join key_point k on k.id = m.key_point_id
  where m.into_id = any($1::uuid[]) and m.undone_at is null order by m.id desc`;

/** The merges into a key point that can be undone. */
export async function mergesOf(context: Context, keyPoint: KeyPoint): Promise<KeyPointMerge[]> {
  if (!(await works(context, keyPoint))) return [];
  const { joined, batch } = context;
  const name = "key point: merges";
  const loader = batch(name, async (ids) =>
    grouped(withInstants(await joined<KeyPointMerge>(name, mergesText, [ids]), ["mergedAt"]), ({ key }) => key),
  );
  return (await loader(keyPoint.id)) ?? [];
}

/** One act on a key point, in the words of the schema. */
export interface KeyPointEvent {
  id: string;
  kind: KeyPointEventKind;
  on: string;
  actorId: string | null;
  from: string | null;
  to: string | null;
  details: string[];
}

/** The same as the journal keeps it. */
interface Entry {
  key: string;
  id: string;
  event: string;
  /** True if the event is of another key point, merged into this one or taken out of it. */
  ofOther: boolean;
  actorId: string | null;
  data: Record<string, unknown>;
  on: string;
}

const historyText = `select x.key, j.id, j.event, x.key <> x.subject as "ofOther", j.actor_id as "actorId", j.data,
    j.recorded_on::text as "on"
  from (
    select id as key, id as subject from key_point where id = any($1::uuid[])
    union select into_id, key_point_id from key_point_merge where into_id = any($1::uuid[])
  ) x join journal_entry j on j.subject_type = 'keyPoint' and j.subject_id = x.subject
  where x.key = x.subject or (j.event in ('keyPoint.merged', 'keyPoint.unmerged') and j.data ->> 'intoId' = x.key::text)
  order by j.recorded_at desc nulls last, j.event limit 2000`;

/** Answers the history of a key point, newest first; empty for a viewer outside its team. */
export async function historyOf(context: Context, keyPoint: KeyPoint): Promise<KeyPointEvent[]> {
  if (!(await works(context, keyPoint))) return [];
  const { joined, batch } = context;
  const name = "key point: history";
  const loader = batch(name, async (ids) => grouped(await joined<Entry>(name, historyText, [ids]), ({ key }) => key));
  return ((await loader(keyPoint.id)) ?? []).flatMap((entry) => told(entry) ?? []);
}

/** A sentence that it came from, one that it led to, and what else there is to tell; nothing of an act unknown here. */
function told({ id, event, ofOther, actorId, data, on }: Entry): KeyPointEvent | null {
  const text = (field: string) => (typeof data[field] === "string" ? data[field] : null);
  const act = (kind: KeyPointEventKind, from: string | null, to: string | null, details: string[] = []) => ({
    id,
    kind,
    on,
    actorId,
    from,
    to,
    details,
  });
  const passages = [String(data.passages)];
  if (ofOther && event === "keyPoint.merged") return act("RECEIVED", text("sentence"), null, passages);
  if (ofOther) return act("GAVE_BACK", null, text("sentence"));
  switch (event) {
    case "keyPoint.opened":
      return act("OPENED", text("from"), text("sentence"));
    case "keyPoint.reworded":
      return act("REWORDED", text("from"), text("to"));
    case "keyPoint.defined":
      return act("DEFINED", null, null, Object.keys(data));
    case "keyPoint.stated":
      return act("STATED", null, text("sentence"));
    case "keyPoint.unstated":
      return act("UNSTATED", text("sentence"), null);
    case "keyPoint.merged":
      return act("MERGED", null, text("into"), passages);
    case "keyPoint.unmerged":
      return act("UNMERGED", text("into"), null);
    case "keyPoint.split":
      return act("SPLIT", null, text("to"), [String((data.passageIds as unknown[]).length)]);
    case "keyPoint.moved":
      return act("MOVED", null, text("under"), text("objective") ? [text("objective")!] : []);
    default:
      return null;
  }
}

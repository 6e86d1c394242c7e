import type { ActivityKind } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { dayOf, startOf, zone } from "../../../platform/day.ts";
import { matterPolicy } from "../matter/matter.policy.ts";

/** Kinds in the order of the chain, each with the concepts of the journal whose acts it counts. */
export const conceptsOf: Record<ActivityKind, readonly string[]> = {
  QUESTIONNAIRES: ["questionnaire", "question", "section", "response", "sheet", "textImport", "notebook"],
  READINGS: [],
  PASSAGES: ["passage", "notebookLine"],
  KEY_POINTS: ["keyPoint", "grid", "criterion"],
  SYNTHESES: ["synthesis", "paragraph", "citation"],
  PROPOSALS: [
    ...["proposal", "statement", "ask", "objection", "work", "supply", "amendment", "curation", "minorityPosition"],
    ...["initiative", "coherenceNote", "glossaryTerm", "languageKit"],
  ],
  HANDOVERS: ["handover", "interlocutor", "exchange", "introduction"],
  MEETINGS: ["meeting", "minutes", "minutesBlock", "agendaRequest", "weekQuestion"],
  MODERATION: ["ruling", "appeal", "contribution", "review"],
  GROUP: [
    ...["group", "objective", "schedule", "milestone", "holiday", "theme", "list", "role", "invitation", "candidacy"],
    ...["sector", "regionalGroup", "organisation", "document", "production", "rehearsal", "instance", "territories"],
  ],
};

/** Concepts whose acts are no work of a team: what one does for oneself. */
export const countedNowhere = ["person", "session", "secondFactor", "mails", "matter"];

/** A day on which somebody did something. */
export interface ActivityDay {
  day: string;
  acts: { kind: ActivityKind; count: number }[];
}

const kinds = Object.keys(conceptsOf) as ActivityKind[];

const kindOf = new Map(kinds.flatMap((kind) => conceptsOf[kind].map((concept) => [concept, kind] as const)));

const days = 7;

/** Acts of a member of a team in the last seven days, the last day first. */
export async function ownActivity({ db, viewer, now }: Context): Promise<ActivityDay[]> {
  if (!matterPolicy.hold(viewer)) return [];
  const from = startOf(dayOf(now, 1 - days));
  const rows = await prepared<{ day: string; concept: string | null; count: number }>(
    db,
    "activity: own",
    `select (recorded_at at time zone '${zone}')::date::text as day, subject_type as concept, count(*)::int
     from journal_entry where actor_id = $1 and recorded_at >= $2 group by 1, 2
     union all
     select (read_at at time zone '${zone}')::date::text, null, count(*)::int
     from reading where person_id = $1 and read_at >= $2 group by 1`,
    [viewer.id, from],
  );
  const byDay = Map.groupBy(rows, ({ day }) => day);
  return [...byDay]
    .map(([day, lines]) => ({ day, acts: countsOf(lines) }))
    .filter(({ acts }) => acts.length > 0)
    .toSorted((one, other) => (one.day < other.day ? 1 : -1));
}

function countsOf(lines: readonly { concept: string | null; count: number }[]) {
  const counts = new Map<ActivityKind, number>();
  for (const { concept, count } of lines) {
    const kind = concept === null ? "READINGS" : kindOf.get(concept);
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + count);
  }
  return kinds.flatMap((kind) => (counts.has(kind) ? [{ kind, count: counts.get(kind)! }] : []));
}

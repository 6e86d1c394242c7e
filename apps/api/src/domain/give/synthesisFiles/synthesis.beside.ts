import type { NotRetainedReason, SynthesisAccounting } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { zone } from "../../../platform/day.ts";
import { prepared } from "../../../platform/data/statement.ts";
import { accountingOf } from "../../understand/synthesis/accounting.queries.ts";
import type { MinorityPosition } from "../../propose/minority/minority.entity.ts";
import { minorityPolicy } from "../../propose/minority/minority.policy.ts";
import { minorityPositionsOf, type Signatures, signaturesOf } from "../../propose/minority/minority.queries.ts";
import { citationReplies } from "../../understand/citationReview/replies.queries.ts";
import type { SynthesisVersion } from "../../understand/synthesis/synthesis.entity.ts";
import { coverageOf } from "../../listen/contribution/coverage.queries.ts";
import { type Territory, Territories } from "../../ground/territory/territory.entity.ts";
import type { Chain } from "./synthesis.chain.ts";
import { counted, visible } from "../../ground/moderation/status.sql.ts";

/** Count of the texts not retained, for one reason. */
export interface Unretained {
  reason: NotRetainedReason;
  count: number;
}

/** A region: the responses from there, their share, and its own of the population. */
interface Heard {
  territory: Territory;
  responses: number;
  share: number;
  populationShare: number | null;
}

/** Facts beside a version, as of today: a version is frozen, participation is not. */
export interface Beside {
  /** Count of responses, and of each region beside its weight in the population. */
  responses: number;
  regions: Heard[];
  /** Responses since its publication; null while unpublished. */
  responsesSince: number | null;
  minorityPositions: { text: string; region: string | null; signedBy: Signatures }[];
  unretained: Unretained[];
  /** Counts of the passages of the objective: cited, set aside or unaccounted. */
  accounting: SynthesisAccounting;
  /** Public replies to the people cited. */
  replies: string[];
}

export async function besideOf(context: Context, { synthesis, version }: Chain): Promise<Beside> {
  const [coverage, responsesSince, minorityPositions, unretained, accounting, replies] = await Promise.all([
    coverageOf(context, { objective: synthesis.objectiveId }),
    responsesAfter(context, version),
    minorityPositionsOf(context, synthesis.id),
    unretainedOf(context, synthesis.objectiveId),
    accountingOf(context, version.id),
    citationReplies(context, version.id),
  ]);
  return {
    responses: coverage.responses,
    regions: coverage.regions as Heard[],
    responsesSince,
    unretained,
    accounting,
    replies: replies.map(({ reply }) => reply),
    minorityPositions: (await Promise.all(minorityPositions.map(async (it) => standing(context, it)))).flat(),
  };
}

/** A position that stands, whoever asks: one that waits for signatures, or that was hidden, is in no file. */
async function standing(context: Context, position: MinorityPosition): Promise<Beside["minorityPositions"]> {
  const signedBy = await signaturesOf(context, position.id);
  if (!minorityPolicy.isAttached(position, signedBy.count)) return [];
  const region = (await context.load(Territories, position.territoryId))?.name ?? null;
  return [{ text: position.text, region, signedBy }];
}

const unretainedOf = ({ db }: Context, objectiveId: string) =>
  prepared<Unretained>(
    db,
    "beside: unretained",
    `select not_retained as reason, count(*)::int as count from contribution
     where objective_id = $1 and not_retained is not null and ${visible("contribution")} group by 1 order by 1`,
    [objectiveId],
  );

/** By days: anonymous responses keep no time. */
async function responsesAfter({ db }: Context, { id, publishedAt }: SynthesisVersion): Promise<number | null> {
  if (!publishedAt) return null;
  const [found] = await prepared<{ count: number }>(
    db,
    "beside: responses after",
    `select count(*)::int as count from synthesis_version v join synthesis s on s.id = v.synthesis_id
     join questionnaire q on q.objective_id = s.objective_id
     join response r on r.questionnaire_id = q.id and ${counted("r")} and r.speaks_as <> 'GROUP'
       and r.submitted_on > (v.published_at at time zone '${zone}')::date
     where v.id = $1`,
    [id],
  );
  return found!.count;
}

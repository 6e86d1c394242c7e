import { permalink } from "../keyPointFiles/keyPoints.files.ts";
import type { PassageSource } from "./source.ts";

/** The passages that something stands on and the texts they are in as data, each once, by ids. No name. */
export const tracedSources = (sources: readonly PassageSource[], origin: string) => ({
  passages: byId(distinct(sources.map((source) => passageOf(source, origin)))),
  contributions: byId(distinct(sources.map((source) => contributionOf(source, origin)))),
});

const distinct = <Row extends { id: string }>(rows: (Row | null)[]): Row[] => [
  ...new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : []))).values(),
];

/** Unreadable words keep their place alone. */
function passageOf({ passage, contribution, state }: PassageSource, origin: string) {
  const { id, quote, startsAt, endsAt, contributionRevision } = passage;
  if (state === "NOT_PUBLISHED") return { id, state };
  const address = permalink(origin, { contributionId: contribution.id, passageId: id });
  const place = { id, state, contribution: contribution.id, address };
  return state === "WITHDRAWN" ? place : { ...place, quote, startsAt, endsAt, contributionRevision };
}

function contributionOf({ contribution, state, region, question, made }: PassageSource, origin: string) {
  const { id, revision, questionRevision, channel, contributedOn } = contribution;
  if (state === "NOT_PUBLISHED") return null;
  const place = { id, state, address: `${origin}/contributions/${id}` };
  return state === "WITHDRAWN"
    ? place
    : {
        ...place,
        ...{ revision, question, questionRevision, channel, region: region?.code ?? null, contributedOn },
        // Nothing changes in the traces of words that were given here.
        ...(made && { source: { name: made.name, licence: made.licence, attribution: made.attribution } }),
      };
}

/** The order of letters, whatever the language. */
export const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const byId = <Row extends { id: string }>(rows: Row[]) => rows.toSorted((a, b) => order(a.id, b.id));

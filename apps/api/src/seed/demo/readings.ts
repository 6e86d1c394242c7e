import { createHash } from "node:crypto";
import { Readings } from "../../domain/listen/contribution/contribution.entity.ts";
import { type ReadingCode, ReadingCodes } from "../../domain/understand/passage/readingCode.entity.ts";
import { second } from "./people.ts";
import type { Text, Texts } from "./responses.ts";
import type { Demo } from "./rows.ts";

/** Days between the arrival of a text and its second reading. */
const readAfter = 4;

/** Second readings of a tenth of the texts, made blind: the two readers agree on most of them, and not on all. */
export function secondReadings({ clock, ids, put }: Demo, { all }: Texts, codes: ReadingCode[]) {
  const personId = ids.ordered(second);
  const given = Map.groupBy(codes, ({ contributionId }) => contributionId);
  const read = all.filter(
    (text) => isDrawn(text) && given.has(text.contributionId) && clock.before(text.response.submittedAt, readAfter),
  );
  put(
    Readings,
    read.map(({ contributionId, response: { submittedAt } }) => {
      const day = new Date(Date.parse(submittedAt.slice(0, 10)) + readAfter * 86_400_000).toISOString().slice(0, 10);
      return { contributionId, personId, readAt: clock.done(`${day}T20:30:00`) };
    }),
  );
  put(ReadingCodes, codes);
  put(
    ReadingCodes,
    read.flatMap(({ contributionId }, index) => {
      const first = given.get(contributionId)!;
      return first.slice(0, index % 4 === 3 ? first.length - 1 : first.length).map((code) => ({ ...code, personId }));
    }),
  );
}

/** As the reading desk draws them: see `second.filter.ts`. */
const isDrawn = ({ contributionId, status }: Text) =>
  status === "VISIBLE" &&
  Number.parseInt(createHash("md5").update(contributionId).digest("hex").slice(0, 8), 16) % 10 === 0;

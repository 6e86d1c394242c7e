import { room } from "../../../platform/room.ts";
import { eraseQuotes, followText } from "./follow.writes.ts";
import { Passages, KeyPointPassages } from "./passage.entity.ts";
import { ReadingCodes } from "./readingCode.entity.ts";

export const passageRoom = room({
  tables: [ReadingCodes, Passages, KeyPointPassages],
  hears: {
    "contribution.erased": ({ db }, id) => eraseQuotes(db, id),
    "contribution.rewritten": ({ db }, id) => followText(db, id),
  },
});

import { room } from "../../../platform/room.ts";
import type { Stretch } from "../../listen/contribution/stretches.ts";
import { eraseQuotes, followText, maskQuotes } from "./follow.writes.ts";
import { KeptTexts } from "./keptForTwo.entity.ts";
import { Passages, KeyPointPassages } from "./passage.entity.ts";
import { ReadingCodes } from "./readingCode.entity.ts";

export const passageRoom = room({
  tables: [KeptTexts, ReadingCodes, Passages, KeyPointPassages],
  references: [Passages],
  hears: {
    "contribution.erased": ({ db }, id) => eraseQuotes(db, id),
    "contribution.masked": ({ db }, id, { stretches }) => maskQuotes(db, id, stretches as Stretch[]),
    "contribution.rewritten": ({ db }, id) => followText(db, id),
  },
});

import { room } from "../../../platform/room.ts";
import { Passages, KeyPointPassages } from "./passage.entity.ts";
import { ReadingCodes } from "./readingCode.entity.ts";

export const passageRoom = room({
  tables: [ReadingCodes, Passages, KeyPointPassages],
});

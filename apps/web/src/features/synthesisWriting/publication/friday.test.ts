import { expect, test } from "vitest";
import { fridayAfter } from "./friday.ts";

test.for([
  ["2026-11-25T10:00:00Z", "2026-12-04"],
  ["2026-11-27T10:00:00Z", "2026-12-04"],
  ["2026-11-28T10:00:00Z", "2026-12-11"],
  // Already Saturday in Paris.
  ["2026-11-27T23:30:00Z", "2026-12-11"],
])("from %s one reads until Friday %s", ([now, friday]) => expect(fridayAfter(new Date(now!))).toBe(friday));

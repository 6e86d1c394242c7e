import { limits, mostHolidays } from "@cahier/schema/limits";
import type { RemoveHolidayInput, WriteHolidayInput } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { authorize, noted, type ProblemFound, Refusal, refuseStale } from "../../../platform/refusal.ts";
import { givenLine, isId, neededLine } from "../../../platform/text/text.ts";
import { type Holiday, Holidays } from "./schedule.entity.ts";
import { schedulePolicy } from "./schedule.policy.ts";
import { dayIn } from "./schedule.writes.ts";

/** Writes down days on which few people come, new or over those that were read. */
export async function writeHoliday({ db, viewer, record }: Transaction, input: WriteHolidayInput) {
  authorize(schedulePolicy.keepAny(viewer));
  if (!isId(input.id)) throw new Refusal("WRONG_KIND", "id");
  const id = input.id.toLowerCase();
  const words = wordsOf(input);
  const before = await db.findOne(Holidays, { where: { id }, lock: { mode: "for_no_key_update" } });
  if (before && isSame(before, words)) return { holiday: before };
  if (!before && input.version > 0) throw new Refusal("GONE", "id");
  if (before) refuseStale(before, input.version);
  if (!before && (await db.count(Holidays)) >= mostHolidays)
    throw new Refusal("TOO_MANY_CHOICES", "name", String(mostHolidays));
  const holiday = { id, ...words, version: (before?.version ?? 0) + 1 };
  await db.save(Holidays, holiday);
  await record(before ? "holiday.edited" : "holiday.added", id, { ...(before && { from: { ...before } }), to: words });
  return { holiday };
}

export async function removeHoliday({ db, viewer, record }: Transaction, { id, version }: RemoveHolidayInput) {
  authorize(schedulePolicy.keepAny(viewer));
  const before = isId(id) ? await db.findOneBy(Holidays, { id }) : null;
  if (!before) return {};
  refuseStale(before, version);
  await db.delete(Holidays, { id: before.id });
  await record("holiday.removed", before.id, { ...before });
  return {};
}

type Words = Omit<Holiday, "id" | "version">;

function wordsOf({ kind, ...input }: WriteHolidayInput): Words {
  const problems: ProblemFound[] = [];
  const name = noted(problems, () => neededLine(input.name, "name", limits["holiday.name"])) ?? "";
  const zone = noted(problems, () => givenLine(input.zone, "zone", limits["holiday.zone"]));
  const startsOn = dayIn(input.startsOn, "startsOn", problems);
  const endsOn = dayIn(input.endsOn, "endsOn", problems);
  if (problems.length === 0 && endsOn < startsOn)
    problems.push({ code: "DATES_CROSSED", field: "endsOn", value: startsOn });
  if (problems.length > 0) throw new Refusal(problems);
  return { name, kind, zone, startsOn, endsOn };
}

const isSame = (before: Holiday, words: Words) =>
  (Object.keys(words) as (keyof Words)[]).every((name) => before[name] === words[name]);

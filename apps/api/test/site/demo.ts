import { inject } from "vitest";
import { dayOf } from "../../src/platform/day.ts";
import { demoDay } from "../../src/seed/demo/clock.ts";
import { testApi } from "./api.ts";
import { seededFrom } from "./seeded.ts";

/** A real API on the demonstration, read today as if it were 20 June 2012. Each test file has its own copy. */
export const seededApi = (connections?: number) => testApi(seededTemplate, connections);

/** The same through one connection, since each plans what it is asked: for who asks a bit of everything. */
export const walkedApi = () => seededApi(1);

/** Templates that were found by this process: to find one reads all that the demonstration is made of. */
const found = new Map<string, Promise<string>>();

/** The database with the demonstration of a day, made by the first test file that needs it. */
export function seededTemplate(date = demoDay) {
  const asked = `${dayOf(new Date())} ${date}`;
  if (!found.has(asked)) found.set(asked, seededFrom(inject("template"), inject("admin"), date));
  return found.get(asked)!;
}

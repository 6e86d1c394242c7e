import type { ProblemCode } from "../../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import { type ProblemFound, Refusal } from "../../../platform/refusal.ts";
import { givenLine } from "../../../platform/text/text.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import type { Questionnaire } from "../questionnaire/questionnaire.entity.ts";
import { checkedResponse, questionnaireAnswered } from "../response/response.check.ts";
import { Territories } from "../../ground/territory/territory.entity.ts";
import { sheetPolicy } from "./sheet.policy.ts";

/** All that is wrong with an entry, told at once, field by field. */
export class Wrong {
  readonly #found: ProblemFound[] = [];

  add(code: ProblemCode, field: string | null, value: string | null = null) {
    this.#found.push({ code, field, value });
  }

  /** Reads a value; null, with the problem noted, when it is refused. */
  note<T>(read: () => T): T | null {
    try {
      return read();
    } catch (error) {
      return this.#refused(error);
    }
  }

  async unless<T>(read: () => Promise<T>): Promise<T | null> {
    try {
      return await read();
    } catch (error) {
      return this.#refused(error);
    }
  }

  concerns = (field: string) => this.#found.some((problem) => problem.field === field);

  refuse() {
    if (this.#found.length > 0) throw new Refusal(this.#found);
  }

  #refused(error: unknown) {
    if (!(error instanceof Refusal)) throw error;
    this.#found.push(...error.problems);
    return null;
  }
}

/** A line that may be left out. */
export const lineIn = (wrong: Wrong, text: string | null | undefined, field: string, most: number) =>
  wrong.note(() => givenLine(text, field, most));

/** A day on which the questionnaire was open: what is handed in before or after did not arrive in time. */
export function dayIn(wrong: Wrong, { opensAt, closesAt }: Questionnaire, now: Date, field: string, day: string) {
  if (!day) {
    wrong.add("REQUIRED", field);
    return null;
  }
  const first = dayOf(opensAt);
  const close = dayOf(closesAt);
  const today = dayOf(now);
  const last = close < today ? close : today;
  if (day < first || day > last) wrong.add("OUT_OF_RANGE", field, `${asRead(first)} – ${asRead(last)}`);
  return day;
}

/** A day as it is read: 20/06/2012. */
export const asRead = (day: string) => day.split("-").toReversed().join("/");

type On = { questionnaire: Questionnaire; groupId: string };

/** Checks an entry against its paper, and against the territories its typist may type from. */
export async function saidIn(
  { db, viewer, now }: Transaction,
  wrong: Wrong,
  { questionnaire: { id }, groupId }: On,
  revision: number | null | undefined,
  said: Parameters<typeof checkedResponse>[2],
) {
  const answered = await questionnaireAnswered(db, id, revision, dayOf(now));
  if (!answered) throw new Refusal("NOT_OPEN");
  const checked = await wrong.unless(() => checkedResponse(db, answered, said, {}, { paper: true }));
  if (!checked) return null;
  if (!(await entersFor(db, viewer, groupId, checked.territory.id)))
    wrong.add("NOT_YOUR_TERRITORY", answered.questions.find(({ type }) => type === "TERRITORY")!.id);
  return { ...checked, questionnaire: answered };
}

/** True if the viewer may type in paper from a territory. */
export async function entersFor(db: Transaction["db"], viewer: Viewer, groupId: string, fromId: string) {
  const territory = await db.findOneByOrFail(Territories, { id: fromId });
  const own = viewer.roles.flatMap(({ role, territoryId }) => (role === "REFERENT" && territoryId ? territoryId : []));
  const places =
    own.length > 0
      ? await db.findBy(
          Territories,
          own.map((one) => ({ id: one })),
        )
      : [];
  return sheetPolicy.enterFor(viewer, groupId, territory, places);
}

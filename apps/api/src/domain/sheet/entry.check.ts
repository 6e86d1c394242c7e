import { limits, mostPeople } from "@cahier/schema/limits";
import type { AnswerInput, Appearance, ProblemCode } from "../../graphql/resolvers.generated.ts";
import type { Transaction } from "../../platform/context.ts";
import { dayOf } from "../../platform/day.ts";
import { type ProblemFound, Refusal } from "../../platform/refusal.ts";
import { givenText } from "../../platform/text.ts";
import { type CompiledQuestionnaire, definitionOf } from "../questionnaire/definition.ts";
import type { Questionnaire } from "../questionnaire/questionnaire.entity.ts";
import { territoryAnswered } from "../response/response.writes.ts";
import { Territories, type Territory } from "../territory/territory.entity.ts";
import { sheetPolicy } from "./sheet.policy.ts";

/** All that is wrong with an entry, told at once, field by field. */
export class Wrong {
  readonly #found: ProblemFound[] = [];

  add(code: ProblemCode, field: string | null, value: string | null = null) {
    this.#found.push({ code, field, value });
  }

  /** What was read; null, and noted, when it is refused. */
  note<T>(read: () => T): T | null {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#found.push(...error.problems);
      return null;
    }
  }

  concerns = (field: string) => this.#found.some((problem) => problem.field === field);

  refuse() {
    if (this.#found.length > 0) throw new Refusal(this.#found);
  }
}

const oneLine = (text: string | null | undefined) => text?.replace(/\s*[\r\n]+\s*/g, " ");

/** A line that may be left out. */
export const lineIn = (wrong: Wrong, text: string | null | undefined, field: string, most: number) =>
  wrong.note(() => givenText(oneLine(text), field, most));

const isEmail = (text: string) => /^[^\s@"<>(),;:\\[\]]{1,64}@[^\s@"<>(),;:\\[\]]+\.[^\s@.]{2,}$/u.test(text);

export function emailIn(wrong: Wrong, text: string | null | undefined) {
  const email = lineIn(wrong, text, "followUpEmail", 254);
  if (email && !isEmail(email)) wrong.add("NOT_AN_EMAIL", "followUpEmail");
  return email;
}

/** How it appears, as ticked on the paper: nothing is chosen for anybody. */
export function appearanceIn(
  wrong: Wrong,
  { anonymous }: Questionnaire,
  input: { appearance?: Appearance | null; authorName?: string | null },
) {
  const { appearance } = input;
  if (!appearance) wrong.add("APPEARANCE_REQUIRED", "appearance");
  const named = appearance === "NAMED";
  if (named && anonymous) wrong.add("PROMISE_KEPT", "appearance");
  const authorName = named ? lineIn(wrong, input.authorName, "authorName", limits["response.authorName"]) : null;
  if (named && authorName === null && !wrong.concerns("authorName")) wrong.add("NAME_REQUIRED", "authorName");
  return { appearance: appearance!, authorName };
}

/** How many people stand behind it; null where none is said. */
export function peopleIn(wrong: Wrong, count: number | null | undefined) {
  if (count == null) return null;
  if (count < 1 || count > mostPeople) wrong.add("OUT_OF_RANGE", "peopleCount", `1–${mostPeople}`);
  return count;
}

/** A day on which the questionnaire was open: what is handed in before or after did not arrive in time. */
export function dayIn(wrong: Wrong, { opensAt, closesAt }: Questionnaire, now: Date, field: string, day: string) {
  if (!day) return wrong.add("REQUIRED", field);
  const first = dayOf(opensAt);
  const last = [dayOf(closesAt), dayOf(now)].toSorted()[0]!;
  if (day < first || day > last) wrong.add("OUT_OF_RANGE", field, `${inWords(first)} – ${inWords(last)}`);
  return day;
}

const inWords = (day: string) => day.split("-").toReversed().join("/");

/** The answers of an entry made sound, by the revision they were given to, and where they speak from. */
export async function answersIn(
  { db, viewer }: Transaction,
  wrong: Wrong,
  { questionnaire: { id }, groupId }: { questionnaire: Questionnaire; groupId: string },
  revision: number | null,
  given: readonly AnswerInput[],
) {
  const compiled = (await definitionOf(db, id, revision))!;
  const received: Record<string, unknown> = Object.create(null);
  for (const { questionId, value } of given) received[questionId] = value;
  const { answers, problems } = compiled.check({ ...received });
  for (const { code, field, value } of problems) wrong.add(code, field, value);
  const territory = await territoryIn(db, wrong, compiled, answers);
  if (territory) {
    const own = viewer.roles.flatMap(({ role, territoryId }) =>
      role === "REFERENT" && territoryId ? territoryId : [],
    );
    const places =
      own.length > 0
        ? await db.findBy(
            Territories,
            own.map((one) => ({ id: one })),
          )
        : [];
    if (!sheetPolicy.enterFor(viewer, groupId, territory, places))
      wrong.add("NOT_YOUR_TERRITORY", territoryQuestion(compiled)!.id);
  }
  return { compiled, answers, territory };
}

const territoryQuestion = ({ questions }: CompiledQuestionnaire) => questions.find(({ type }) => type === "TERRITORY");

async function territoryIn(
  db: Transaction["db"],
  wrong: Wrong,
  compiled: CompiledQuestionnaire,
  answers: Readonly<Record<string, unknown>>,
): Promise<Territory | null> {
  const asked = territoryQuestion(compiled);
  const answered = asked && (answers[asked.id] as string | undefined);
  if (!answered) return null;
  const place = await territoryAnswered(db, answered);
  if (!place) wrong.add("UNKNOWN_TERRITORY", asked.id);
  return place && db.findOneBy(Territories, { id: place.id });
}

import fc from "fast-check";
import { type AnswerValue, type Condition, type Question } from "../src/questionnaire/definition.ts";

const words = fc.constantFrom("pain", "énergie", "Un circuit court, c’est", "l’épargne", "42 %", "où ça ?", "école");
const sentence = (most: number) =>
  fc.array(words, { minLength: 1, maxLength: 6 }).map((list) => list.join(" ").slice(0, most).trim());
const values = (question: Question) => question.options.map((option) => option.value);

/** An answer that the question takes. */
export function validAnswer(question: Question): fc.Arbitrary<AnswerValue> {
  const most = question.maxSelect ?? question.options.length;
  const { exclusiveValues } = question;
  switch (question.type) {
    case "SHORT_TEXT":
    case "LONG_TEXT":
      return sentence(question.maxLength ?? 100);
    case "SINGLE_CHOICE":
    case "ORGANISATION_TYPE":
      return fc.constantFrom(...values(question));
    case "MULTIPLE_CHOICE":
      return fc.oneof(
        fc.subarray(
          values(question).filter((value) => !exclusiveValues.includes(value)),
          { minLength: question.minSelect ?? 1, maxLength: most },
        ),
        ...exclusiveValues.map((value) => fc.constant([value])),
      );
    case "RANKING":
      return fc.shuffledSubarray(values(question), { minLength: 1, maxLength: most });
    case "RATING":
      return fc.oneof(fc.integer({ min: 1, max: 5 }), fc.constant(question.noOpinionValue ?? 1));
    case "NUMBER":
      return fc.integer({ min: question.min ?? 0, max: question.max ?? 9 });
    case "MATRIX":
      return fc
        .subarray([...question.rows], { minLength: 1 })
        .chain((rows) =>
          fc.record(
            Object.fromEntries(
              rows.map((row) => [row.value, fc.constantFrom(...question.scale.map((step) => step.value))]),
            ),
          ),
        );
    case "DATE":
      return fc
        .date({ min: new Date("1900-01-01"), max: new Date("2100-01-01"), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10));
    default:
      return fc.constantFrom("DEPARTMENT:29", "DEPARTMENT:2A", "REGION:53", "REGION_2012:11");
  }
}

/** Anything that JSON can carry, with keys that have meant harm. */
export const hostile = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.string({ unit: "binary" }),
  fc.constantFrom(null, "", " ", "\0", "\ud800", "__proto__", "constructor", -1, 1e308, [], {}, [[]], [null], true),
);

/** A well-formed condition on these questions. */
export const condition = (ids: string[]): fc.Arbitrary<Condition> =>
  fc.letrec<{ tree: Condition }>((tie) => {
    const on = { question: fc.constantFrom(...ids) };
    return {
      tree: fc.oneof(
        { depthSize: "small", withCrossShrink: true },
        fc.record({ ...on, equals: fc.oneof(fc.constantFrom("A", "B"), fc.integer({ min: 0, max: 5 })) }),
        fc.record({ ...on, contains: fc.constantFrom("A", "B") }),
        fc.record({ ...on, answered: fc.boolean() }),
        ...(["gt", "gte", "lt", "lte"] as const).map((name) =>
          fc.record({ ...on, [name]: fc.integer({ min: 0, max: 5 }) }).map((rule) => rule as unknown as Condition),
        ),
        fc.record({ all: fc.array(tie("tree"), { maxLength: 3 }) }),
        fc.record({ any: fc.array(tie("tree"), { maxLength: 3 }) }),
        fc.record({ not: tie("tree") }),
      ),
    };
  }).tree;

/** An answer that conditions can tell apart. */
export const someAnswer = fc.oneof(
  fc.constantFrom<AnswerValue | undefined>(undefined, "A", "B", "", " "),
  fc.subarray(["A", "B", "C"]),
  fc.integer({ min: 0, max: 5 }),
);

import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { answeringApi, placeAndText, text } from "../../../../test/acts/responses.ts";
import type { SubmitResponseInput } from "../../../graphql/resolvers.generated.ts";

const api = answeringApi();
const { ids, inputOf, rows, stored, submit } = api;

/** A field by the id of its question: « sectors », « sectors-other ». */
const named = (field: string) => field.replace(/^[^-]+/, (name) => ids[name] ?? name);

describe("what is refused is told by field", () => {
  const refusals: [string, Record<string, unknown>, Partial<SubmitResponseInput>, [string, string | null][]][] = [
    ["no territory", { place: null, text }, {}, [["TERRITORY_REQUIRED", "place"]]],
    ["a territory without its kind", { place: "29", text }, {}, [["UNKNOWN_TERRITORY", "place"]]],
    ["a territory that is not there", { place: "DEPARTMENT:99", text }, {}, [["UNKNOWN_TERRITORY", "place"]]],
    ["a territory alone", {}, {}, [["ANSWER_REQUIRED", null]]],
    ["no word on how it appears", { text }, { appearance: null }, [["APPEARANCE_REQUIRED", "appearance"]]],
    ["a name to be written", { text }, { appearance: "NAMED", authorName: " " }, [["NAME_REQUIRED", "authorName"]]],
    ["a name too long", { text }, { appearance: "NAMED", authorName: "n".repeat(121) }, [["TOO_LONG", "authorName"]]],
    ["what is no e-mail", { text }, { followUpEmail: "moi chez moi" }, [["NOT_AN_EMAIL", "followUpEmail"]]],
    ["an unknown question", { text, [randomUUID().replace(/^./, "f")]: 1 }, {}, [["UNKNOWN_QUESTION", "?"]]],
    ["an unknown choice", { text, sectors: ["WATER"] }, {}, [["UNKNOWN_CHOICE", "sectors"]]],
    ["an object for a text", { text: { a: 1 } }, {}, [["WRONG_KIND", "text"]]],
    ["a text for a number", { text, score: "5" }, {}, [["WRONG_KIND", "score"]]],
    ["a choice ranked twice", { text, rank: ["x", "x"] }, {}, [["RANKED_TWICE", "rank"]]],
    ["an unknown row", { text, grid: { z: "1" } }, {}, [["UNKNOWN_CHOICE", "grid"]]],
    ["a rating out of range", { text, score: 6 }, {}, [["OUT_OF_RANGE", "score"]]],
    ["too long a text", { text: "x".repeat(4001) }, {}, [["TOO_LONG", "text"]]],
    ["a NUL", { text: "a\0b" }, {}, [["UNREADABLE_TEXT", "text"]]],
    ["half a character", { text: "a\uD800" }, {}, [["UNREADABLE_TEXT", "text"]]],
    ["« other » without its words", { text, sectors: ["OTHER"] }, {}, [["REQUIRED", "sectors-other"]]],
    ["a fraction of people", { text }, { speaksAs: "GROUP", peopleCount: 2.5 }, [["NOT_WHOLE", "peopleCount"]]],
    ["less than nobody", { text }, { speaksAs: "GROUP", peopleCount: -3 }, [["OUT_OF_RANGE", "peopleCount"]]],
    [
      "several things at once, all told",
      { place: null, text, score: 9 },
      { appearance: null, followUpEmail: "x" },
      [
        ["TERRITORY_REQUIRED", "place"],
        ["OUT_OF_RANGE", "score"],
        ["APPEARANCE_REQUIRED", "appearance"],
        ["NOT_AN_EMAIL", "followUpEmail"],
      ],
    ],
  ];

  test.each(refusals)("%s", async (_, answers, more, expected) => {
    const input = inputOf(answers, more);
    const { problems, receipt } = await submit(input);
    const told = expected.map(([code, field]) => ({
      code,
      field: field === "?" ? Object.keys(answers).at(-1) : field && named(field),
    }));
    expect(problems.map(({ code, field }) => ({ code, field }))).toEqual(told);
    expect(receipt).toBeNull();
    expect(await stored(input.key)).toBeUndefined();
  });

  test("two answers to one question", async () => {
    const input = inputOf({ text, score: 4 });
    const again = { questionId: ids.score!, value: 5 };
    const { problems, receipt } = await submit({ ...input, answers: [...input.answers, again] });
    expect(problems.map(({ code, field }) => ({ code, field }))).toEqual([
      { code: "ANSWERED_TWICE", field: ids.score },
    ]);
    expect(receipt).toBeNull();
  });

  test("before it opens, after it closed, when it is paused or archived: NOT_OPEN, by the clock of the database", async () => {
    const closed = [
      ["opens_at = now() + interval '1 hour'", "NOT_OPEN"],
      ["closes_at = now() - interval '11 minutes'", "NOT_OPEN"],
      ["closes_at = now() - interval '9 minutes'", undefined],
      ["paused_reason = 'Une erreur'", "NOT_OPEN"],
      ["archived_at = now()", "NOT_OPEN"],
      ["published_at = null", "NOT_OPEN"],
    ] as const;
    for (const [change, code] of closed) {
      const { questionnaire: other, ids: asked } = await api.questionnaireWith([...placeAndText]);
      await rows(`update questionnaire set ${change} where id = $1`, [other.id]);
      const answers = [
        { questionId: asked.place!, value: "REGION:53" },
        { questionId: asked.text!, value: text },
      ];
      const { problems } = await submit({ ...inputOf({}), questionnaireId: other.id, answers });
      expect({ change, code: problems[0]?.code }).toEqual({ change, code });
    }
    // One that is not published, or of a group in preparation, says nothing of what it asks.
    const { questionnaire: other } = await api.questionnaireWith([...placeAndText]);
    const bare = async (id: string) => (await submit({ ...inputOf({}), questionnaireId: id, answers: [] })).problems;
    expect((await bare(other.id)).length).toBeGreaterThan(1);
    const nowhere = await bare(randomUUID());
    for (const [hides, shows] of [
      ["update questionnaire set published_at = null", "update questionnaire set published_at = opens_at"],
      ["update working_group set preparing = true", "update working_group set preparing = false"],
    ] as const) {
      await rows(hides);
      expect(await bare(other.id)).toEqual(nowhere);
      await rows(shows);
    }
    expect((await submit({ ...inputOf({ text }), questionnaireId: randomUUID() })).problems[0]!.code).toBe("NOT_OPEN");
    expect((await submit({ ...inputOf({ text }), questionnaireId: "x" })).problems[0]!.code).toBe("NOT_OPEN");
  });
});

import { describe, expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { seededApi, seededTemplate } from "../../../../test/site/demo.ts";
import { statementsAgain } from "../../../../test/site/statements.ts";
import { dayOf } from "../../../platform/day.ts";
import { receiptCode } from "../response/codes.ts";

type Api = ReturnType<typeof testApi>;

interface Event {
  step: string;
  on: string | null;
  synthesis: { slug: string } | null;
  proposal: { slug: string } | null;
  handover: { reply: { stance: string } | null } | null;
  keyPoint: { number: number } | null;
  initiative: { slug: string } | null;
}

/** Receipt with the events of all its texts together. */
interface Followed {
  progress: string;
  readBefore: string | null;
  discussedAt: string;
  territory: { slug: string };
  region: { slug: string };
  closedAnswers: { question: { code: string }; words: string[] }[];
  contributions: {
    status: string;
    passages: { quote: string }[];
    trail: { progress: string; notRetained: object | null; events: Event[] };
  }[];
  events: Event[];
  steps: Set<string>;
}

/** Reads what became of a response of the content pack, by its code. */
async function receiptOf(api: Api, name: string): Promise<Followed> {
  const [response] = await api.database.query<{ id: string }[]>("select id from response where key = $1", [
    `demo-${name}`,
  ]);
  const { data, errors } = await api.ask(
    `query ($code: String!) { receipt(code: $code) {
       progress readBefore discussedAt rankInRegion territory { slug } region { slug } closedAnswers { question { code } words }
       contributions { status passages { quote } trail {
         progress notRetained { reason note theme { number } }
         events { step on keyPoint { number } synthesis { slug } proposal { slug } initiative { slug } handover { reply { stance } } } } } } }`,
    { code: receiptCode(response!.id) },
  );
  expect(errors).toBeUndefined();
  const { receipt }: { receipt: Followed } = data;
  const events = receipt.contributions.flatMap(({ trail }) => trail.events);
  return { ...receipt, events, steps: new Set(events.map(({ step }) => step)) };
}

describe("on 20 June 2012", () => {
  const api = seededApi();

  test("c1-01 was read, marked, and cited in the first synthesis", async () => {
    const { events, progress, territory, region, steps, contributions } = await receiptOf(api, "c1-01");
    expect([territory.slug, region.slug]).toEqual(["finistere", "bretagne"]);
    expect([...steps].slice(0, 4)).toEqual(["RECEIVED", "READ", "MARKED", "CITED"]);
    expect(events.filter(({ step }) => step === "CITED").map(({ synthesis }) => synthesis!.slug)).toContain(
      "point-d-etape-1",
    );
    expect(["CITED", "FEEDS", "CARRIED", "ANSWERED"]).toContain(progress);
    expect(contributions.flatMap(({ passages }) => passages.map(({ quote }) => quote))).toContain(
      "si personne ne se parle, ça reste un guichet",
    );
  });

  test("c1-06 is counted, not published", async () => {
    const { progress, contributions } = await receiptOf(api, "c1-06");
    expect(progress).toBe("COUNTED");
    for (const { status, passages, trail } of contributions) {
      expect({ status, passages, progress: trail.progress }).toEqual({
        status: "UNPUBLISHED",
        passages: [],
        progress: "COUNTED",
      });
    }
  });

  test.each(["c1-11", "c2-13", "c2-25", "c3-10", "c3-16", "c3-23"])("%s got a reply", async (name) => {
    const { progress, events } = await receiptOf(api, name);
    expect(progress).toBe("ANSWERED");
    expect(events.find(({ step }) => step === "ANSWERED")!.handover!.reply).toMatchObject({
      stance: expect.any(String),
    });
  });

  test.each(["c2-03", "c2-11", "c3-01", "c3-05", "c3-24"])("%s was carried", async (name) => {
    const { steps } = await receiptOf(api, name);
    expect(steps).toContain("CARRIED");
  });

  test.each(["c1-26", "c1-27", "c2-02", "c2-07", "c2-23", "c2-29"])("%s led nowhere yet", async (name) => {
    const { progress } = await receiptOf(api, name);
    expect(["RECEIVED", "READ"]).toContain(progress);
  });

  test("nothing of a trail is dated after today, and steps follow each other", async () => {
    const { data } = await api.ask(
      `{ contributions(first: 50) { nodes { contributedOn trail { events { step on } } } } }`,
    );
    const today = dayOf(new Date());
    for (const { contributedOn, trail } of data.contributions.nodes)
      for (const { on } of trail.events) {
        expect(on === null || (on >= contributedOn && on <= today)).toBe(true);
      }
  });

  test("a response to the open questionnaire is told when it will be read, and discussed", async () => {
    const { readBefore, discussedAt } = await receiptOf(api, "c4-01");
    const { data } = await api.ask(
      `{ questionnaire(slug: "questionnaire-4") { state closesAt readBefore discussedAt responseCount } }`,
    );
    expect(data.questionnaire).toMatchObject({ state: "OPEN", readBefore, discussedAt, responseCount: 13 });
    expect(readBefore).toBe(data.questionnaire.closesAt.slice(0, 10));
    expect(discussedAt > data.questionnaire.closesAt).toBe(true);
  });

  test("closed answers are told in the words of the questionnaire", async () => {
    const { closedAnswers } = await receiptOf(api, "c1-01");
    expect(closedAnswers).toContainEqual({ question: { code: "1.2" }, words: ["Alimentation"] });
    expect(closedAnswers).toContainEqual({
      question: { code: "1.4" },
      words: [
        "Le lien social entre les personnes",
        "L’équité\u00A0: un prix juste pour chacun",
        "La transparence (prix, origine, décisions)",
      ],
    });
  });

  test("the four questionnaires are read in five statements at most, with what their page shows", async () => {
    for (const number of [1, 2, 3, 4]) {
      const statements = await statementsAgain(async () => {
        const { errors } = await api.ask(
          `{ questionnaire(slug: "questionnaire-${number}") { title state responseCount discussedAt questionCount
               objective { name } sections { title questions { label options { label } rows { label } scale { label } } } }
             territories(kind: DEPARTMENT) { code name } instance { shiftWeeks } }`,
        );
        expect(errors).toBeUndefined();
      });
      expect(statements.length).toBeLessThanOrEqual(5);
    }
  });

  test("words are found in real answers, with or without their accents", async () => {
    const count = async (search: string) =>
      (
        await api.ask("query ($search: String) { contributions(filter: { search: $search }) { totalCount } }", {
          search,
        })
      ).data.contributions.totalCount;
    const found = await count("épargne");
    expect(found).toBeGreaterThan(0);
    for (const search of ["epargne", "l’épargne", "l'epargne", "les épargnes", "ÉPARGNE"])
      expect(await count(search)).toBe(found);
  });
});

describe("on 20 July 2012", () => {
  const api = testApi(() => seededTemplate("2012-07-20"));

  test("c3-30 went beyond the theme: why is told, and where it was forwarded", async () => {
    const { contributions } = await receiptOf(api, "c3-30");
    const reasons = contributions.map(({ trail }) => trail.notRetained).filter(Boolean);
    expect(reasons).toContainEqual({
      reason: "OUT_OF_SCOPE",
      note: expect.stringContaining("thème 9"),
      theme: { number: 9 },
    });
  });

  test("c3-25 was said by others already, and the reason is told", async () => {
    const [row] = await api.database.query<{ reason: string }[]>(
      `select c.not_retained as reason from contribution c join response r on r.id = c.response_id where r.key = 'demo-c3-25'`,
    );
    expect(row!.reason).toBe("ALREADY_SAID");
  });
});

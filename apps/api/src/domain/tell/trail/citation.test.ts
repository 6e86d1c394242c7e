import { describe, expect, test } from "vitest";
import { holderOf } from "../../listen/follow/follow.ts";
import { answeringApi, text } from "../../../../test/acts/responses.ts";
import { trailOn } from "../../../../test/acts/trail.ts";
import { stopMails } from "./stop.ts";

const api = answeringApi();
const { sent } = api;
const team = trailOn(() => api);
const { rows, tell, mailsTo } = team;

const fields = `passage { id quote } keyPoint { sentence } synthesis { title } version { version state }
  paragraph { text } review { verdict text resolution reply }`;
const citations = async (code: string) => (await api.receipt(code, `citations { ${fields} }`)).citations;
const news = async (code: string) =>
  (await api.receipt(code, "news { id kind version review { resolution reply } }")).news as any[];
const review = async (code: string, passageId: string, verdict: string, said: string | null = null) =>
  (
    await api.ask(`mutation ($input: ReviewCitationInput!) { reviewCitation(input: $input) { problems { code } } }`, {
      input: { code, passageId, verdict, text: said },
    })
  ).data.reviewCitation.problems;

let number = 0;
async function cited(state: string) {
  await rows("delete from citation");
  await rows("delete from synthesis_paragraph");
  await rows("delete from synthesis_version");
  const address = `c${++number}@exemple.fr`;
  const response = await sent({ text }, { followUpEmail: address });
  const { id: contributionId } = await response.contribution();
  const { passageId, keyPointId } = await team.mark(contributionId, "Un circuit court");
  const version = await team.cite(keyPointId, state);
  return { ...response, address, contributionId, passageId, keyPointId, version };
}

describe("« êtes-vous bien cité ? »", () => {
  test.each(["CIRCULATING", "PUBLISHED"])(
    "whoever is cited sees the paragraph, and says what they think of it: %s",
    async (state) => {
      const { code, passageId, version } = await cited(state);
      if (state === "PUBLISHED") await team.publish(version);
      expect(await citations(code)).toEqual([
        {
          passage: { id: passageId, quote: "Un circuit court" },
          keyPoint: { sentence: "Se connaître suffit." },
          synthesis: { title: "Premier point d’étape" },
          version: { version: 1, state },
          paragraph: { text: "On se connaît, et cela suffit." },
          review: null,
        },
      ]);
      expect(await review(code, passageId, "TO_QUALIFY", "Presque.")).toEqual([]);
      expect((await citations(code))[0].review).toEqual({
        verdict: "TO_QUALIFY",
        text: "Presque.",
        resolution: null,
        reply: null,
      });
    },
  );

  test("of a draft nothing is shown nor asked", async () => {
    const { code } = await cited("DRAFT");
    expect(await citations(code)).toEqual([]);
    expect((await news(code)).map(({ kind }) => kind)).not.toContain("ASKED");
  });

  test("each is asked once, by mail or on the page; whoever answered is not asked any more", async () => {
    const { code, address, passageId } = await cited("CIRCULATING");
    expect((await news(code)).map(({ kind }) => kind)).toContain("ASKED");
    await tell();
    expect((await mailsTo(address))[0]!.subject).toContain("Êtes-vous bien cité");
    await tell();
    expect(await mailsTo(address)).toEqual([]);
    await review(code, passageId, "FAITHFUL");
    expect((await news(code)).map(({ kind }) => kind)).not.toContain("ASKED");
  });

  test("the link of the mail is enough to answer", async () => {
    const { address, passageId, code } = await cited("CIRCULATING");
    await tell();
    const [mail] = await mailsTo(address);
    const mailed = /\/follow\/([0-9A-Z-]{19})/.exec(mail!.text)![1]!;
    expect(await review(mailed, passageId, "FAITHFUL")).toEqual([]);
    expect((await citations(code))[0].review.verdict).toBe("FAITHFUL");
    await stopMails(api.database.manager, address.toUpperCase());
    expect(await review(mailed, passageId, "DISTORTED")).toEqual([{ code: "UNKNOWN_RECEIPT" }]);
    expect(await rows("select from follow where holder = $1", [holderOf("ADDRESS", address)])).toEqual([]);
  });

  test("what the team did of a remark is told: « votre remarque a changé la version 2 »", async () => {
    const { code, address, passageId, keyPointId, version } = await cited("CIRCULATING");
    await team.publish(version);
    await tell();
    await mailsTo(address);
    await review(code, passageId, "DISTORTED", "Pas cela.");
    await team.cite(keyPointId, "CIRCULATING", "On se connaît d’abord.");
    await rows(
      "update citation_review set resolution = 'CORRECTED', resolved_on = '2012-05-01' where passage_id = $1",
      [passageId],
    );
    const [told] = (await news(code)).filter(({ kind }) => kind === "RESOLVED");
    expect(told).toMatchObject({ version: 2, review: { resolution: "CORRECTED" } });
    await tell();
    expect((await mailsTo(address))[0]!.text).toContain("Votre remarque a changé la version 2");
    expect((await citations(code))[0]).toMatchObject({
      paragraph: { text: "On se connaît d’abord." },
      version: { version: 2 },
    });

    // Said again, it waits for the team anew; the same said twice changes nothing.
    await review(code, passageId, "DISTORTED", "Pas cela.");
    expect((await citations(code))[0].review.resolution).toBe("CORRECTED");
    await review(code, passageId, "DISTORTED", "Toujours pas.");
    expect((await citations(code))[0].review.resolution).toBeNull();
    await rows(
      "update citation_review set resolution = 'REPLIED', reply = 'Voici pourquoi.', resolved_on = '2012-05-03' where passage_id = $1",
      [passageId],
    );
    await tell();
    expect((await mailsTo(address))[0]!.text).toContain("Voici pourquoi.");
  });

  test("words that are no longer cited keep what was said of them", async () => {
    const { code, passageId } = await cited("CIRCULATING");
    await review(code, passageId, "DISTORTED", "Pas cela.");
    await rows("delete from citation");
    expect(await citations(code)).toMatchObject([
      { passage: { id: passageId }, synthesis: null, review: { verdict: "DISTORTED" } },
    ]);
  });
});

test("the receipts of a device come together, in its order, without those that lead nowhere", async () => {
  const one = await sent({ text });
  const other = await sent({ text });
  const codes = [other.code, "0000-0000-0000-0000", "?", one.code.toLowerCase()];
  const { data } = await api.ask("query ($codes: [String!]!) { receipts(codes: $codes) { code progress } }", { codes });
  expect(data.receipts).toEqual([
    { code: other.code, progress: "RECEIVED" },
    { code: one.code, progress: "RECEIVED" },
  ]);
});

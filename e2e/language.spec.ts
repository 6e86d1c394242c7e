import { expect, test } from "./fixtures.ts";
import { turnTo } from "./turnTo.ts";

/** Words that stand in most French sentences, and in no English one nor name. */
const french = "est sont qui que nous vous pour avec sur cette leur votre pas vers";

const pages = {
  visitor: [
    "/questionnaires",
    "/contributions",
    "/schedule",
    "/objectives/objectif-1",
    "/syntheses/point-d-etape-1",
    "/syntheses/point-d-etape-1/versions",
    "/proposals/proposition-8",
    "/proposals/proposition-8/amendments",
    "/meetings",
    "/meetings/reunion-1",
    "/documents",
    "/handovers",
    "/territories/bretagne",
    "/initiatives",
    "/questionnaires/questionnaire-1/results",
  ],
  RAPPORTEUR: ["/reading", "/desk", "/proposals/proposition-1/edit", "/syntheses/point-d-etape-2/write"],
  FACILITATOR: [
    "/questionnaires/write",
    "/questionnaires/write/questionnaire-4",
    "/groups/circuits-courts/schedule",
    "/people",
    "/profile",
    "/meetings/new",
    "/paper/questionnaire-4",
  ],
};

for (const [who, addresses] of Object.entries(pages))
  test(`on English pages, what was written in French says so: ${who}`, async ({ page, as }) => {
    if (who !== "visitor") await as(who);
    await page.goto("/en/");
    for (const address of addresses) {
      await turnTo(page, `/en${address}`);
      await expect(page.locator("h1")).toBeAttached();
      const unsaid = await page.getByRole("main").evaluate((main, words) => {
        const sentence = new RegExp(`(^|[\\s’'«(])(${words.replaceAll(" ", "|")})([\\s.,;:!?»)]|$)`);
        const found: string[] = [];
        const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) {
          const { data, parentElement } = texts.currentNode as Text;
          // A sentence of ours that names theirs is read in English: “Minutes published: “…””.
          const isOurs = /[“”]/.test(data) || parentElement!.closest("textarea, script, style, svg, [lang=fr]");
          if (!isOurs && sentence.test(data)) found.push(data.trim());
        }
        return found;
      }, french);
      expect.soft(unsaid, address).toEqual([]);
    }
  });

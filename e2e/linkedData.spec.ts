import { expect, test } from "./fixtures.ts";

test("pages tell machines what they are of, in schema.org words, and nobody's name; no browser finds fault with it", async ({
  page,
}) => {
  const complaints: string[] = [];
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  for (const [path, type, name] of [
    ["/proposals/proposition-1", "CreativeWork", "Des mots communs pour un repère partagé"],
    ["/syntheses/point-d-etape-1", "Report", "Premier point d’étape : vers une définition"],
    ["/questionnaires/questionnaire-4", "Question", /^Que proposer, à qui/],
    ["/en/meetings/reunion-5", "Event", "Propositions : cohérence et portage"],
  ] as const) {
    await page.goto(path);
    const block = page.locator('head script[type="application/ld+json"]');
    await expect(block).toHaveCount(1);
    const data = JSON.parse((await block.textContent())!) as Record<string, any>;
    expect(data).toMatchObject({ "@context": "https://schema.org", "@type": type });
    if (typeof name === "string") expect(data.name.replaceAll("\u00a0", " ")).toBe(name);
    else expect(data.name).toMatch(name);
    expect(new URL(data.url).pathname).toBe(path);
    expect(Object.keys(data)).not.toContain("author");
  }
  expect(complaints).toEqual([]);
  const home = await page.request.get("/follow");
  expect(await home.text()).not.toContain("ld+json");
});

test("a list says where its feed is, what it tells of, and what the page is filtered by", async ({ request }) => {
  const feed = async (page: string) =>
    /<link rel="alternate" type="application\/atom\+xml" href="([^"]*)" title="([^"]*)"/
      .exec(await (await request.get(page)).text())!
      .slice(1);
  expect(await feed("/proposals")).toEqual(["/proposals/news.atom", "Propositions"]);
  const filtered = await feed("/meetings?territory=bretagne");
  expect(filtered).toEqual(["/meetings/news.atom?territory=bretagne", "Les réunions · Bretagne"]);
  expect(await (await request.get(filtered[0]!)).text()).toContain("<title>Les réunions · Bretagne · ");
});

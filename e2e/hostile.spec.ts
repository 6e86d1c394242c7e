import type { Page } from "@playwright/test";
import { addresses, firstIn, firstOf } from "./addresses.ts";
import { expect, listen, overflows, settled, test } from "./fixtures.ts";
import { onOwnSite } from "./onOwnSite.ts";
import { signIn } from "./signIn.ts";
import { turnTo } from "./turnTo.ts";

const { site } = onOwnSite();
test.describe.configure({ mode: "serial" });

/** Texts that would run a script if a page printed them as they are. */
const hostile = [
  `<script>alert(1)</script><img src=x onerror="alert(2)"><svg onload=alert(3)>`,
  `"'><iframe srcdoc="<script>alert(4)</script>"></title></style></textarea></script><script>alert(5)</script>`,
  `<a href="javascript:alert(6)">x</a> [x](javascript:alert(7)) ![x](x"onerror="alert(8)) <javascript:alert(9)>`,
  `\${alert(10)} {{constructor.constructor('alert(11)')()}} <math><mi//xlink:href="data:x,<script>alert(12)</script>">`,
].join(" ");

/** Columns of words that people write, in whatever table they stand. */
const words =
  `about, authorName, attribution, answer, ask, author_name, before, body, change, cost, definition, description, detail,
  display_name, final_goal, finding, help, intro, label, message, name, note, objection, organisation, organisation_name,
  outcome, place, purpose, quote, rationale, reason, refused_because, reply, source, status_reason, summary, text, title, why`
    .split(",")
    .map((it) => `'${it.trim()}'`)
    .join(", ");

/** Puts the hostile words after those of every such column: one that takes none, or has a rule of its own, is left. */
const plant = () =>
  site.sql(`do $plant$ declare it record; begin
    for it in select c.table_name, c.column_name from information_schema.columns c join information_schema.tables t
        on t.table_name = c.table_name and t.table_schema = 'public' and t.table_type = 'BASE TABLE'
      where c.table_schema = 'public' and c.data_type = 'text' and c.column_name in (${words})
    loop begin
      execute format('update %I set %I = %I || '' '' || $1 where %I <> ''''', it.table_name, it.column_name,
        it.column_name, it.column_name) using $words$${hostile}$words$;
    exception when others then null; end; end loop; end $plant$`);

/** Opens pages one after the other: nothing of what was typed runs, and no link would run it. Desks come as shells. */
async function opens(page: Page, paths: readonly string[], complaints: string[], isDesk: boolean) {
  let shown = 0;
  for (const path of paths) {
    const address = site.baseURL + path;
    const [answer] = await Promise.all(
      isDesk ? [page.request.get(address), turnTo(page, address)] : [page.goto(address)],
    );
    expect(answer!.status(), path).toBe(200);
    await settled(page);
    // Asked of the page itself: to look with a locator brings Playwright's tools to each of a hundred documents.
    const { says, runs } = await page.evaluate(() => ({
      says: document.body.innerText.includes("alert(1)"),
      runs: document.querySelectorAll('[href^="javascript:" i], iframe[srcdoc], img[onerror], svg[onload]').length,
    }));
    shown += Number(says);
    expect(runs, path).toBe(0);
    expect(complaints, path).toEqual([]);
  }
  return shown;
}

test("what people type runs on no page: not for a visitor, nor on the desks of a team", async ({ browser }) => {
  test.setTimeout(300_000);
  await plant();
  for (const [role, paths] of [
    [null, addresses],
    ["MODERATOR", ["/desk", "/moderation", "/groups/circuits-courts/curation", "/my-data", "/profile"]],
    [
      "RAPPORTEUR",
      ["/reading", "/reading?objective=objectif-4", "/reading/key-points", "/proposals/proposition-4/edit"],
    ],
    ["ADMINISTRATOR", ["/instance", "/instance/lists?list=SECTOR", "/people"]],
  ] as const) {
    const context = await browser.newContext({ locale: "fr-FR", serviceWorkers: "block" });
    const page = await context.newPage();
    const complaints = listen(page);
    page.on("dialog", (dialog) => {
      complaints.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    if (role) await signIn(page, site.baseURL, role, { anew: true });
    const first = role
      ? []
      : await Promise.all(firstOf.map(([list, link]) => firstIn(page, site.baseURL + list, link)));
    const shown = await opens(page, [...paths, ...first], complaints, role !== null);
    // The words are there to be read: they were planted, and are shown as text.
    expect(shown, role ?? "visitor").toBeGreaterThan(role ? 0 : 20);
    await context.close();
  }
});

test("a word of five hundred letters stays within the page, at 1280 and on a telephone", async ({ browser }) => {
  test.setTimeout(300_000);
  for (const [table, column] of [
    ["proposal", "title"],
    ["synthesis", "title"],
    ["meeting", "title"],
    ["key_point", "sentence"],
    ["person", "display_name"],
    ["section", "title"],
    ["territory", "name"],
  ])
    await site.sql(`update ${table} set ${column} = ${column} || ' ' || repeat('anticonstitutionnellement', 20)`);
  const context = await browser.newContext({ baseURL: site.baseURL, locale: "fr-FR", serviceWorkers: "block" });
  const page = await context.newPage();
  await signIn(page, site.baseURL, "RAPPORTEUR", { anew: true });
  for (const path of [
    "/proposals/proposition-1",
    "/syntheses/point-d-etape-1",
    "/meetings/reunion-1",
    "/",
    "/territories",
    "/territories/bretagne",
    "/questionnaires/questionnaire-4",
    "/questionnaires/questionnaire-1/results",
    "/sign-in",
    // In the document of the team.
    "/proposals/proposition-1/edit",
    "/reading/key-points",
    "/desk",
  ]) {
    await turnTo(page, path);
    await settled(page);
    for (const width of [1280, 390]) {
      await page.setViewportSize({ width, height: 844 });
      expect(await overflows(page), `${path}, ${width} px wide`).toBe(false);
    }
  }
  await context.close();
});

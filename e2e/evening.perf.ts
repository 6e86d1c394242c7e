import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { chromium, type Page } from "@playwright/test";
import { ownSite } from "./ownSite.ts";
import { signIn } from "./signIn.ts";
import { browser as browserPath } from "../scripts/browser.ts";
import { plainWords, readCoded } from "./evening.data.ts";

/**
 * `npm run perf:evening -- FOLDER`: an evening of 100 public answers that people coded, read by keyboard in a browser at
 * 1280 × 900: keys a text, texts that need a scroll, and what the page takes from the key to the next text: time, and
 * time of the processor, which others who are at work beside it do not change.
 *
 * The codes are key points, and the nine that are used most have a digit. The rule of this reader: the code that most
 * coders gave, then all those that two of them gave, goes to the sentence that shares most words with its name, the first
 * one where none does; one that has no digit is found by its first letters; an answer without a code has nothing to add.
 */
const folder = process.argv[2] ?? process.env.DATA ?? "";
const evening = 100;
const objective = "objectif-4";
/** Name of the measure of a text that came, before its id. */
const next = "next text ";

const answers = readCoded(join(folder, "grand-debat-reponses-annotees-2019/reponses.jsonl")).get("Question:166") ?? [];
const uses = new Map<string, number>();
for (const { codes } of answers) for (const code of codes) uses.set(code, (uses.get(code) ?? 0) + 1);
const codes = [...uses].toSorted((a, b) => b[1] - a[1]).map(([code]) => ({ id: randomUUID(), sentence: code }));
// One more than are read: the last one leads on too.
const texts = answers.slice(0, evening + 1).map((answer) => ({ ...answer, id: randomUUID() }));

const site = await ownSite();
const browser = await chromium.launch({ executablePath: browserPath() });
try {
  await fill();
  for (const [most, leadsOn] of [
    [1, false],
    [1, true],
    [Number.POSITIVE_INFINITY, false],
    [Number.POSITIVE_INFINITY, true],
  ] as const) {
    await site.sql(`delete from reading where contribution_id in (${texts.map(({ id }) => `'${id}'`).join(", ")})`);
    await site.sql(
      "delete from key_point_passage where key_point_id in (select id from key_point where number > 1000)",
    );
    await site.sql("delete from reading_code where key_point_id in (select id from key_point where number > 1000)");
    await read(most, leadsOn);
  }
} finally {
  await browser.close();
  await site.stop();
}

/** All that is there is read; then come the answers, and the codes as key points. */
async function fill() {
  await site.sql(`insert into reading (contribution_id, person_id, read_at)
    select c.id, (select person_id from role_grant where role = 'RAPPORTEUR' limit 1), now() - interval '9 days'
    from contribution c where not exists (select from reading r where r.contribution_id = c.id)`);
  const rows = JSON.stringify(texts.map(({ id, text }) => ({ id, body: text })));
  await site.sql(`insert into contribution (id, theme_id, objective_id, channel, body, status, appearance, contributed_on)
    select (it->>'id')::uuid, g.theme_id, o.id, 'ONLINE', it->>'body', 'VISIBLE', 'ANONYMOUS', now()
    from objective o join working_group g on g.id = o.group_id, json_array_elements($json$${rows}$json$) it
    where o.slug = '${objective}'`);
  const points = JSON.stringify(codes.map((code, index) => ({ ...code, number: 1001 + index })));
  await site.sql(`insert into key_point (id, objective_id, number, sentence, nature, state, version, fictional)
    select (it->>'id')::uuid, o.id, (it->>'number')::int, it->>'sentence', 'FINDING', 'WORKING', 1, true
    from objective o, json_array_elements($json$${points}$json$) it where o.slug = '${objective}'`);
}

interface Tally {
  keys: number[];
  scrolls: number;
  times: number[];
  /** Milliseconds of the processor that the page took from the key that leads on to the frame of the next text. */
  own: number[];
}

/** One evening, with so many codes of a text at most; `leadsOn`: a sentence that is given leads to the next text. */
async function read(most: number, leadsOn: boolean) {
  const context = await browser.newContext({
    baseURL: site.baseURL,
    locale: "fr-FR",
    viewport: { width: 1280, height: 900 },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await signIn(page, site.baseURL, "RAPPORTEUR");
  await page.addInitScript(
    ({ ids, on, name }) => {
      const at = new Date(Date.now() - 4 * 3_600_000).toDateString();
      localStorage.setItem(`digits:${name}`, JSON.stringify({ evening: at, ids }));
      localStorage.setItem("evening:goes-on", on ? "1" : "0");
    },
    { ids: codes.map(({ id }) => id), on: leadsOn, name: objective },
  );
  await page.goto(`/reading?objective=${objective}`);
  await page.getByRole("link", { name: "Reprendre la lecture" }).click();
  await page.locator("[data-arrival]").waitFor();
  await timeArrivals(page);
  const tally: Tally = { keys: [], scrolls: 0, times: [], own: [] };
  const spent = await mainThread(page);
  for (let count = 0; count < evening; count++) {
    const id = await arrived(page);
    const text = texts.find((one) => one.id === id);
    if (!text) throw new Error(`${id} is none of them.`);
    const scrolls = await page.evaluate(() => {
      const leaf = document.querySelector("article")!.parentElement!;
      return leaf.scrollHeight > leaf.clientHeight;
    });
    tally.scrolls += scrolls ? 1 : 0;
    const lead = async (key: string) => {
      const [before, here] = [await spent(), await arrived(page)];
      const come = anotherThan(page, here);
      await page.keyboard.press(key);
      // A site that is too busy to answer is asked again, which is no key of this text.
      for (const missing = page.getByText("La suivante n’est pas encore là").first(); await later(come, 5000);)
        if (await missing.isVisible()) await page.keyboard.press("p");
      tally.own.push((await spent()) - before);
    };
    tally.keys.push(await readOne(page, { ...text, codes: text.codes.slice(0, most) }, leadsOn, lead));
  }
  await page.waitForFunction(() =>
    Object.entries(localStorage).every(([name, kept]) => !name.startsWith("evening:") || kept.length < 3),
  );
  tally.times = await arrivals(page);
  tell(most, leadsOn, tally);
  await context.close();
}

/** True if something has not come within so many milliseconds. */
function later(come: Promise<unknown>, milliseconds: number) {
  return Promise.race([come.then(() => false), new Promise<true>((late) => void setTimeout(late, milliseconds, true))]);
}

function arrived(page: Page) {
  return page.evaluate(() => document.querySelector<HTMLElement>("[data-arrival]")!.dataset.arrival);
}

/** Time of the processor that the main thread of a page has taken, in milliseconds: what others do meanwhile is left out. */
async function mainThread(page: Page) {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  return async () => {
    const { metrics } = await devtools.send("Performance.getMetrics");
    return metrics.find(({ name }) => name === "TaskDuration")!.value * 1000;
  };
}

/** Ends once a text other than this one is there and measured; the page says so, since to look for it would take its time. */
function anotherThan(page: Page, here: string | undefined) {
  return page.waitForEvent("console", (said) => said.text().startsWith(next) && said.text() !== next + here);
}

/** Measures in the page, from each key that leads to another text to the frame in which that one is drawn. */
function timeArrivals(page: Page) {
  return page.evaluate((said) => {
    let pressed = 0;
    const text = () => document.querySelector<HTMLElement>("[data-arrival]")?.dataset.arrival;
    let shown = text();
    document.addEventListener("keydown", ({ timeStamp }) => (pressed = timeStamp), true);
    new MutationObserver(() => {
      if (!text() || text() === shown) return;
      shown = text();
      const start = pressed;
      const measured = () => {
        performance.measure("next text", { start });
        console.debug(said + shown);
      };
      requestAnimationFrame(() => setTimeout(measured));
    }).observe(document.body, { childList: true, subtree: true, attributes: true });
  }, next);
}

/** Durations measured so far. */
function arrivals(page: Page) {
  return page.evaluate(() => performance.getEntriesByName("next text").map(({ duration }) => duration));
}

/** Reads one text by the rule, and answers the keys it took; `lead` presses one that leads to the next text. */
async function readOne(
  page: Page,
  text: (typeof texts)[number],
  leadsOn: boolean,
  lead: (key: string) => Promise<void>,
): Promise<number> {
  let keys = 0;
  const press = async (key: string) => {
    keys++;
    await page.keyboard.press(key);
  };
  const sentences = await page.getByRole("listbox").first().getByRole("option").allTextContents();
  let at = 0;
  const given = new Set<number>();
  for (const [index, code] of text.codes.entries()) {
    const wanted = sentenceFor(code, sentences);
    if (index > 0 && leadsOn) {
      // Back to it, where the first sentence without a mark is chosen.
      const back = anotherThan(page, await arrived(page));
      await press("k");
      await back;
      at = sentences.findIndex((_, place) => !given.has(place));
      if (at < 0) at = 0;
    } else if (at >= sentences.length) {
      // Past the last sentence a key chooses the first again.
      await press("Space");
      at = 0;
    }
    for (; at < wanted; at++) await press("ArrowDown");
    for (; at > wanted; at--) await press("ArrowUp");
    const digit = codes.findIndex(({ sentence }) => sentence === code) + 1;
    if (digit > 9) keys += await find(page, code);
    const key = digit > 9 ? "Enter" : String(digit);
    if (leadsOn) await lead(key);
    else await page.keyboard.press(key);
    keys++;
    given.add(wanted);
    at = wanted + 1;
    while (given.has(at)) at++;
  }
  if (leadsOn && text.codes.length) return keys;
  await lead("Enter");
  return keys + 1;
}

/** Finds a key point without a digit by the fewest first letters that put it first; Enter gives it. */
async function find(page: Page, code: string): Promise<number> {
  let keys = 1;
  await page.keyboard.press("/");
  const first = page.getByRole("listbox", { name: "Points clefs trouvés" }).getByRole("option").first();
  for (const letter of code) {
    keys++;
    await page.keyboard.type(letter);
    if ((await first.textContent())!.includes(code)) break;
  }
  return keys;
}

function sentenceFor(code: string, sentences: readonly string[]): number {
  const words = plainWords(code);
  const shared = sentences.map((sentence) => plainWords(sentence).filter((word) => words.includes(word)).length);
  return shared.indexOf(Math.max(...shared));
}

function tell(most: number, leadsOn: boolean, { keys, scrolls, times, own }: Tally) {
  const sum = keys.reduce((all, count) => all + count, 0);
  const part = (of: readonly number[], share: number) =>
    of.toSorted((a, b) => a - b)[Math.min(of.length - 1, Math.floor(of.length * share))]!;
  console.log(
    `${most === 1 ? "one key point a text" : "all its key points"}, ${leadsOn ? "a gift leads on" : "Enter leads on"}: ${keys.length} texts, ${(sum / keys.length).toFixed(2)} keys a text (p50 ${part(keys, 0.5)}, p95 ${part(keys, 0.95)}); ${scrolls} texts longer than the screen
  the next text, from the key to its frame: p50 ${part(times, 0.5).toFixed(1)} ms, p95 ${part(times, 0.95).toFixed(1)} ms, the slowest ${Math.max(...times).toFixed(1)} ms; processor of the page: p50 ${part(own, 0.5).toFixed(1)} ms, p95 ${part(own, 0.95).toFixed(1)} ms`,
  );
}

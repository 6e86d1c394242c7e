/**
 * In French a no-break space stands before « : » and inside « », a narrow one before ; ? !. A key stands once: a
 * second one silently replaces the first.
 */
import { globSync, readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { m } from "../src/i18n/generated/messages.js";

const folder = new URL("../src/", import.meta.url);
const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) =>
  /\.(fr|en)\.json$/.test(file),
);
const read = (file: string) => readFileSync(new URL(file, folder), "utf8");

test("a message is said once: a key that stands twice in a catalogue would silently lose its first words", () => {
  const twice = files.flatMap((file) => {
    const keys = [...read(file).matchAll(/^ {2}"(\w+)":/gm)].map(([, key]) => key!);
    return keys.filter((key, at) => keys.indexOf(key) < at).map((key) => `${file}: ${key}`);
  });
  expect(twice).toEqual([]);
});

test("every message is said somewhere: words that nothing says any more are not translated again", () => {
  const root = new URL("../../../", import.meta.url).pathname;
  const sources = globSync("{apps,packages}/*/{src,build}/**/*.{ts,tsx,js}", { cwd: root });
  const said = new Set<string>();
  /** Beginnings of names that are put together: « vocabulary_part_${part} ». */
  const begun = new Set<string>();
  for (const source of sources.filter((file) => !file.includes(".generated."))) {
    const text = readFileSync(`${root}${source}`, "utf8");
    for (const [name] of text.matchAll(/[a-zA-Z]+_\w+/g)) said.add(name);
    for (const [, start] of text.matchAll(/(?:m\[|labelled\(|\?\? )`([a-zA-Z]+_\w*)\$\{/g)) begun.add(start!);
  }
  const silent = files
    .flatMap((file) => Object.keys(JSON.parse(read(file)) as object))
    .filter((key) => !key.startsWith("$") && !said.has(key) && ![...begun].some((start) => key.startsWith(start)));
  expect([...new Set(silent)]).toEqual([]);
});

test("a list that has nothing says so in words, above what to do about it", () => {
  const counts = [
    m.contribution_total,
    m.notebook_count,
    m.initiative_count,
    m.exchange_count,
    m.handover_count,
    m.meeting_found,
    m.proposal_count,
    m.production_made_count,
    m.territory_margin,
    m.territory_map_note,
    m.moderation_log_lead,
    m.questionnaireWriting_mine_count,
  ];
  for (const told of counts)
    for (const locale of ["fr", "en"] as const) {
      expect(told({ count: 0 }, { locale })).toMatch(/^(Aucune?|No) \w/);
      expect(told({ count: 1 }, { locale })).toMatch(/^1 /);
    }
});

test("no page counts the axes and themes of one instance in its words: each site names its own", () => {
  const counted = /(quatre|four) axes|(douze|twelve) (thèmes|themes)|cahiers d’espérances|notebooks of hopes/i;
  expect(files.filter((file) => counted.test(read(file)))).toEqual([]);
});

test("what is held in a territory is a « réunion locale » everywhere: « atelier » said the same on paper alone", () => {
  const others = files.filter((file) => file.endsWith(".fr.json")).filter((file) => /\bateliers?\b/i.test(read(file)));
  expect(others).toEqual([]);
});

test("in French the space before a punctuation mark is a no-break space, so no line begins with one; narrow before ; ? !", () => {
  const breaking = files
    .filter((file) => file.endsWith(".fr.json"))
    .flatMap((file) =>
      [
        ...read(file).matchAll(
          /^.* (?:[:;?!»](?!\w)).*$|^.*« .*$|^.*(?:\u202f[:»]|«\u202f|(?<!«)\u00a0[;?!](?!\w)).*$/gmu,
        ),
      ].map(([line]) => `${file}: ${line.trim()}`),
    );
  expect(breaking).toEqual([]);
});

test("in English no space stands before a punctuation mark, and quotes are not « French »", () => {
  const french = files
    .filter((file) => file.endsWith(".en.json"))
    .flatMap((file) =>
      [...read(file).matchAll(/^.*(?:\s[:;?!](?!\w)|[«»]).*$/gmu)].map(([line]) => `${file}: ${line.trim()}`),
    );
  expect(french).toEqual([]);
});

test("a sentence is written in the catalogues, never put together around a punctuation mark of one language", () => {
  const root = new URL("../../../", import.meta.url).pathname;
  const sources = globSync("apps/web/src/**/*.{ts,tsx}", { cwd: root }).filter((file) => !/\.test\./.test(file));
  const put = sources.flatMap((file) =>
    [
      ...readFileSync(`${root}${file}`, "utf8").matchAll(
        /`[^`\n?]*\} [:;] ?\$\{.*`|\)\} [:;?!] ?<|(?:\\u00a0|\\u202f)[:;?!]/gu,
      ),
    ].map(([found]) => `${file}: ${found}`),
  );
  expect(put).toEqual([]);
});

test("in French a name that may begin with an article or a vowel never follows « de » bare: « la réaction de Une bénévole »", () => {
  const names = "name|names|who|author|by|of|office|detail|site|place|territory|region|group|organisation";
  const bare = files
    .filter((file) => file.endsWith(".fr.json"))
    .flatMap((file) =>
      [...read(file).matchAll(new RegExp(`^.*(?:\\b(?:de|du|des|au|aux)\\s|d’)\\{(?:${names})\\}.*$`, "gmu"))].map(
        ([line]) => `${file}: ${line.trim()}`,
      ),
    );
  expect(bare).toEqual([]);
});

test("a mail says the name of the site, never that of the software", () => {
  const named = files.flatMap((file) =>
    [...read(file).matchAll(/^ {2}"(\w*mail_\w+)": .*Cahier commun/gm)].map(([, key]) => `${file}: ${key}`),
  );
  expect(named).toEqual([]);
});

/** Never one or none: bounds of hundreds, what is compared, and what is counted from three or five. */
const many =
  /^(questionnaire_(posted_most|paper_most|rank_full)|questionnaireWriting_pasted_long|ui_length|\w+_more|interlocutor_found_more|paper_again_differ|retention_backup|result_points|minutes_read_by)$/;

test("a count agrees with its noun: « 0 réponse », « 1 réponse », « 2 réponses »", () => {
  const fixed = files.flatMap((file) =>
    [
      ...read(file).matchAll(
        /^ {2}"(\w+)": ".*\{(?:count|responses|length|read|texts|questions)\}\s(?:\w+\s)?\p{L}{4,}s\b/gmu,
      ),
    ]
      .filter(([, key]) => !many.test(key!))
      .map(([line]) => `${file}: ${line.trim()}`),
  );
  expect(fixed).toEqual([]);
});

test("in French one form serves nought and one: a figure in it is told, never written « 1 »", () => {
  const written = files
    .filter((file) => file.endsWith(".fr.json"))
    .flatMap((file) =>
      [...read(file).matchAll(/^.*Plural=one": "[^"]*\b1\b.*$/gm)].map(([line]) => `${file}: ${line}`),
    );
  expect(written).toEqual([]);
});

test("a count is written with its thousands apart; the number of a thing and a year are not", () => {
  expect(m.proposal_count({ count: 24_020 }, { locale: "fr" })).toBe("24\u202f020 propositions");
  expect(m.proposal_count({ count: 1_024_020 }, { locale: "en" })).toBe("1,024,020 proposals");
  expect(m.chain_to_read({ count: 78_120 }, { locale: "fr" })).toBe("78\u202f120 à lire");
  expect(m.proposal_count({ count: 999 }, { locale: "fr" })).toBe("999 propositions");
  expect(m.proposal_number({ number: 1024 }, { locale: "fr" })).toBe("Proposition 1024");
});

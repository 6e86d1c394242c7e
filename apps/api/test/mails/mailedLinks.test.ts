import { describe, expect, test } from "vitest";
import type { Language } from "../../src/graphql/resolvers.generated.ts";
import { groundActs } from "./mailedLinks.ground.ts";
import { meetActs } from "./mailedLinks.meet.ts";
import { proposeActs } from "./mailedLinks.propose.ts";
import { tellActs } from "./mailedLinks.tell.ts";
import { mailingSite } from "./mailedLinks.ts";
import { countedWords, mailSources, mailWords } from "./mailWords.ts";

const site = mailingSite();
const acts = { ...groundActs(site), ...meetActs(site), ...proposeActs(site), ...tellActs(site) };

/** Sentences of mails that are opened with others in their place: they bring no link that another does not. */
const beside = [
  "exchange_mail_no_address",
  "mail_attendance_SOON_waiting",
  "mail_trail_COUNTED",
  "mail_trail_MARKED_words",
  "mail_trail_CITED_words",
  "mail_trail_ASKED_words",
  "mail_trail_CORRECTED",
  "mail_trail_CORRECTED_words",
  "mail_trail_more",
  "mail_amendment_PROMOTED",
  "mail_amendment_end_ADOPTED",
  "mail_amendment_end_MERGED",
  "mail_amendment_end_SPLIT",
  "mail_watch_DAILY",
  "mail_watch_WEEKLY",
  "mail_watch_NEVER",
];

test("whatever the server leaves to be sent takes its words from these catalogues", () => {
  const known = new Set([...mailWords("fr").keys(), ...countedWords]);
  const said = mailSources().map(({ file, names }) => ({ file, unheld: names.filter((name) => !known.has(name)) }));
  expect(said.filter(({ unheld }) => unheld.length > 0)).toEqual([]);
  // A room that leaves a mail says its words itself, or has them from its file of mails.
  expect(mailSources().filter(({ leaves, names, borrows }) => leaves && names.length === 0 && !borrows)).toEqual([]);
});

describe("each link of a mail leads where it says", () => {
  test.each(Object.entries(acts))("%s", async (_, act) => {
    const shellsIn = async (language: Language) => {
      const [mails, shells] = [site.sent.length, site.shells.length];
      await act(language);
      expect(site.sent.length).toBeGreaterThan(mails);
      return site.shells.slice(shells);
    };
    const french = await shellsIn("fr");
    expect(await shellsIn("en")).toEqual(french);
  });

  test.each(["fr", "en"] as const)("all that mails in %s may say was sent, and its links were opened", (language) => {
    const sent = site.sent.filter((mail) => mail.language === language);
    const lacking = [...mailWords(language)].filter(([, shape]) => {
      return !sent.some(({ subject, text }) => shape.test(`${subject}\n${text}`));
    });
    expect(lacking.map(([name]) => name).toSorted()).toEqual(beside.toSorted());
  });

  test("days and hours of mails in English are written as pages write them", () => {
    const english = site.sent
      .filter(({ language }) => language === "en")
      .map(({ subject, text }) => `${subject}\n${text}`);
    expect(english.some((text) => /\b\d{1,2} [A-Z][a-z]+ 20\d\d\b/.test(text))).toBe(true);
    expect(english.filter((text) => /[A-Z][a-z]+ \d{1,2}, 20\d\d|\d [AP]M\b/.test(text))).toEqual([]);
  });
});

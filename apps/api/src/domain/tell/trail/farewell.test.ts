import { afterAll, beforeAll, expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { holderOf, personWith } from "../../../../test/site/people.ts";
import { answeringApi, text } from "../../../../test/acts/responses.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";
import { config } from "../../../platform/config.ts";
import type { Viewer } from "../../../platform/viewer.ts";

const api = answeringApi();
const act = acting(api);
let administrator: Viewer;
const { smtpUrl } = config;

beforeAll(async () => {
  // Mails are left to be sent: none goes from here.
  Object.assign(config, { smtpUrl: "smtp://127.0.0.1:9" });
  await personWith(api.database, ["ADMINISTRATOR"]);
  administrator = await holderOf(api.database, "ADMINISTRATOR");
});
afterAll(() => Object.assign(config, { smtpUrl }));

const thanked = () =>
  api.rows<{ recipient: string; text: string }>(
    "select recipient, text from outgoing_mail where key like 'group thanked %' order by recipient",
  );
const group = async () =>
  (await api.rows("select slug, version from working_group"))[0] as { slug: string; version: number };
const end = async (outcome: string) =>
  act("archiveGroup", { group: (await group()).slug, version: (await group()).version, outcome }, "", administrator);
const reopen = async () =>
  act("reopenGroup", { group: (await group()).slug, reason: "Il reste à voir." }, "", administrator);

test("when a group ends whoever left an address is thanked with what came of it, once; not again when it ends anew", async () => {
  const before = (await thanked()).map(({ recipient }) => recipient);
  const thanks = async () => (await thanked()).filter(({ recipient }) => !before.includes(recipient));
  const [one, other] = [`une.${uniqueWord()}@exemple.fr`, `deux.${uniqueWord()}@exemple.fr`];
  await api.rows("update questionnaire set opens_at = now() - interval '1 day', closes_at = now() + interval '1 day'");
  await api.sent({ text }, { followUpEmail: one });
  await api.sent({ text }, { followUpEmail: one });
  await api.sent({ text }, { followUpEmail: other });
  await api.sent({ text });
  await api.rows("update questionnaire set opens_at = now() - interval '2 days', closes_at = now() - interval '1 day'");
  const asked = await statementsOf(async () =>
    expect((await end("Un camion commun roule dans chaque canton.")).problems).toEqual([]),
  );
  expect(asked.filter((statement) => statement.includes("insert into outgoing_mail"))).toHaveLength(1);
  const mails = await thanks();
  expect(mails.map(({ recipient }) => recipient)).toEqual([other, one]);
  for (const mail of mails) {
    expect(mail.text).toContain("Merci à tous et à chacun");
    expect(mail.text).toContain("Un camion commun roule dans chaque canton.");
  }
  expect((await reopen()).problems).toEqual([]);
  expect((await end("Deux camions.")).problems).toEqual([]);
  expect(await thanks()).toEqual(mails);
  await reopen();
});

import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { keepFollow } from "../../listen/follow/follow.writes.ts";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { hourBetweenTests } from "../../../../test/site/hour.ts";
import { answeringApi, text } from "../../../../test/acts/responses.ts";
import { personWith } from "../../../../test/site/people.ts";
import { trailOn } from "../../../../test/acts/trail.ts";
import { tables } from "../../../app.ts";
import { createContext } from "../../../platform/context.ts";
import { openDatabase } from "../../../platform/data/database.ts";
import { signed } from "../../../platform/secret.ts";
import type { Contribution } from "../../listen/contribution/contribution.entity.ts";
import { Responses } from "../../listen/response/response.entity.ts";
import { digestOf } from "./digest.ts";
import type { News } from "./news.ts";

const api = answeringApi();
const { sent } = api;
const team = trailOn(() => api);
hourBetweenTests(api);
const { rows, tell, mailsTo } = team;

let number = 0;
/** A response whose author asked to be told, and its text. */
async function followed(more: object = {}, said = text) {
  const address = `a${++number}@exemple.fr`;
  const response = await sent({ text: said }, { followUpEmail: address, ...more });
  const contribution = await response.contribution();
  return { ...response, address, contribution, contributionId: contribution.id as string };
}

describe("what happens to a response is told by mail", () => {
  test("once read, marked and cited, step after step, each once, with the words, where they went and the way there", async () => {
    const { address, contributionId } = await followed();
    await tell();
    expect(await mailsTo(address)).toEqual([]);

    await team.read(contributionId);
    await tell();
    const [read] = await mailsTo(address);
    expect(read).toMatchObject({ subject: "Ce que votre réponse est devenue" });
    expect(read!.text).toContain("Votre texte est lu.");
    await tell();
    expect(await mailsTo(address)).toEqual([]);

    const { keyPointId } = await team.mark(contributionId, "Un circuit court");
    const version = await team.cite(keyPointId);
    await tell();
    const mails = await mailsTo(address);
    expect(mails).toHaveLength(2);
    const asked = mails.find(({ subject }) => subject === "Êtes-vous bien cité\u202F?");
    const marked = mails.find((mail) => mail !== asked);
    expect(marked!.text).toContain("Se connaître suffit.");
    expect(marked!.text).not.toContain("On se connaît");
    expect(asked!.text).toContain("Un circuit court");
    expect(asked!.text).not.toContain("Se connaître suffit.");
    expect(asked!.text).toContain("On se connaît, et cela suffit.");
    expect(asked!.text).toContain("8 avril 2012");
    expect(asked!.text).not.toContain("Votre texte est lu.");
    await tell();
    expect(await mailsTo(address)).toEqual([]);

    await team.publish(version);
    await tell();
    const [cited] = await mailsTo(address);
    expect(cited!.subject).toBe("Vos mots sont cités");
    expect(cited!.text).toContain("Cité dans");
    expect(cited!.text).toContain("/syntheses/");
    await tell();
    expect(await mailsTo(address)).toEqual([]);
  });

  test("it leads to a page that shows what is public and no more; its code changes nothing", async () => {
    const { address, code, contributionId } = await followed({ appearance: "ANONYMOUS" });
    await team.read(contributionId);
    await tell();
    const [mail] = await mailsTo(address);
    expect(mail!.text).not.toContain(code);
    const mailed = /\/follow\/([0-9A-Z-]{19})/.exec(mail!.text)![1]!;
    const shown = await api.receipt(
      mailed,
      `code byMail readingOnly territory { kind } viewerCan { edit withdraw claim } answers { questionId }
       closedAnswers { words } contributions { body } progress progressOn`,
    );
    expect(shown).toEqual({
      code: mailed,
      byMail: true,
      readingOnly: true,
      territory: { kind: "REGION" },
      viewerCan: { edit: false, withdraw: false, claim: false },
      answers: [],
      closedAnswers: [],
      contributions: [{ body: text }],
      progress: "READ",
      progressOn: "2012-03-16",
    });
    expect((await api.act("withdrawResponse", { code: mailed })).codes).toEqual(["UNKNOWN_RECEIPT"]);
    expect((await api.receipt(code, "byMail viewerCan { edit }")).viewerCan.edit).toBe(true);
  });

  test("what was not published is read and counted, and none of its words leaves", async () => {
    const secret = "Zinzolin, entre nous.";
    const { address, contributionId } = await followed({ appearance: "UNPUBLISHED" }, secret);
    await team.read(contributionId);
    await tell();
    const [mail] = await mailsTo(address);
    expect(mail!.text).toContain("lu et compté");
    expect(mail!.text).not.toContain("Zinzolin");
    const mailed = /\/follow\/([0-9A-Z-]{19})/.exec(mail!.text)![1]!;
    expect(await api.receipt(mailed, "contributions { body }")).toEqual({ contributions: [] });
  });

  test("the news of a day leave together the day after: no mail says at which hour a text was read", async () => {
    const { address, contributionId } = await followed();
    await team.read(contributionId, "2026-02-20");
    await tell(51);
    expect(await mailsTo(address)).toEqual([]);
    await tell(52);
    expect(await mailsTo(address)).toHaveLength(1);
  });

  test("one mail a day for all the responses of an address, whatever its capitals, and not two", async () => {
    const address = `${randomUUID()}@exemple.fr`;
    const one = await followed({ followUpEmail: address.toUpperCase() });
    const other = await followed({ followUpEmail: address });
    await team.read(one.contributionId);
    await team.read(other.contributionId);
    await tell(400);
    const mails = await mailsTo(address);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text.match(/\/follow\//g)).toHaveLength(2);
    await team.mark(one.contributionId, "Un circuit court");
    expect(await tell(400)).toBe(0);
    expect(await tell(401)).toBe(1);
  });

  test("in the language in which they answered", async () => {
    const { address, contributionId } = await followed({ followUpLanguage: "en" });
    await team.read(contributionId);
    await tell();
    const [mail] = await mailsTo(address);
    expect(mail!.subject).toBe("What became of your response");
    expect(mail!.text).toMatch(/\/en\/follow\/[0-9A-Z-]{19}/);
  });

  test("why it is not retained, and to which theme it was forwarded", async () => {
    const { address, contributionId } = await followed();
    await rows(
      `update contribution set not_retained = 'OUT_OF_SCOPE', not_retained_on = '2012-06-01',
         not_retained_note = 'Pour un autre groupe.', forwarded_theme_id = $2 where id = $1`,
      [contributionId, api.small.theme.id],
    );
    await tell();
    const [mail] = await mailsTo(address);
    expect(mail!.text).toContain("Lu, et pas repris");
    expect(mail!.text).toContain("Pour un autre groupe.");
    expect(mail!.text).toContain("Transmis au thème");
  });

  test("an account is told of what it claimed, in its language, until it asks for no more", async () => {
    const personId = await personWith(api.database, []);
    await rows("update person set language = 'en' where id = $1", [personId]);
    const [{ email }] = await rows("select email from person where id = $1", [personId]);
    const { id, contribution } = await sent({ text });
    await keepFollow(api.database.manager, { kind: "ACCOUNT", responseId: id, value: personId });
    const { id: contributionId } = await contribution();
    await team.read(contributionId);
    await tell();
    expect((await mailsTo(email))[0]!.subject).toBe("What became of your response");
    await rows("update person set told_by_mail = false where id = $1", [personId]);
    await team.mark(contributionId, "Un circuit court");
    await tell();
    expect(await mailsTo(email)).toEqual([]);
  });
});

describe("each step is told once, and only what can be told", () => {
  test("what was seen on the page is not told again by mail; what a mail told is new on the page until it is seen", async () => {
    const { address, code, contributionId } = await followed();
    await team.read(contributionId);
    const news = () => api.receipt(code, "news { id kind }").then((receipt) => receipt.news);
    const [first] = await news();
    expect(first.kind).toBe("READ");
    const see = (ids: string[], by = code) =>
      api.ask(`mutation ($input: SeeNewsInput!) { seeNews(input: $input) { problems { code } } }`, {
        input: { code: by, ids },
      });
    expect((await see([first.id])).data.seeNews.problems).toEqual([]);
    expect(await news()).toEqual([]);
    await tell();
    expect(await mailsTo(address)).toEqual([]);

    await team.mark(contributionId, "Un circuit court");
    await tell();
    expect(await mailsTo(address)).toHaveLength(1);
    const [marked] = await news();
    expect(marked.kind).toBe("MARKED");
    const other = await followed();
    await see([marked.id], other.code);
    expect(await news()).toHaveLength(1);
    await see([marked.id, "nothing", ""]);
    expect(await news()).toEqual([]);
  });

  test("told by two processes at the same time, each step leaves in one mail", async () => {
    const all = [];
    for (let n = 0; n < 12; n++) all.push(await followed());
    const { url } = api.database.options as { url: string };
    const second = await openDatabase(url, tables);
    await tell(499);
    for (const { contributionId } of all) await team.read(contributionId);
    const mails = await Promise.all([tell(500), tell(500, second), tell(501), tell(501, second)]);
    await second.destroy();
    expect(mails.reduce((sum, each) => sum + each, 0)).toBe(12);
    for (const { address } of all) expect(await mailsTo(address)).toHaveLength(1);
  });

  test("a process killed as it tells has told nothing of it; the next one does", async () => {
    const { address, contributionId } = await followed();
    await team.read(contributionId);
    const { url } = api.database.options as { url: string };
    const src = new URL("../../../", import.meta.url).href;
    // It dies with the mail written and the transaction open.
    const script = `
      import { openDatabase } from "${src}platform/data/database.ts";
      import { tables } from "${src}app.ts";
      import { tellByMail } from "${src}domain/tell/trail/digest.commands.ts";
      const database = await openDatabase(${JSON.stringify(url)}, tables);
      const { transaction } = database;
      database.transaction = (work) => transaction.call(database, async (db) => { await work(db); console.log("told"); await new Promise(() => {}); });
      await tellByMail(database, { now: new Date(Date.UTC(2026, 0, 600, 9)), pace: "DAY" });`;
    const child = spawn(process.execPath, ["--input-type=module-typescript", "-e", script], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    await once(child.stdout, "data");
    child.kill("SIGKILL");
    await once(child, "exit");
    expect(await rows("select 1 from notice where contribution_id = $1", [contributionId])).toEqual([]);
    expect(await tell(600)).toBe(1);
    expect(await mailsTo(address)).toHaveLength(1);
  });

  test("what was hidden or taken back since is not told, nor is what is not public yet", async () => {
    const hidden = await followed();
    const waits = await followed();
    await team.read(hidden.contributionId);
    await rows("update contribution set status = 'HIDDEN' where id = $1", [hidden.contributionId]);
    const { keyPointId } = await team.mark(waits.contributionId, "Un circuit court");
    await rows("update key_point set state = 'WORKING' where id = $1", [keyPointId]);
    await team.cite(keyPointId, "DRAFT", "Rien de public.");
    await tell();
    expect(await mailsTo(hidden.address)).toEqual([]);
    const [mail] = await mailsTo(waits.address);
    expect(mail!.text).toContain("Votre texte est lu.");
    expect(mail!.text).not.toContain("Rien de public.");
  });

  test("a mail that waits is taken back with the response it tells of; what it told of others is told anew", async () => {
    const address = `${randomUUID()}@exemple.fr`;
    const one = await followed({ followUpEmail: address }, "Zinzolin : à effacer.");
    const other = await followed({ followUpEmail: address });
    await team.mark(one.contributionId, "Zinzolin");
    await team.read(other.contributionId);
    await tell(700);
    expect((await team.waiting()).some(({ text: words }) => words.includes("Zinzolin"))).toBe(true);
    expect((await api.act("withdrawResponse", { code: one.code })).codes).toEqual([]);
    expect(JSON.stringify(await team.waiting())).not.toContain("Zinzolin");
    await tell(701);
    const mails = await mailsTo(address);
    expect(mails).toHaveLength(1);
    expect(mails[0]!.text.match(/\/follow\//g)).toHaveLength(1);
  });

  test("of more steps than a mail tells it says that there are others, though they are of texts it does not name", async () => {
    const { contribution, id } = await followed();
    const response = await api.database.manager.findOneByOrFail(Responses, { id });
    const of = () => ({ ...contribution, id: randomUUID(), questionId: null }) as Contribution;
    const said = async (count: number) => {
      const news = Array.from({ length: count }, () => ({ contribution: of(), kind: "READ" }) as News);
      return (await digestOf(createContext(api.database), "a@exemple.fr", "fr", [{ response, news }])).text;
    };
    expect(await said(12)).not.toContain("d’autres étapes");
    const more = await said(13);
    expect(more.match(/Votre texte est lu/g)).toHaveLength(12);
    expect(more.match(/d’autres étapes encore/g)).toHaveLength(1);
  });

  test("what is kept of a mail that was left tells nobody's address", async () => {
    const { address, contributionId } = await followed();
    await team.read(contributionId);
    await tell();
    await mailsTo(address);
    const kept = JSON.stringify(await rows("select key, recipient from outgoing_mail where recipient is null"));
    expect(kept).not.toContain(address);
    expect(signed("digest", address)).not.toEqual(signed("stop", address));
  });
});

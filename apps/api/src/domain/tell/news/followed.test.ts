import { expect, test } from "vitest";
import { seededTemplate } from "../../../../test/site/demo.ts";
import { anHourLater } from "../../../../test/site/hour.ts";
import { testSite } from "../../../../test/site/site.ts";
import { sendMails } from "../../../platform/mail/outbox.ts";

const site = testSite({ demo: true }, undefined, seededTemplate);
const rows = <Row = any>(text: string, values: unknown[] = []) => site.database.query<Row[]>(text, values);

/** Table and page of each kind of thing. */
const followed = [
  ["GROUP", "working_group", "groups"],
  ["OBJECTIVE", "objective", "objectives"],
  ["TERRITORY", "territory", "territories"],
  ["PROPOSAL", "proposal", "proposals"],
  ["MEETING", "meeting", "meetings"],
  ["OFFICE", "interlocutor", "interlocutors"],
] as const;

const form = { "content-type": "application/x-www-form-urlencoded" };
const post = (url: string, fields: Record<string, string>) =>
  site.app.inject({ method: "POST", url, payload: new URLSearchParams(fields).toString(), headers: form });

test.each(followed)(
  "without an account, by a link in a mail, one follows, and has its feed: %s",
  async (kind, table, at) => {
    await anHourLater(site.database);
    await rows("delete from watcher");
    await rows("delete from outgoing_mail");
    // The first that anybody may read.
    let id = "";
    for (const row of await rows<{ id: string; slug: string }>(
      `select id, slug from "${table}" order by slug limit 40`,
    )) {
      const feed = await site.app.inject(`/${at}/${row.slug}/news.atom`);
      if (feed.statusCode === 404) continue;
      expect([feed.statusCode, feed.headers["content-type"]]).toEqual([200, "application/atom+xml; charset=utf-8"]);
      expect(feed.body).toContain(`/${at}/${row.slug}`);
      ({ id } = row);
      break;
    }
    const email = "suit@exemple.fr";
    const asked = await post("/watch", { kind, id, pace: "WEEKLY", email });
    expect(asked.headers.location).toMatch(/&asked$/);
    expect(await rows("select from watcher")).toEqual([]);
    const mails: { to: string; text: string }[] = [];
    await sendMails(site.database.manager, async (mail) => void mails.push(mail));
    expect(mails.map(({ to }) => to)).toEqual([email]);
    const link = new URL(/https?:\S+\/watch\/confirm\?token=\S+/.exec(mails[0]!.text)![0]);
    expect((await post(link.pathname + link.search, {})).headers.location).toMatch(/^\/watching\?key=/);
    expect(await rows("select kind, subject_id as id, pace from watch")).toEqual([{ kind, id, pace: "WEEKLY" }]);
  },
);

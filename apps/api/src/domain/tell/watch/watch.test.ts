import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { sentTwice } from "../../../../test/acts/again.ts";
import { acting } from "../../../../test/acts/acting.ts";
import { testApi } from "../../../../test/site/api.ts";
import { smallInstance } from "../../../../test/rows/builders.ts";
import { hourBetweenTests } from "../../../../test/site/hour.ts";
import { sendMails } from "../../../platform/mail/outbox.ts";
import { confirmWatch } from "./watch.commands.ts";
import { keyOf } from "./watch.key.ts";

const api = testApi();
hourBetweenTests(api);
const act = acting(api);
const rows = <Row = any>(text: string, values: unknown[] = []) => api.database.query<Row[]>(text, values);

let groupId: string;
beforeAll(async () => {
  groupId = (await smallInstance(api.database)).group.id;
});
beforeEach(async () => {
  await rows("delete from watcher");
  await rows("delete from watch_request");
  await rows("delete from outgoing_mail");
});

async function sent() {
  const all: { to: string; text: string }[] = [];
  await sendMails(api.database.manager, async (mail) => void all.push(mail));
  return all;
}

/** An address that follows the group at once. */
async function follower() {
  const [watcher] = await rows("insert into watcher (address, language) values ('n@exemple.fr', 'fr') returning id");
  await rows("insert into watch values ($1, 'GROUP', $2, 'NOW', now())", [watcher.id, groupId]);
  return watcher.id as string;
}

describe("following", () => {
  const tokenOf = async () => {
    const [mail] = await sent();
    return /token=([\w-]+)/.exec(mail!.text)![1]!;
  };
  const asks = (more: object = {}) =>
    act(
      "watch",
      { kind: "GROUP", id: groupId, pace: "WEEKLY", email: "lea@exemple.fr", language: "fr", ...more },
      "asked",
    );
  const confirm = (token: string, now = new Date()) => api.database.transaction((db) => confirmWatch(db, token, now));
  const watching = async (key: string) =>
    (await api.ask(`{ watching(key: "${key}") { key watches { id pace } } }`)).data.watching;

  test("an address is kept once its link is pressed; the link serves once, and no longer than it says", async () => {
    // Asked again at once, its link is on its way.
    expect((await sentTwice(api.database, () => asks())).asked).toBe(true);
    expect(await rows("select from watcher")).toEqual([]);
    const token = await tokenOf();
    expect(await confirm("unknown")).toBe("UNKNOWN");
    expect(await confirm(token, new Date(Date.now() + 3 * 86_400_000))).toBe("EXPIRED");
    const { key } = (await confirm(token)) as { key: string };
    expect(await watching(key)).toEqual({ key, watches: [{ id: groupId, pace: "WEEKLY" }] });
    expect(await confirm(token)).toBe("SERVED");
    expect(await rows("select from watch_request where address is not null")).toEqual([]);
  });

  test("what cannot be followed, and what is no address, is refused at its field", async () => {
    expect((await asks({ email: "lea" })).problems).toEqual([{ code: "NOT_AN_EMAIL", field: "email" }]);
    expect((await asks({ id: randomUUID() })).problems).toEqual([{ code: "GONE", field: "id" }]);
    for (let at = 0; at < 6; at++) {
      await asks();
      // Later it is meant, and counted.
      await rows("update watch_request set expires_at = expires_at - interval '10 minutes'");
    }
    expect((await asks()).problems).toEqual([{ code: "TOO_MUCH_WRITTEN", field: null }]);
  });

  test("it stops once, says so, and erases the address: a link from before follows nothing again", async () => {
    const key = keyOf(await follower());
    expect(await act("stopWatching", { key }, "stopped")).toEqual({ problems: [], stopped: true });
    expect(await act("stopWatching", { key }, "stopped")).toEqual({ problems: [], stopped: false });
    expect((await act("stopWatching", { key: "forged" })).problems).toEqual([
      { code: "UNKNOWN_RECEIPT", field: "key" },
    ]);
    expect(await rows("select from watcher")).toEqual([]);
    expect(await watching(key)).toEqual({ key, watches: [] });
  });
});

import { expect, test } from "vitest";
import { smallInstance } from "../../../../test/rows/builders.ts";
import { testSite } from "../../../../test/site/site.ts";
import { config } from "../../../platform/config.ts";
import { log } from "../../../platform/log.ts";
import { decrypted, encrypted } from "../../../platform/secret.ts";
import { addressOf, stopLink } from "../../../platform/mail/stopLink.ts";

const site = testSite();
const form = { "content-type": "application/x-www-form-urlencoded" };
const post = (url: string, payload = "") => site.app.inject({ method: "POST", url, payload, headers: form });
const pathOf = (link: string) => link.slice(config.origin.length);

async function people() {
  await smallInstance(site.database).catch(() => null);
  const address = `${Math.random().toString(36).slice(2)}@exemple.fr`;
  const [person] = await site.database.query<{ id: string }[]>(
    "insert into person (email, display_name) values ($1, 'P') returning id",
    [address],
  );
  const told = async () =>
    (
      await site.database.query<{ told: boolean }[]>("select told_by_mail as told from person where id = $1", [
        person!.id,
      ])
    )[0]!.told;
  return { address, told };
}

test("a link in each mail asks for no more of them: opening it does nothing, its button does, without an account", async () => {
  const { address, told } = await people();
  const path = pathOf(stopLink(address.toUpperCase(), "fr"));
  expect((await site.app.inject(path)).statusCode).toBe(404); // no page here: only the API is served
  expect(await told()).toBe(true);
  const answer = await post(path);
  expect([answer.statusCode, answer.headers.location]).toEqual([303, "/mails/stop?stopped"]);
  expect(await told()).toBe(false);
  const english = await post(pathOf(stopLink(address, "en")));
  expect(english.headers.location).toBe("/en/mails/stop?stopped");
});

test("the button of a mail program is answered at once", async () => {
  const { address, told } = await people();
  const answer = await post(pathOf(stopLink(address, "fr")), "List-Unsubscribe=One-Click");
  expect([answer.statusCode, answer.headers.location]).toEqual([200, undefined]);
  expect(await told()).toBe(false);
});

test("a link that is not ours, or was made for something else, stops nothing and says so", async () => {
  const { address, told } = await people();
  const link = pathOf(stopLink(address, "fr"));
  const forged = [
    `${link.slice(0, -2)}AA`,
    "/mails/stop",
    "/mails/stop?token=",
    `/mails/stop?token=${encrypted("other", address)}`,
    "/mails/stop?token=a&token=b",
  ];
  for (const path of forged) expect((await post(path)).headers.location).toBe("/mails/stop?unknown");
  expect(await told()).toBe(true);
});

test("the link says the address to nobody, and to no log", async () => {
  const link = stopLink("quelqu.un@exemple.fr", "fr");
  const token = new URL(link).searchParams.get("token")!;
  expect(Buffer.from(token, "base64url").toString("latin1")).not.toContain("exemple");
  expect(addressOf(token)).toBe("quelqu.un@exemple.fr");
  expect(decrypted("other", token)).toBeNull();
  expect(stopLink("quelqu.un@exemple.fr", "fr")).not.toBe(link);
  expect(log).toBeDefined();
});

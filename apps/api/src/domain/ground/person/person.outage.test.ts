import { afterAll, expect, test } from "vitest";
import { wire } from "../../../../test/site/proxy.ts";
import { testSite } from "../../../../test/site/site.ts";
import { keptMails } from "../../../platform/mail/mail.ts";

let line: Awaited<ReturnType<typeof wire>>;
const site = testSite({ demo: true }, async (url) => (line = await wire(url)).url);
afterAll(() => line.close());

test("a link survives an outage: whoever holds it is asked to come back, and then comes in", async () => {
  await site.post("/auth/link", { email: "patient@example.org" });
  const token = /token=(\S+)/.exec(keptMails()[0]!.text)![1];

  line.become("cut");
  for (const [url, body] of [
    ["/auth/confirm", { token }],
    ["/auth/link", { email: "patient@example.org" }],
    ["/auth/sign-out", {}],
  ] as const) {
    const { statusCode, headers } = await site.post(url, body, { cookie: "cahier=x.y" });
    expect(statusCode).toBe(url === "/auth/sign-out" ? 200 : 503);
    expect(headers["retry-after"]).toBe(url === "/auth/sign-out" ? undefined : "3");
  }

  line.become("sound");
  expect((await site.post("/auth/confirm", { token })).statusCode).toBe(200);
});

import { expect, test, vi } from "vitest";

vi.stubEnv("DEMO", "0");
const { testSite } = await import("../../../../test/site/site.ts");
const site = testSite({ demo: false });

test("outside the demonstration there is nobody to borrow, and no mail to read", async () => {
  const { data } = (await site.ask("{ demoPersonas { id } demoMails { text } }")).json();
  expect(data).toEqual({ demoPersonas: null, demoMails: null });
  expect((await site.post("/demo/sign-in", { personId: "00000000-0000-7000-8000-000000000000" })).statusCode).toBe(404);
});

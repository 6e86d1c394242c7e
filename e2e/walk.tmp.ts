import { chromium } from "@playwright/test";
import { signIn } from "./signIn.ts";
const base = "http://127.0.0.1:4100";
const b = await chromium.launch({ executablePath: "/usr/bin/chromium-headless-shell" });
const ctx = await b.newContext({
  baseURL: base,
  locale: "fr-FR",
  viewport: { width: 1280, height: 900 },
  serviceWorkers: "block",
});
const p = await ctx.newPage();
await signIn(p, base, "ADMINISTRATOR");
await p.goto("/profile", { waitUntil: "networkidle" });
await p.getByRole("button", { name: "Préparer un secret" }).click();
await p.waitForTimeout(1000);
await p.screenshot({ path: "/tmp/shots/k_factor.png", fullPage: true });
await ctx.clearCookies();
await signIn(p, base, "FACILITATOR");
for (const s of ["locale-7", "locale-1"]) {
  await p.goto(`/meetings/${s}`, { waitUntil: "networkidle" });
  await p.screenshot({ path: `/tmp/shots/k_${s}.png`, fullPage: true });
  await p.pdf({ path: `/tmp/shots/k_${s}.pdf`, format: "A4" });
}
await p.goto("/meetings/locale-7/minutes", { waitUntil: "networkidle" });
const begin = p.getByRole("button", { name: "Commencer le compte rendu" });
if (await begin.count()) {
  await begin.click();
  await p.waitForTimeout(1500);
}
if (await p.getByLabel("Vos notes").count()) {
  await p
    .getByLabel("Vos notes")
    .fill(
      "Transport\n\nOn a compté les camions.\n\nDécision : un fonds commun. Cent euros chacun.\n\nÀ faire : écrire à la région.",
    );
  await p.getByRole("button", { name: "Couper en blocs" }).click();
  await p.waitForTimeout(500);
  await p.screenshot({ path: "/tmp/shots/k_paste.png", fullPage: true });
}
await b.close();

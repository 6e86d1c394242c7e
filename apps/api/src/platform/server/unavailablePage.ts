import { createHash } from "node:crypto";
import type { FastifyReply } from "fastify";
import { retryAfter } from "./unavailable.ts";

/** Paper and ink of the site, by day and by night, with the letters that a device has. */
const style = `
:root { color-scheme: light dark; background: light-dark(#fbf6ea, #141a2c); color: light-dark(#1b2440, #f4efe2); }
body { max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem; font: 1.125rem/1.6 system-ui, sans-serif; }
h1 { font-size: 2.25rem; line-height: 1.1; }
[lang="en"] { color: light-dark(#474e6b, #bfc3d6); }
`;
const hash = createHash("sha256").update(style).digest("base64");

/** A page that was asked for comes by itself; a form that was posted is sent again by whoever reloads. */
const toRead = {
  again: `<meta http-equiv="refresh" content="${retryAfter}">`,
  fr: "Le site revient dans quelques secondes. Ce que vous avez écrit est gardé sur votre appareil.",
  en: "The site will be back in a few seconds. What you wrote is kept on your device.",
};
const toSend = {
  again: "",
  fr: "Votre envoi n’a pas abouti. Dans quelques secondes, rechargez cette page : ce que vous avez écrit est envoyé de nouveau.",
  en: "What you sent did not arrive. In a few seconds, reload this page: what you wrote is sent again.",
};

/** The one page that needs neither the database nor the web's bundle. */
export function sendUnavailable(reply: FastifyReply) {
  const { again, fr, en } = reply.request.method === "POST" ? toSend : toRead;
  return reply
    .code(503)
    .header("retry-after", retryAfter)
    .header("cache-control", "no-store")
    .header("content-security-policy", `default-src 'none'; style-src 'sha256-${hash}'; frame-ancestors 'none'`)
    .type("text/html; charset=utf-8").send(`<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
${again}
<title>Un instant – Cahier commun</title>
<style>${style}</style>
<h1>Un instant</h1>
<p>${fr}</p>
<p lang="en">${en}</p>
</html>
`);
}

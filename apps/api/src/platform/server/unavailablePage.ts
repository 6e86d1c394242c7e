import type { FastifyReply } from "fastify";
import { retryAfter } from "./unavailable.ts";

/** The one page that needs neither the database nor the web's bundle. */
export function sendUnavailable(reply: FastifyReply) {
  return reply
    .code(503)
    .header("retry-after", retryAfter)
    .header("cache-control", "no-store")
    .type("text/html; charset=utf-8").send(`<!doctype html>
<html lang="fr">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="refresh" content="${retryAfter}">
<title>Un instant – Cahier commun</title>
<h1>Un instant</h1>
<p>Le site revient dans quelques secondes. Ce que vous avez écrit est gardé sur votre appareil.</p>
<p lang="en">The site will be back in a few seconds. What you wrote is kept on your device.</p>
</html>
`);
}

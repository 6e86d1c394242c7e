/**
 * The service worker keeps public questionnaire pages and what they need, fetched without cookies; no answer, no
 * page of one person, none of the team. A response that waits leaves under the key of its draft: however many tabs
 * and visits try, it is stored once. Browser stories block service workers unless they are about them.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";

interface Chunk {
  file: string;
  imports?: string[];
  dynamicImports?: string[];
  assets?: string[];
}

const folder = fileURLToPath(new URL("../../../../web/", import.meta.url));
const entry = "index.html";
const client = "src/client.tsx";

/** All that a browser may load to fill in a questionnaire, its entry first: what is loaded late too, and letters. */
function filesToAnswer(name: string) {
  const text = readFileSync(`${folder}dist/${name}/.vite/manifest.json`, "utf8");
  const manifest = JSON.parse(text) as Record<string, Chunk>;
  const files = new Set([manifest[entry]!.file]);
  const seen = new Set<string>();
  const add = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    for (const file of [chunk.file, ...(chunk.assets ?? [])]) files.add(file);
    chunk.imports?.forEach(add);
    // From the client hang all the pages of the site.
    if (key !== entry && key !== client) chunk.dynamicImports?.forEach(add);
  };
  add(client);
  add("src/pages/site/QuestionnairePage.tsx");
  return [...files].map((file) => `/${file}`);
}

/**
 * The service worker, at the root: what it serves without a network is listed here by the build, so that another build
 * makes another worker, which browsers take up by themselves.
 */
export function offline(app: FastifyInstance) {
  const files = JSON.stringify({ fr: filesToAnswer("client"), en: filesToAnswer("english") });
  const source = readFileSync(`${folder}src/worker.js`, "utf8");
  const build = createHash("sha256").update(files).update(source).digest("base64url").slice(0, 12);
  const script = `const build = "${build}", files = ${files};\n${source}`;
  app.get("/sw.js", async (_, reply) =>
    reply
      .type("text/javascript; charset=utf-8")
      .header("cache-control", "no-cache")
      .header("content-security-policy", "default-src 'none'; connect-src 'self'")
      .send(script),
  );
}

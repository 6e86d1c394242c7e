import { brotliDecompressSync } from "node:zlib";
import { request } from "node:http";
import { expect, test } from "@playwright/test";

/** The document as it travels: compressed, the style and what the API already read inside. */
const travelled = (url: string) =>
  new Promise<Buffer>((done, failed) => {
    const asked = request(url, { headers: { "accept-encoding": "br", accept: "text/html" } }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part)).on("end", () => done(Buffer.concat(parts)));
    });
    asked.on("error", failed).end();
  });

for (const path of ["/", "/contributions", "/questionnaires", "/questionnaires/questionnaire-4"])
  test(`the document of ${path} weighs at most 20 KB`, async ({ baseURL }) => {
    const body = await travelled(baseURL + path);
    expect(brotliDecompressSync(body).toString()).toContain("<h1");
    expect(body.length / 1000).toBeLessThanOrEqual(20);
  });

import Fastify, { type FastifyRequest } from "fastify";
import { expect, test } from "vitest";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { compressAnswers, encodingFor, lightest } from "./compress.ts";

const takes = (encodings?: string) => encodingFor({ headers: { "accept-encoding": encodings } } as FastifyRequest);

test("a reader is given the lightest encoding that it takes, or none", () => {
  expect(takes("gzip, deflate, br")).toBe("br");
  expect(takes("gzip, deflate")).toBe("gzip");
  expect(takes("identity")).toBeNull();
  expect(takes()).toBeNull();
});

test("a page reads the same in each encoding, and is lighter", async () => {
  const html = Buffer.from("<p>Un four à pain partagé.</p>".repeat(100));
  const [br, gzip] = await Promise.all([lightest(html, "br"), lightest(html, "gzip")]);
  expect(brotliDecompressSync(br)).toEqual(html);
  expect(gunzipSync(gzip)).toEqual(html);
  expect(Math.max(br.length, gzip.length)).toBeLessThan(html.length / 5);
});

test("what is made for one request is compressed as its reader takes it; a few words are not", async () => {
  const app = Fastify();
  compressAnswers(app);
  const long = JSON.stringify({ text: "é".repeat(2000) });
  app.get("/long", (_, reply) => reply.send(long));
  app.get("/short", (_, reply) => reply.send("é"));
  const asked = (url: string, encodings: string) => app.inject({ url, headers: { "accept-encoding": encodings } });
  const [br, gzip, plain] = await Promise.all(["gzip, br", "gzip", "identity"].map((it) => asked("/long", it)));
  expect([br!.headers["content-encoding"], brotliDecompressSync(br!.rawPayload).toString()]).toEqual(["br", long]);
  expect([gzip!.headers["content-encoding"], gunzipSync(gzip!.rawPayload).toString()]).toEqual(["gzip", long]);
  expect([plain!.headers["content-encoding"], plain!.body, plain!.headers.vary]).toEqual([
    undefined,
    long,
    "accept-encoding",
  ]);
  expect((await asked("/short", "gzip, br")).headers["content-encoding"]).toBeUndefined();
  await app.close();
});

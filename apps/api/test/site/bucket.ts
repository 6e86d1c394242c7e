import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";
import type { Bucket } from "../../src/platform/files/bucket.ts";

const key = "AKIDEXAMPLE";
const secret = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
const region = "fr-par";

const sha256 = (of: Buffer | string) => createHash("sha256").update(of).digest("hex");
const signedBy = (by: Buffer | string, text: string) => createHmac("sha256", by).update(text).digest();

/** The signature that a request should carry, as the specification of Signature Version 4 says step by step. */
function signatureOf({ method, url, headers }: IncomingMessage, signed: string[], day: string) {
  const lines = signed.map((name) => `${name}:${String(headers[name]).trim()}\n`).join("");
  const request = [method, url, "", lines, signed.join(";"), headers["x-amz-content-sha256"]].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = ["AWS4-HMAC-SHA256", headers["x-amz-date"], scope, sha256(request)].join("\n");
  const parts = [day, region, "s3", "aws4_request"];
  return signedBy(
    parts.reduce<Buffer | string>((by, part) => signedBy(by, part), `AWS4${secret}`),
    text,
  ).toString("hex");
}

/** True if whoever knows the secret sent this very request and these very bytes, in the last quarter of an hour. */
function isSigned(request: IncomingMessage, body: Buffer) {
  const { authorization = "", "x-amz-content-sha256": digest, "x-amz-date": at = "" } = request.headers;
  const [, who, day, names = "", signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/[^,]+, SignedHeaders=([^,]+), Signature=(\w+)$/.exec(
      authorization,
    ) ?? [];
  const when = Date.parse(String(at).replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, "$1-$2-$3T$4:$5:$6Z"));
  const signed = names.split(";");
  return (
    who === key &&
    Math.abs(Date.now() - when) < 900_000 &&
    signed.includes("host") &&
    (digest === "UNSIGNED-PAYLOAD" ? body.length === 0 : digest === sha256(body)) &&
    signatureOf(request, signed, day!) === signature
  );
}

/** A small S3 server: it keeps what is put, and checks each signature by itself. */
export function testBucket() {
  const objects = new Map<string, Buffer>();
  const it = { objects, refused: 0, down: false, url: "" };
  let server: Server;

  beforeAll(async () => {
    const answered = async (request: IncomingMessage, answer: ServerResponse) => {
      const pieces: Buffer[] = [];
      for await (const piece of request) pieces.push(piece as Buffer);
      const body = Buffer.concat(pieces);
      const tell = (status: number, bytes?: Buffer) => answer.writeHead(status).end(bytes);
      if (it.down) return tell(503);
      if (!isSigned(request, body)) {
        it.refused++;
        return tell(403);
      }
      const name = request.url!;
      if (request.method === "PUT") {
        objects.set(name, body);
        return tell(200);
      }
      if (request.method === "DELETE") return tell(objects.delete(name) ? 204 : 404);
      const found = objects.get(name);
      return found ? tell(200, found) : tell(404);
    };
    server = createServer((request, answer) => void answered(request, answer));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    it.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/cahier`;
  });
  afterAll(() => server.close());

  return Object.assign(it, { bucket: (): Bucket => ({ url: it.url, key, secret, region }) });
}

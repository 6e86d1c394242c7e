import { AwsClient } from "aws4fetch";

/** A bucket of an S3-compatible store: docs/decisions/0020. */
export interface Bucket {
  /** Its address, which ends with its name: « https://s3.example.org/cahier ». */
  url: string;
  key: string;
  secret: string;
  region: string;
}

/** A store that does not answer as it should; its own words are for the log alone. */
class BucketFailed extends Error {}

/** Milliseconds that one try may take. */
const patience = 10_000;

/** Asks once more where a store is busy: three tries, half a second apart at most. */
async function ask({ url, key, secret, region }: Bucket, method: string, name: string, init: RequestInit = {}) {
  const client = new AwsClient({
    accessKeyId: key,
    secretAccessKey: secret,
    region,
    service: "s3",
    retries: 2,
    initRetryMs: 250,
  });
  try {
    return await client.fetch(`${url}/${name}`, { method, signal: AbortSignal.timeout(patience), ...init });
  } catch (error) {
    throw new BucketFailed(`${method}: ${(error as Error).message}`);
  }
}

const failed = (method: string, { status }: Response) => new BucketFailed(`${method}: ${status}`);

/** Puts a file under a name. Its SHA-256 is signed: a store refuses other bytes than these. */
export async function putObject(bucket: Bucket, name: string, bytes: Buffer, digest: string) {
  const body = new Uint8Array(bytes);
  const answer = await ask(bucket, "PUT", name, { body, headers: { "x-amz-content-sha256": digest } });
  await answer.body?.cancel();
  if (!answer.ok) throw failed("PUT", answer);
}

/** The bytes under a name. */
export async function objectNamed(bucket: Bucket, name: string): Promise<Buffer> {
  const answer = await ask(bucket, "GET", name);
  if (answer.ok) return Buffer.from(await answer.arrayBuffer());
  await answer.body?.cancel();
  throw failed("GET", answer);
}

/** Takes a file away; one that is gone already is as it should be. */
export async function removeObject(bucket: Bucket, name: string) {
  const answer = await ask(bucket, "DELETE", name);
  await answer.body?.cancel();
  if (!answer.ok && answer.status !== 404) throw failed("DELETE", answer);
}

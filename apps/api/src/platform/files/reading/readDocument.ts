import { Worker } from "node:worker_threads";

/** All that is read of a document: nothing of it is needed for the document to be kept. */
export interface ReadDocument {
  /** Its words, for the search. */
  words: string;
  /** Number of its pages; null where nobody counts them. */
  pages: number | null;
  /** Its first page, drawn. */
  picture: { type: "image/jpeg" | "image/png"; bytes: Uint8Array } | null;
  /** True of an archive that was made to harm whoever opens it. */
  hostile: boolean;
}

/** Milliseconds and bytes that reading one may take. */
const patience = 15_000;
const mostMemory = 384_000_000;

const nothing: ReadDocument = { words: "", pages: null, picture: null, hostile: false };

let last: Promise<unknown> = Promise.resolve();

/** Reads a document apart from whoever waits for pages, one after the other. One that takes too long is not read. */
export function readDocument(kind: string, bytes: Buffer, wait = patience): Promise<ReadDocument> {
  const reading = last.then(() => readApart(kind, bytes, wait));
  last = reading.catch(() => null);
  return reading;
}

const readApart = (kind: string, bytes: Buffer, wait: number) =>
  new Promise<ReadDocument>((done) => {
    const worker = new Worker(new URL("document.worker.ts", import.meta.url), {
      workerData: { kind, bytes, mostMemory },
      resourceLimits: { maxOldGenerationSizeMb: 256 },
      env: {},
      stdout: true,
      stderr: true,
    });
    const end = (read: ReadDocument) => {
      clearTimeout(timer);
      done(read);
      void worker.terminate();
    };
    const timer = setTimeout(() => end(nothing), wait);
    worker.once("message", end);
    worker.once("error", () => end(nothing));
    worker.once("exit", () => end(nothing));
  });

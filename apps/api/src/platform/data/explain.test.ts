import { createServer } from "node:net";
import { expect, test } from "vitest";
import { configOf } from "../config.ts";
import { assertPortFree, explain } from "./explain.ts";

const config = configOf({ PORT: "4000", DATABASE_URL: "postgres://me:s3cret@db.example:5433/cahier" });
const coded = (code: string, message = "x") => Object.assign(new Error(message), { code });

test("what keeps the site from starting is said in one sentence, without a secret", () => {
  const sentences = [
    explain(coded("EADDRINUSE"), config),
    explain(coded("ENOSPC"), config),
    explain(Object.assign(new Error("initdb failed"), { stderr: "could not write: No space left on device" }), config),
    explain(coded("ECONNREFUSED", "connect ECONNREFUSED"), config),
    explain(coded("28P01", "password authentication failed"), config),
    explain(coded("3D000", 'database "cahier" does not exist'), config),
  ];
  for (const sentence of sentences) {
    expect(sentence).toMatch(/^[A-Z][^\n]+\.$/);
    expect(sentence).not.toMatch(/s3cret/);
  }
  expect(sentences[3]).toContain("db.example:5433/cahier");
});

test("a fault of ours is not dressed up as theirs", () => {
  expect(explain(new TypeError("x is undefined"), config)).toBeNull();
});

test("a port that somebody listens on is known before anything is begun", async () => {
  const other = createServer();
  await new Promise<void>((done) => other.listen(0, "127.0.0.1", done));
  const { port } = other.address() as { port: number };
  await expect(assertPortFree("127.0.0.1", port)).rejects.toThrow("EADDRINUSE");
  other.close();
});

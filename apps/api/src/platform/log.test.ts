import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, openSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { logger, shownPath, withoutSecrets } from "./log.ts";
import { neededLine, oneLine } from "./text/text.ts";

/** So long that reading it once for each of its characters would not end within a test. */
const long = 4_000_000;

test.each(["a", "a-", "/", "/a", "ABCD-", "/office/", "A1b2-C3d4-"])(
  "a path of many « %s » is masked in linear time",
  (part) => {
    const path = part.repeat(long / part.length);
    expect(withoutSecrets(path).length).toBeLessThanOrEqual(path.length);
  },
);

test.each([" ", "\t", "\n", " \n", "a ", "\u00a0"])("a line of many « %j » is masked in linear time", (part) => {
  expect(oneLine(part.repeat(long / part.length)).length).toBeLessThanOrEqual(long);
});

test("a line that is far too long is refused by its length, before it is worked on", () => {
  expect(() => neededLine(`a${"\n".repeat(long)}b`, "title", 100)).toThrow("TOO_LONG");
  expect(neededLine(" Un titre \r\n  sur deux lignes ", "title", 100)).toBe("Un titre sur deux lignes");
});

test("a path is written without its secrets, wherever they stand", () => {
  const id = "0f0f0f0f-1a2b-4c3d-8e4f-0123456789ab";
  expect(shownPath("/follow/AB12-CD34-EF56-GH78?new=1")).toBe("/follow/…");
  expect(shownPath("/en/follow/AB12-CD34-EF56-GH78/slip")).toBe("/en/follow/…/slip");
  expect(shownPath("/anything/x-AB12-CD34-EF56-GH78-y/z")).toBe("/anything/…/z");
  expect(shownPath("/drafts/token/token")).toBe("/drafts/…/token");
  expect(shownPath("/meetings/follow/code")).toBe("/meetings/follow/…");
  expect(shownPath("/proposals/follow/code")).toBe("/proposals/follow/…");
  expect(shownPath("/en/mails/address/token")).toBe("/en/mails/address/…");
  for (const way of ["/Office/", "/%6fffice/", "//office/", "/office//"])
    expect(shownPath(`${way}token`)).not.toContain("token");
  expect(shownPath("/p/AB12%2DCD34%2DEF56%2DGH78")).toBe("/p/…");
  expect(shownPath("/sign-in/confirm%3Ftoken=secret")).toBe("/sign-in/confirm");
  expect(shownPath(`/files/${id}`)).toBe(`/files/${id}`);
  expect(shownPath("/initiatives/ferme?q=secret")).toBe("/initiatives/ferme");
});

test("a request logged by a library holds no secret either", async () => {
  const written: string[] = [];
  const stderr = vi.spyOn(process.stderr, "write").mockImplementation((line) => Boolean(written.push(String(line))));
  const req = {
    id: "1",
    method: "GET",
    url: "/office/AB12-CD34-EF56-GH78?token=secret",
    headers: { cookie: "secret" },
  };
  logger.warn({ req }, "anything");
  stderr.mockRestore();
  expect(written).toHaveLength(1);
  expect(JSON.parse(written[0]!)).toEqual({
    level: "warn",
    at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    req: { id: "1", method: "GET", path: "/office/…" },
    message: "anything",
  });
});

test("lines of requests are written together, refusals of a crowd among them: before whatever goes wrong, and all of them before the end", async () => {
  const text = `const { log } = await import(${JSON.stringify(new URL("log.ts", import.meta.url).href)});
    const { write } = process.stderr;
    const lines = [];
    process.stderr.write = (text) => write.call(process.stderr, text) && lines.push(text.trim().split("\\n").length);
    for (let n = 0; n < 3; n++) log.request({ id: String(n), status: 200 });
    for (let n = 3; n < 6; n++) log.request({ id: String(n), status: 503 });
    log.request({ id: "failed", status: 500 });
    log.warn("told");
    console.log(JSON.stringify(lines));
    log.request({ id: "last", status: 200 });
    process.exit();`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", text], {
    env: { ...process.env, LOG: "requests" },
  });
  const [out, told] = await Promise.all([child.stdout, child.stderr].map((stream) => stream.toArray()));
  expect(JSON.parse(out!.join(""))).toEqual([6, 1, 1]);
  const lines = told!.join("").trim().split("\n");
  expect(lines.map((line) => JSON.parse(line)).map(({ id, message }) => id ?? message)).toEqual([
    "0",
    "1",
    "2",
    "3",
    "4",
    "5",
    "failed",
    "told",
    "last",
  ]);
});

test.skipIf(!existsSync("/dev/full"))("a log that nothing more can be written to stops nobody", async () => {
  const text = `const { log } = await import(${JSON.stringify(new URL("log.ts", import.meta.url).href)});
    for (let n = 0; n < 3; n++) log.error("told", new Error("to a full disk"));
    console.log("and so is this");
    setTimeout(() => process.exit(7), 50);`;
  const full = openSync("/dev/full", "w");
  const args = ["--input-type=module", "-e", text];
  const child = spawn(process.execPath, args, {
    stdio: ["ignore", full, full],
    env: { ...process.env, LOG: "errors" },
  });
  expect(await once(child, "exit")).toEqual([7, null]);
});

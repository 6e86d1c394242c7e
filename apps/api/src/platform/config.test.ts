import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { configOf, isDemo } from "./config.ts";
import { settings as known } from "./settings.ts";

const DATABASE_URL = "postgres://db/cahier";

test("the demonstration exists with the embedded database, on this machine", () => {
  expect(isDemo({})).toBe(true);
  for (const HOST of ["127.0.0.1", "localhost", "::1", "127.0.1.1"]) expect(isDemo({ HOST })).toBe(true);
});

test("the demonstration never exists where other machines reach it, unless it is asked for", () => {
  for (const HOST of ["0.0.0.0", "::", "192.168.1.4", "cahier.example.org", "127.0.0.1.example.org"]) {
    expect(isDemo({ HOST })).toBe(false);
    expect(isDemo({ HOST, DATABASE_URL })).toBe(false);
    expect(isDemo({ HOST, DEMO: "1" })).toBe(true);
  }
});

test("the demonstration does not exist on a database of the operator's, unless it is asked for", () => {
  expect(isDemo({ DATABASE_URL })).toBe(false);
  expect(isDemo({ DATABASE_URL, DEMO: "1" })).toBe(true);
  expect(isDemo({ DEMO: "0" })).toBe(false);
});

test("links lead to the configured address, else to this machine", () => {
  expect(configOf({ PUBLIC_URL: "https://cahier.example.org/x" }).origin).toBe("https://cahier.example.org");
  expect(configOf({ HOST: "0.0.0.0", PORT: "4001" }).origin).toBe("http://127.0.0.1:4001");
  expect(() => configOf({ PUBLIC_URL: "javascript:alert(1)" })).toThrow("is not an address");
  expect(() => configOf({ PORT: "80O" })).toThrow("is not a number");
});

const at = (file: string) => readFileSync(join(import.meta.dirname, "../../../..", file), "utf8");

test("the compose file pins its images, and publishes on this machine alone but for TLS, when asked", () => {
  const compose = at("docker-compose.yml");
  const images = [...compose.matchAll(/^ *image: *(\S+)/gm)].map(([, image]) => image!);
  expect(images.length).toBeGreaterThan(0);
  expect(images.filter((image) => !/:v?\d+\.\d+(\.\d+)?(-\w+)?(@sha256:\w+)?$/.test(image))).toEqual([]);
  const ports = [...compose.matchAll(/^ *ports: *\[([^\]]*)\]/gm)].map(([, port]) => port!);
  expect(ports.length).toBe([...compose.matchAll(/^ *ports:/gm)].length);
  expect(ports.filter((port) => !/^"127\.0\.0\.1:/.test(port))).toEqual(['"80:80", "443:443"']);
  expect(/^ {2}tls:\n(?: {4}.*\n)+/m.exec(compose)![0]).toMatch(/profiles: \[tls\]\n(?: {4}.*\n)* {4}ports: \["80:80"/);
});

test("a service and a container have the time that a stop takes; an image holds neither settings nor data", () => {
  const seconds = (text: string, shape: RegExp) => Number(shape.exec(text)![1]);
  // A second in which it says that it closes, then eight for requests and as much for jobs.
  expect(seconds(at("docker-compose.yml"), /app:\n(?: {4}.*\n)*? {4}stop_grace_period: (\d+)s/)).toBeGreaterThan(20);
  const service = at("docs/operating/cahier-commun.service");
  expect(seconds(service, /^TimeoutStopSec=(\d+)$/m)).toBeGreaterThan(20);
  // A SIGTERM of its own would have PostgreSQL let nobody in while requests end.
  expect(service).toMatch(/^KillMode=mixed$/m);
  expect(at(".dockerignore").split("\n")).toEqual(expect.arrayContaining([".env", "var"]));
  expect(at("scripts/release/release.ts")).toContain('".dockerignore"), ".env\\nvar\\n"');
});

test("every setting stands in the table of the README and in the sample file; the file is read as it is", () => {
  const used = [...at("apps/api/src/platform/config.ts").matchAll(/\benv\.([A-Z][A-Z0-9_]+)/g)].map(
    ([, name]) => name!,
  );
  const asked = [...at("docker-compose.yml").matchAll(/\$\{([A-Z][A-Z0-9_]+)/g)].map(([, name]) => name!);
  const settings = [...new Set([...used, ...asked, "LOG"])];
  const table = at("README.md")
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  const told = (name: string) => table.some((line) => line.split("|")[1]!.includes(name));
  const sample = at(".env.example");
  expect(settings.filter((name) => !told(name))).toEqual([]);
  expect(settings.filter((name) => !new RegExp(`^(?:# )?${name}=`, "m").test(sample))).toEqual([]);
  const read = Object.fromEntries([...sample.matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, value]) => [name, value]));
  expect(configOf(read)).toMatchObject({ behindProxy: true, demo: false, origin: "https://cahier.example.org" });
  for (const file of ["scripts/run.mjs", "scripts/keep.mjs"]) expect(at(file)).toContain("--env-file-if-exists=.env");
});

test("every setting of the table is passed by the compose file, or it says why not; no other is known", () => {
  const table = at("README.md")
    .split("\n")
    .filter((line) => /^\| `[A-Z]/.test(line));
  const told = table.flatMap((line) =>
    [...line.split("|")[1]!.matchAll(/`([A-Z][A-Z0-9_]+)/g)].map(([, name]) => name!),
  );
  expect(told.toSorted()).toEqual(known.filter((name) => name !== "UNSAFE_DATABASE").toSorted());
  const app = /^ {2}app:\n(?:(?: {4}.*)?\n)+/m.exec(at("docker-compose.yml"))![0];
  const passed = [...app.matchAll(/^ {6}([A-Z][A-Z0-9_]+): /gm)].map(([, name]) => name!);
  const why = /# Not passed: (?:.*\n +# )*.*/.exec(app)![0];
  // It makes DATABASE_URL.
  passed.push("POSTGRES_PASSWORD");
  const without = told.filter((name) => !passed.includes(name) && !new RegExp(`\\b${name}\\b`).test(why));
  expect(without).toEqual([]);
});

test("a value that can't be meant is refused by the name of its setting, and no secret is shown", () => {
  const wrong = {
    PORT: ["abc", "70000", "-1"],
    METRICS_PORT: ["x"],
    PUBLIC_URL: ["cahier.example.org", "cahier.example.org:443", '"https://x.example"'],
    DEMO_DATE: ["2012-13-45", "2012-02-30", "20 juin"],
    SMTP_URL: ["nonsense", "smtp.example.org:587", "http://example.org", "smtp://me:s3cr#t@example.org", "smtp://"],
    MAIL_FROM: ["Cahier commun", "cahier@", "a@b.example\nBcc: c@d.example"],
    DEMO: ["true", "no"],
    BEHIND_PROXY: ["true", "yes"],
    LOG: ["all"],
    DATABASE_URL: ["mysql://u:s3cr3t@h/d"],
  };
  for (const [name, values] of Object.entries(wrong))
    for (const value of values) {
      expect(() => configOf({ [name]: value })).toThrow(new RegExp(`^${name}\\b[^\\n]*`));
      expect(() => configOf({ [name]: value })).not.toThrow(/s3cr/);
    }
  expect(() => configOf({ PORT: "4000", METRICS_PORT: "4000" })).toThrow("METRICS_PORT and PORT are both 4000.");
  const fine = {
    MAIL_FROM: "Cahier commun <cahier@example.org>",
    SMTP_URL: "smtps://a%40b:c@h.example",
    DEMO_DATE: "2012-07-20",
  };
  expect(configOf({ ...fine, DEMO: "", BEHIND_PROXY: "", LOG: "" })).toMatchObject({ smtpUrl: fine.SMTP_URL });
});

test("every task is a command of npm, and every command a task", () => {
  const { scripts } = JSON.parse(at("package.json")) as { scripts: Record<string, string> };
  const tasks = [
    ...at("scripts/run.mjs")
      .split("};")[0]!
      .matchAll(/^  "?([a-z:-]+)"?: [[s]/gm),
  ].map(([, name]) => name!);
  expect(tasks.toSorted()).toEqual(Object.keys(scripts).toSorted());
  for (const [name, command] of Object.entries(scripts)) expect(command).toBe(`node scripts/run.mjs ${name}`);
});

test("the guide of operators names commands and settings that exist", () => {
  const pages = ["sizing", "backup", "upgrade", "incident", "machines"].map((page) => `docs/operating/${page}.md`);
  const guide = ["docs/operating.md", ...pages].map(at).join("");
  const { scripts } = JSON.parse(at("package.json")) as { scripts: Record<string, string> };
  const commands = [...guide.matchAll(/npm run ([a-z:-]+)/g)].map(([, name]) => name!);
  expect(commands.filter((name) => !scripts[name])).toEqual([]);
  const settings = [...guide.matchAll(/`([A-Z][A-Z0-9_]+)(?:=|`)/g)].map(([, name]) => name!);
  expect(settings.length).toBeGreaterThan(6);
  const sample = at(".env.example");
  expect(settings.filter((name) => name !== "ADDRESS" && !sample.includes(`${name}=`))).toEqual([]);
});

test("migrations go past the pool of connections that stands before the database, where there is one", () => {
  const direct = "postgres://db:5432/cahier";
  expect(configOf({ DATABASE_URL }).directUrl).toBe(DATABASE_URL);
  expect(configOf({ DATABASE_URL, DIRECT_DATABASE_URL: direct })).toMatchObject({
    databaseUrl: DATABASE_URL,
    directUrl: direct,
  });
  expect(configOf({}).directUrl).toBeNull();
  expect(() => configOf({ DATABASE_URL, DIRECT_DATABASE_URL: "db:5432" })).toThrow(/^DIRECT_DATABASE_URL is not/);
});

test("a replica is one of a database of one's own", () => {
  const replica = "postgres://replica:5432/cahier";
  expect(configOf({ DATABASE_URL, DATABASE_REPLICA_URL: replica }).replicaUrl).toBe(replica);
  expect(configOf({ DATABASE_URL }).replicaUrl).toBeNull();
  expect(() => configOf({ DATABASE_REPLICA_URL: replica })).toThrow(
    "DATABASE_REPLICA_URL is set without DATABASE_URL.",
  );
  expect(() => configOf({ DATABASE_URL, DATABASE_REPLICA_URL: "replica" })).toThrow(/^DATABASE_REPLICA_URL is not/);
});

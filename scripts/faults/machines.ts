import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { cluster, copyOf, dropCopy, migratedTemplate } from "../../apps/api/test/site/cluster.ts";
import { seededFrom } from "../../apps/api/test/site/seeded.ts";
import { smtpStub } from "../../apps/api/test/site/smtp.ts";
import { uniqueWord } from "../../apps/api/test/site/uniqueWord.ts";
import { connected } from "../../apps/api/src/platform/data/postgres.ts";
import { buildWeb } from "../../apps/api/src/platform/server/build.ts";
import { freePort } from "../../e2e/ownSite.ts";
import { browsing } from "./browsing.ts";
import { compared, ground, type Site, siteOn } from "./ground.ts";
import { hasNginx, nginxBefore } from "./nginx.ts";
import { hasPgBouncer, pgBouncerBefore } from "./pgbouncer.ts";
import { inputFor, senders } from "./senders.ts";

/**
 * `npm run machines`: two and four processes of the site on one PostgreSQL, behind nginx, as on as many machines: each has
 * a data folder of its own. Prints whether sessions, limits, mails, kept pages and files are those of one site, and what
 * a restart of one process after the other is felt of. On the loopback, on a database of its own. `--processes 2,4`; `--pgbouncer`: through
 * PgBouncer in transaction mode.
 */
const words = process.argv.slice(2);
const counts = (words.includes("--processes") ? words[words.indexOf("--processes") + 1]! : "2,4")
  .split(",")
  .map(Number);

if (!hasNginx()) {
  console.log("Left out: there is no nginx on this machine (apt-get install nginx-light).");
  process.exit(0);
}

const through = words.includes("--pgbouncer");
if (through && !hasPgBouncer()) {
  console.log("Left out: there is no PgBouncer on this machine (apt-get install pgbouncer).");
  process.exit(0);
}

const broken: string[] = [];
function tell(name: string, found: string, held: boolean) {
  console.log(`${name}: ${found}${held ? "" : " — NOT HELD"}`);
  if (!held) broken.push(name);
}

await buildWeb();
const postgres = await cluster();
const admin = postgres.url("postgres");
const seeded = await seededFrom(await migratedTemplate(postgres), admin);
for (const count of counts) {
  // oxlint-disable no-await-in-loop -- one after the other
  const database = await copyOf(seeded, admin);
  const { folder, remove } = ground();
  const mails = await smtpStub();
  const sites: Site[] = [];
  const bouncer = through ? await pgBouncerBefore(folder, database) : null;
  try {
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    for (let n = 0; n < count; n++) {
      const own = join(folder, String(n));
      mkdirSync(own);
      sites.push(
        await siteOn(own, {
          ...{
            DATABASE_URL: bouncer?.url ?? database,
            DIRECT_DATABASE_URL: database,
            DEMO: "1",
            UNSAFE_DATABASE: "1",
            SECRET: "the same on all machines",
          },
          ...{ PUBLIC_URL: origin, SMTP_URL: mails.url },
        }),
      );
    }
    const front = await nginxBefore(
      folder,
      port,
      sites.map((it) => it.port),
    );
    try {
      await asOne({ count, origin, port, sites, database, mails });
    } finally {
      await front.stop();
    }
  } finally {
    await Promise.all(sites.map((it) => it.stop()));
    await bouncer?.stop();
    await mails.close();
    await dropCopy(database, admin);
    remove();
  }
  // oxlint-enable no-await-in-loop
}
await postgres.stop();
if (broken.length > 0) console.log(`Not held:\n  ${broken.join("\n  ")}`);
process.exit(broken.length > 0 ? 1 : 0);

interface Together {
  count: number;
  origin: string;
  port: number;
  sites: Site[];
  database: string;
  mails: Awaited<ReturnType<typeof smtpStub>>;
}

/** Holds some processes to be one site: each check is told in a line. */
async function asOne(it: Together) {
  const chief = await administratorOf(it);
  await oneSession(it, chief);
  await oneFile(it, chief);
  await onePage(it);
  await oneOutbox(it);
  await oneLimit(it);
  await oneSignOut(it, chief);
  await replacedOneByOne(it);
}

type Browsing = ReturnType<typeof browsing>;

function nameOf({ count }: Together) {
  return `${count} processes`;
}

/** Asked so often, each process answers at least once. */
function timesFor({ count }: Together) {
  return Array.from({ length: count * 3 });
}

async function administratorOf({ origin }: Together) {
  const chief = browsing(origin);
  const { demoPersonas } = await chief.graphql("{ demoPersonas { id roles } }");
  const { id } = demoPersonas.find(({ roles }: { roles: string[] }) => roles.includes("ADMINISTRATOR"));
  await chief.post("/demo/sign-in", { personId: id });
  return chief;
}

/** Every process knows the session that one of them began. */
async function oneSession(it: Together, chief: Browsing) {
  const viewers: (string | null)[] = [];
  for (const _ of timesFor(it)) viewers.push((await chief.graphql("{ viewer { id } }")).viewer?.id ?? null);
  tell(
    `${nameOf(it)}, a session`,
    `known ${viewers.filter(Boolean).length} times of ${viewers.length}, by ${chief.servedBy.size} processes`,
    viewers.every(Boolean) && chief.servedBy.size === it.count,
  );
}

/** Every process gives the file that one of them took. */
async function oneFile(it: Together, chief: Browsing) {
  const onePixel = Buffer.from(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c6360000002000001e221bc330000000049454e44ae426082",
    "hex",
  );
  const sent = await chief.ask("/instance/logo", {
    method: "POST",
    body: new Uint8Array(onePixel),
    type: "application/octet-stream",
  });
  const { instance } = await chief.graphql("{ instance { logo } }");
  const logos: number[] = [];
  for (const _ of timesFor(it)) logos.push((await chief.ask(instance.logo)).status);
  tell(
    `${nameOf(it)}, a file`,
    `sent (${sent.status}), given ${logos.filter((status) => status === 200).length} times of ${logos.length}`,
    logos.every((status) => status === 200),
  );
}

/** A text withdrawn at one process leaves the pages that the others keep at once. */
async function onePage(it: Together) {
  const { count, origin, port, sites } = it;
  const visitor = browsing(origin);
  const text = `Une parole qui sera retirée : ${uniqueWord()}.`;
  const input = (await inputFor(port))(text, uniqueWord());
  const { submitResponse } = await visitor.graphql(
    "mutation ($input: SubmitResponseInput!) { submitResponse(input: $input) { receipt { code } } }",
    { input },
  );
  const reading = () => Promise.all(sites.map(async (site) => pageOf(site.port)));
  await reading();
  await new Promise((later) => void setTimeout(later, 2500));
  const shown = (await reading()).filter((page) => page.includes(text)).length;
  await visitor.graphql("mutation ($input: ReceiptInput!) { withdrawResponse(input: $input) { problems { code } } }", {
    input: { code: submitResponse.receipt.code },
  });
  const left = (await reading()).filter((page) => page.includes(text)).length;
  tell(
    `${nameOf(it)}, a kept page`,
    `shown by ${shown}, and by ${left} once it is withdrawn`,
    shown === count && left === 0,
  );
}

/** Each mail leaves once, whichever process sends it. */
async function oneOutbox(it: Together) {
  const { database, mails } = it;
  const keys = Array.from({ length: 40 }, () => uniqueWord());
  await connected(database, (client) =>
    client.query(
      `insert into outgoing_mail (key, recipient, subject, text)
       select key, key || '@example.org', 'Objet', 'Texte' from unnest($1::text[]) as key`,
      [keys],
    ),
  );
  // The site sends mails of its own too: what was said at a meeting that ended today is asked for.
  const taken = () => mails.taken.map(({ to }) => to).filter((to) => keys.includes(to.replace("@example.org", "")));
  for (let waited = 0; waited < 600 && taken().length < keys.length; waited++)
    await new Promise((later) => void setTimeout(later, 100));
  await new Promise((later) => void setTimeout(later, 1500));
  const once = new Set(taken()).size;
  tell(
    `${nameOf(it)}, mails`,
    `${taken().length} sent, to ${once} of ${keys.length}`,
    taken().length === keys.length && once === keys.length,
  );
}

/** A limit counts tries at all processes together. */
async function oneLimit(it: Together) {
  const guesser = browsing(it.origin);
  const tries: number[] = [];
  for (let n = 0; n < 70; n++) tries.push((await guesser.post("/auth/code", { code: "000000" })).status);
  const accepted = tries.filter((status) => status !== 429).length;
  tell(
    `${nameOf(it)}, a limit of 60`,
    `${accepted} let in of ${tries.length}, by ${guesser.servedBy.size} processes`,
    accepted === 60,
  );
}

/** A session ended at one process is ended at all. */
async function oneSignOut(it: Together, chief: Browsing) {
  await chief.post("/auth/sign-out", {});
  const after: unknown[] = [];
  for (const _ of timesFor(it)) after.push((await chief.graphql("{ viewer { id } }")).viewer);
  tell(
    `${nameOf(it)}, its end`,
    `nobody known ${after.filter((viewer) => viewer === null).length} times of ${after.length}`,
    after.every((viewer) => viewer === null),
  );
}

/** Processes restarted one after the other, while people send, lose and double nothing. */
async function replacedOneByOne(it: Together) {
  const { port, sites, database } = it;
  const all = await senders({ port, clients: 8 });
  await all.reach(40);
  for (const site of sites) {
    await site.stop();
    await site.start();
  }
  await all.reach(all.acknowledged.length + 40);
  await all.end();
  const { acknowledged, lost, doubled } = await compared(database, all.acknowledged);
  const others = [...all.others].map(([status, n]) => `${n} × ${status}`).join(", ") || "nothing";
  const excused = [...all.others.keys()].every((status) => /^(502|503|E[A-Z]+)$/.test(status));
  tell(
    `${nameOf(it)}, replaced one by one`,
    `${acknowledged} acknowledged, ${lost} lost, ${doubled} doubled; answered beside: ${others}`,
    lost === 0 && doubled === 0 && excused,
  );
}

/** A page as one process gives it to a visitor. */
async function pageOf(port: number) {
  const answer = await fetch(`http://127.0.0.1:${port}/contributions`, { headers: { accept: "text/html" } });
  return answer.text();
}

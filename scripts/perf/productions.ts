import { buffer } from "node:stream/consumers";
import { cluster, copyOf, dropCopy, migratedTemplate } from "../../apps/api/test/site/cluster.ts";
import { tables } from "../../apps/api/src/app.ts";
import { openChain } from "../../apps/api/src/domain/give/openData/chain.data.ts";
import { dossierOf } from "../../apps/api/src/domain/give/production/dossier.ts";
import { dossierWriting } from "../../apps/api/src/domain/give/production/dossier.document.ts";
import { makeProduction } from "../../apps/api/src/domain/give/production/make.ts";
import { onOnePage, pageWritings } from "../../apps/api/src/domain/give/production/page.document.ts";
import { type Production, Productions } from "../../apps/api/src/domain/give/production/production.entity.ts";
import { proposalToRead } from "../../apps/api/src/domain/propose/proposal/proposal.queries.ts";
import { createContext } from "../../apps/api/src/platform/context.ts";
import { dayOf } from "../../apps/api/src/platform/day.ts";
import { openDatabase } from "../../apps/api/src/platform/data/database.ts";
import { writers } from "../../apps/api/src/platform/files/writing/formats.ts";
import { seedDemo } from "../../apps/api/src/seed/demo.ts";

/**
 * `npm run perf:productions`: what each production of the demonstration costs, from the data to the file, and the archive
 * of all open data: the best and the median time of some rounds, kilobytes, and by how much memory grew.
 */
const rounds = 7;
const origin = "https://cahier.example.org";

const postgres = await cluster();
const admin = postgres.url("postgres");
const url = await copyOf(await migratedTemplate(postgres), admin);
const patient = await openDatabase(url, tables, { patient: true });
await seedDemo(patient);
await patient.query("analyze");
await patient.destroy();
const database = await openDatabase(url, tables);
try {
  console.log("production            best  median       kB  rss+ (MB)");
  const [row] = await database.manager.find(Productions, { take: 1 });
  for (const format of ["html", "pdf", "docx", "odt"] as const) {
    await measure(`dossier ${format}`, async () => {
      const { dossier, asked } = await dossierNow();
      return writers[format].write(dossierWriting(dossier, asked));
    });
  }
  await measure("page pdf", async () => {
    const { dossier, asked } = await dossierNow();
    return onOnePage(pageWritings(dossier, asked), writers.pdf.write);
  });
  for (const format of ["HTML", "PDF", "DOCX", "ODT"] as const)
    await measure(`report ${format.toLowerCase()}`, () => made({ ...row!, kind: "REPORT", format }));
  await measure("deck pptx", () => made({ ...row!, kind: "DECK", format: "PPTX" }));
  await measure("open data zip", async () =>
    buffer(await openChain(database.manager, { origin, language: "fr", now: new Date() })),
  );
} finally {
  await database.destroy();
  await dropCopy(url, admin);
  await postgres.stop();
}

async function dossierNow() {
  const context = createContext(database);
  const proposal = (await proposalToRead(context, "proposition-1"))!;
  const { now } = context;
  return { dossier: await dossierOf(context, proposal), asked: { origin, now, day: dayOf(now) } };
}

async function made(production: Production) {
  const done = await makeProduction(production, { database, origin, tell: () => Promise.resolve() });
  return done!.file;
}

async function measure(name: string, make: () => Promise<Buffer | string>) {
  const times: number[] = [];
  let bytes = 0;
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let most = before;
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    bytes = Buffer.byteLength(await make());
    times.push(performance.now() - began);
    most = Math.max(most, process.memoryUsage().rss);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const cells = [
    name.padEnd(18),
    ...[sorted[0]!, sorted[Math.floor(rounds / 2)]!].map((ms) => ms.toFixed(0).padStart(7)),
    (bytes / 1000).toFixed(0).padStart(8),
    ((most - before) / 1e6).toFixed(0).padStart(10),
  ];
  console.log(cells.join(" "));
}

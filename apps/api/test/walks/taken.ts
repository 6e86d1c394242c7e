import type { DataSource } from "typeorm";
import { createGraphQL, routes } from "../../src/app.ts";
import { makeProduction } from "../../src/domain/give/production/make.ts";
import { makeProductions } from "../../src/domain/give/production/production.jobs.ts";
import { configOf } from "../../src/platform/config.ts";
import { createHttp } from "../../src/platform/server/http.ts";
import { unzipped } from "../acts/office.ts";
import { cookieOf, personWith } from "../site/people.ts";

/** A downloaded file, and the words it must not hold. */
export interface Taken {
  path: string;
  content: string;
  secret: string[];
}

/**
 * Downloads every file that visitors and a team can take, with `canaries` planted in all private columns. Names are
 * planted here: they are public on pages, and in no file of data.
 */
export async function taken(database: DataSource, canaries: string[]): Promise<Taken[]> {
  const column = async (text: string) => (await database.query<{ value: string }[]>(text)).map(({ value }) => value);
  await database.query(
    "update questionnaire set closes_at = opens_at, results_shown = 'ALL' where published_at is not null",
  );
  const names = ["canary-name-of-a-response", "canary-name-of-a-text"];
  await database.query("update response set author_name = $1 where appearance = 'NAMED'", [names[0]]);
  await database.query("update contribution set author_name = $1 where appearance = 'NAMED'", [names[1]]);
  const cookie = await cookieOf(database, await personWith(database, ["RAPPORTEUR"]));
  const config = configOf({ PORT: "4000" });
  const app = await createHttp({ graphql: createGraphQL(), database, config, routes, web: false });
  const files: Taken[] = [];
  /** Downloads a file; an archive counts as each of its files, a 404 as none. */
  const take = async (url: string, secret: string[], headers: Record<string, string> = {}) => {
    const { statusCode, rawPayload } = await app.inject({ url, headers });
    if (statusCode === 404) return;
    if (statusCode !== 200) throw new Error(`${url}: ${statusCode}`);
    const parts = rawPayload.subarray(0, 2).toString() === "PK" ? await unzipped(rawPayload) : { "": rawPayload };
    for (const [path, content] of Object.entries(parts))
      files.push({ path: `${url} ${path}`, content: content.toString(), secret });
  };
  const everything = [...names, ...canaries];
  /** Data a team may read: ids of responses, and words that only their author keeps unpublished. */
  const theirs = new Set(
    await column(
      "select id::text as value from response union select body from contribution where status = 'UNPUBLISHED'",
    ),
  );
  for (const slug of await column(
    "select slug as value from questionnaire where published_at <= now() and closes_at < now() - interval '9 days'",
  )) {
    await take(`/open-data/questionnaires/${slug}.zip`, everything);
    for (const format of ["csv", "codebook.csv", "xlsx", "ods", "json"])
      await take(
        `/exports/questionnaires/${slug}.${format}`,
        everything.filter((value) => !theirs.has(value)),
        { cookie },
      );
  }
  const working = await column(
    "select unnest(array[sentence, short_name, definition, included, excluded, example]) as value from key_point where state = 'WORKING'",
  );
  for (const slug of await column("select slug as value from objective"))
    for (const file of ["key-points.qdc", "passages.csv", "passages.ods"]) {
      await take(`/open-data/objectives/${slug}/${file}`, everything);
      await take(
        `/exports/objectives/${slug}/${file}`,
        everything.filter((value) => !working.includes(value)),
        { cookie },
      );
    }
  // A cited author appears there as on the page, under the name they chose; not in the trace.
  for (const version of await column(
    "select s.slug || '/v' || v.version as value from synthesis s join synthesis_version v on v.synthesis_id = s.id",
  )) {
    for (const format of ["html", "docx", "odt"]) await take(`/syntheses/${version}.${format}`, canaries);
    await take(`/syntheses/${version}.json`, everything);
  }
  for (const path of await column(
    `select '/proposals/' || slug || file as value from proposal,
       unnest(array['/dossier', '/page']) file union select '/handovers/' || id || '/letter' from handover`,
  )) {
    for (const format of ["html", "docx", "odt"]) await take(`${path}.${format}`, canaries);
    await take(`${path}.json`, everything);
  }
  await take("/open-data.zip", everything);
  // Productions of a team hold no withdrawn word either: they are made from public data.
  await database.query(
    "update production set published_at = now(), finished_at = null, format = case kind when 'REPORT' then 'HTML' else format end",
  );
  await makeProductions(database, { origin: config.origin, make: makeProduction });
  for (const id of await column("select id::text as value from production")) {
    await take(`/productions/${id}/file`, canaries);
    await take(`/productions/${id}/trace.json`, everything);
  }
  await app.close();
  return files;
}

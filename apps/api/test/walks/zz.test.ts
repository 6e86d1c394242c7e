import { test } from "vitest";
import { walkedApi } from "../site/demo.ts";
import { plant } from "../private/plant.ts";
import { everyRow } from "./everyRow.ts";
import { walk } from "./walk.ts";
import { taken } from "./taken.ts";
import { personWith } from "../site/people.ts";
import { visitor, viewerOf } from "../../src/platform/viewer.ts";
import { appendFileSync, writeFileSync } from "node:fs";
const api = walkedApi();
const draftP = "proposal_id in (select id from proposal where state = 'DRAFT')";
const draftM = "meeting_id in (select id from meeting where draft)";
const minD = "minutes_id in (select id from minutes where state = 'DRAFT')";
const qd = "(select id from questionnaire where published_at is null)";
const G = "(select id from working_group where preparing)";
const O = `(select id from objective where group_id in ${G} or withdrawn_on is not null)`;
const badMeet = `(select id from meeting where draft or group_id in ${G})`;
const badMin = `(select id from minutes where state = 'DRAFT' or meeting_id in ${badMeet})`;
const badQ = `(select id from questionnaire where published_at is null or objective_id in (select id from objective where group_id in ${G}))`;
const badP = `(select id from proposal where state = 'DRAFT' or group_id in ${G})`;
const badDoc = `(select id from document where status <> 'VISIBLE' or version = 0 or group_id in ${G})`;
const wheres: [string, string][] = [
  ["working_group", "preparing"], ["objective", "id in " + O], ["objective_wording", "objective_id in " + O],
  ["milestone", "group_id in " + G], ["meeting", "id in " + badMeet], ["agenda_item", "meeting_id in " + badMeet], ["agenda_request", "meeting_id in " + badMeet + " or status <> 'VISIBLE'"],
  ["meeting_file", "meeting_id in " + badMeet], ["minutes", "id in " + badMin], ["minutes_block", "minutes_id in " + badMin + " or (kind = 'QUOTE' and minutes_id in (select id from minutes where state = 'IN_REVIEW'))"],
  ["minutes_erratum", "minutes_id in " + badMin], ["minutes_correction", "true"],
  ["document", "id in " + badDoc], ["document_version", "document_id in " + badDoc],
  ["questionnaire", "id in " + badQ], ["section", "questionnaire_id in " + badQ], ["question", "questionnaire_id in " + badQ],
  ["proposal", `group_id in ${G}`], ["statement", "proposal_id in " + badP], ["ask", "proposal_id in " + badP], ["amendment", "proposal_id in " + badP],
  ["glossary_term", `group_id in ${G}`], ["exchange", `group_id in ${G}`], ["initiative", `group_id in ${G}`], 
  ["key_point", "objective_id in " + O], ["synthesis", "objective_id in " + O],
  ["week_question", "withdrawn_on is not null"], ["notebook_file", "contribution_id in (select id from contribution where status <> 'VISIBLE')"],
  ["candidacy", "true"], ["grid_criterion", "true"], ["regional_group", "closed"], ["handover", "proposal_id in " + badP],
];
const skip = /^(state|status|kind|slug|key|code|direction|channel|appearance|stance|digest|.*_digest|hash|language|format|part|nature|level|category|speaks_as|type|visibility|slot|method|consent|carrier_kind|carrier_consent|reason|subject|stage|sector|sectors|organisation_type|lever_types|licence|outcome|verdict|resolution|color|time_zone|time_code|step|resolved|taken_as|not_retained|reply_stance|access|needs|held_flood|arrival|in_.*|method.*|place|zone|timing|languages|held_by|exchange|mode)$/;
test("walk", async () => {
  const { database } = api;
  const q = (t: string, v: unknown[] = []) => database.query<any[]>(t, v);
  await plant(database);
  const run = async (t: string) => { try { await q(t); } catch (e: any) { log.push("RUN FAIL " + t.slice(0, 80) + " " + e.message); } };
  const log: string[] = [];
  for (const t of ["working_group", "meeting", "minutes", "document", "objective", "questionnaire"]) log.push(t + " " + JSON.stringify((await q(`select count(*) from ${t}`))[0]));
  log.push(JSON.stringify(await q("select slug, id, (select count(*) from meeting m where m.group_id = g.id) as m, (select count(*) from proposal m where m.group_id = g.id) as p, (select count(*) from document m where m.group_id = g.id) as d from working_group g")));
  if (process.env.PREP) await run("update working_group set preparing = true where slug = '" + process.env.PREP + "'");
  await run("update document set version = 0 where right(id::text, 1) in ('1','2','3','4','5')");
  await run("update document set status = 'HIDDEN' where right(id::text, 1) in ('6','7','8','9','a')");
  await run("insert into agenda_item (meeting_id, position, minutes, title) select id, 50, 5, 'x' from meeting where draft");
  await run("insert into meeting_file (meeting_id, title, kind, size, digest, added_on) select id, 'x', 'application/pdf', 5, 'x', now() from meeting");
  await run("insert into minutes (present, meeting_id, state, facts, open_questions) select 1, id, 'DRAFT', 'x', '{}' from meeting m where draft or not exists (select from minutes n where n.meeting_id = m.id)");
  await run("update minutes set state = 'IN_REVIEW', review_until = current_date + 5 where id in (select id from minutes where state = 'PUBLISHED' order by id limit 2)");
  await run("update minutes set state = 'DRAFT' where id in (select id from minutes where state = 'PUBLISHED' order by id limit 2)");
  for (const kind of ["QUOTE", "ACTION", "DECISION"]) await run(`insert into minutes_block (minutes_id, position, kind, text, owner) select id, 95 + length('${kind}'), '${kind}', 'x', 'x' from minutes where state <> 'PUBLISHED'`);
  await run("insert into minutes_quote (block_id, edit, agrees, why) select id, edit, false, 'x' from minutes_block b where kind = 'QUOTE' and not exists (select from minutes_quote q where q.block_id = b.id)");
  await run("insert into agenda_request (key, meeting_id, text, author_name, status, asked_on, code_digest, taken, reason) select 'k' || m.id || s, m.id, 'x', 'x', s, now(), 'k' || m.id || s, false, 'x' from meeting m, unnest(array['HELD','HIDDEN','WITHDRAWN']) s");
  await run("update objective set withdrawn_on = current_date, withdrawn_reason = 'x' where number = 4 and group_id = (select group_id from objective where slug = 'objectif-4')");
  await run("insert into candidacy (key, person_id, territory_id, why, offered_on, withdrawn, accepted, answer) select 'c' || row_number() over (), p.id, t.id, 'x', now(), false, null, 'x' from (select id from person limit 1) p, (select id from territory where kind = 'REGION' limit 2) t");
  await run("update regional_group set closed = true");
  await run("insert into grid_criterion (group_id, position, label, help, kind, options, retired) select id, 1, 'x', 'x', 'YES_NO', '{}', false from working_group");
  const planted = new Map<string, string>();
  for (const [table, where] of wheres) {
    const cols = await q(`select column_name as c, data_type as d from information_schema.columns where table_schema='public' and table_name=$1`, [table]);
    if (cols.length === 0) { log.push("NO TABLE " + table); continue; }
    const names = cols.filter(({ c, d }: any) => (d === "text" || d === "ARRAY" || d === "jsonb") && !skip.test(c) && !(table==="minutes_block"&&c==="kind"));
    for (const { c, d } of names) {
      const mark = `canary${table.replaceAll("_", "")}X${c.replaceAll("_", "")}`;
      try {
        const set = d === "text" ? "$1::text" : d === "ARRAY" ? "array[$1::text]" : null;
        if (!set) continue;
        const r = await q(`with u as (update "${table}" set "${c}" = ${set} where ${where} returning 1) select count(*)::int as n from u`, [mark]);
        log.push(`${table}.${c}: ${r[0].n}`);
        planted.set(mark, `${table}.${c}`);
      } catch (e: any) { log.push(`FAIL ${table}.${c}: ${e.message.slice(0, 100)}`); }
    }
  }
  writeFileSync("/tmp/probe-plant.txt", log.join("\n"));
  writeFileSync("/tmp/probe-leaks.txt", "");
  const groups = await q("select id from working_group order by id");
  const nobody = await personWith(database, []);
  const other = await personWith(database, ["MEMBER"], groups.at(-1).id);
  const viewers: [string, any][] = [["visitor", visitor], ["signed in", viewerOf({ id: nobody, displayName: "N", language: "fr" }, [])],
    ["member elsewhere", viewerOf({ id: other, displayName: "N", language: "fr" }, [{ role: "MEMBER", groupId: groups.at(-1).id, territoryId: null }])]];
  const asked = await everyRow(database, ["canary", "le"]);
  for (const [name, viewer] of viewers) {
    const { told } = await walk(database, viewer, asked);
    const found = new Map<string, Set<string>>();
    for (const { path, value } of told) for (const m of JSON.stringify(value).matchAll(/canary([a-z]+)X([a-z]+)/g)) {
      const k = m[0]; (found.get(k) ?? found.set(k, new Set()).get(k)!).add(path);
    }
    appendFileSync("/tmp/probe-leaks.txt", `== ${name}\n` + [...found].map(([k, p]) => `${k}: ${[...p].slice(0, 6).join(" | ")}`).join("\n") + "\n");
  }
  try {
    const files = await taken(database, []);
    const found = new Map<string, Set<string>>();
    for (const { path, content } of files) for (const m of content.matchAll(/canary([a-z]+)X([a-z]+)/g)) (found.get(m[0]) ?? found.set(m[0], new Set()).get(m[0])!).add(path);
    appendFileSync("/tmp/probe-leaks.txt", `== files\n` + [...found].map(([k, p]) => `${k}: ${[...p].slice(0, 6).join(" | ")}`).join("\n") + "\n");
  } catch (e: any) { appendFileSync("/tmp/probe-leaks.txt", "files failed " + e.stack); }
}, 300_000);

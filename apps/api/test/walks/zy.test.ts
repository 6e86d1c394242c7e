import { test } from "vitest";
import { seededApi } from "../site/demo.ts";
import { taken } from "./taken.ts";
import { visitor } from "../../src/platform/viewer.ts";
import { everyRow } from "./everyRow.ts";
import { walk } from "./walk.ts";
const api = seededApi();
test("examples hidden", async () => {
  const q = (t: string, v: unknown[] = []) => api.database.query<any[]>(t, v);
  console.log(await q("select p.slug, p.state, i.slug as i, i.status, i.state as s from proposal_initiative l join proposal p on p.id=l.proposal_id join initiative i on i.id=l.initiative_id limit 5"));
  await q("update initiative set status='HIDDEN', name='canaryname '||id, summary='canarysum', town='canarytown' where id in (select initiative_id from proposal_initiative)");
  // a hidden block
  const [c] = await q(`insert into contribution (id, minutes_block_id, meeting_id, theme_id, channel, body, status, appearance, speaks_as, contributed_on)
    select b.id, b.id, t.id, g.theme_id, 'MINUTES', 'canaryblock', 'HIDDEN', 'ANONYMOUS', 'GROUP', current_date
    from minutes_block b join minutes m on m.id = b.minutes_id and m.state = 'PUBLISHED'
    join meeting t on t.id = m.meeting_id join working_group g on g.id = t.group_id where not exists (select from contribution c where c.id = b.id) limit 1 returning id`);
  const id = c?.id ?? (await q("select id from contribution where minutes_block_id is not null limit 1"))[0].id;
  await q("update contribution set status = 'HIDDEN', body = 'canaryblock' where id = $1", [id]);
  await q("update minutes_block set text = 'canaryblock', topic = 'canarytopic', owner='canaryowner' where id = $1", [id]);
  await q(`insert into ruling (kind, text_id, group_id, outcome, reason, note, ruled_by_id, ruled_at, was, former)
    select 'CONTRIBUTION', $1, g.id, 'HIDDEN', 'INSULT', 'canarynote', p.id, now(), 'VISIBLE', '{}' from (select id from working_group limit 1) g, (select id from person limit 1) p`, [id]);
  const { told } = await walk(api.database, visitor, await everyRow(api.database, ["canary"]));
  const found = new Map<string, Set<string>>();
  for (const { path, value } of told) for (const m of JSON.stringify(value).matchAll(/canary([a-z]+)/g)) (found.get(m[0]) ?? found.set(m[0], new Set()).get(m[0])!).add(path);
  console.log([...found].map(([k, p]) => `${k}: ${[...p].join(" | ")}`).join("\n"));
  const files = await taken(api.database, []);
  const ff = new Map<string, Set<string>>();
  for (const { path, content } of files) for (const m of content.matchAll(/canary([a-z]+)/g)) (ff.get(m[0]) ?? ff.set(m[0], new Set()).get(m[0])!).add(path);
  console.log([...ff].map(([k, p]) => `FILE ${k}: ${[...p].slice(0, 8).join(" | ")}`).join("\n"));
}, 100_000);

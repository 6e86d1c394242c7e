import { expect, test } from "vitest";
import { mailedCode, mailedDigest, receiptCode, receiptDigest } from "../../src/domain/listen/response/codes.ts";
import { visitor } from "../../src/platform/viewer.ts";
import { asTheyAre, nothing, withCanaries } from "./canaries.ts";
import { walkedApi } from "../site/demo.ts";
import { walk } from "../walks/walk.ts";

const api = walkedApi();
const canaries = withCanaries(api);

test("whoever holds a receipt reads all of their own response, and nothing more of others than a visitor", async () => {
  const responses = await api.database.query<{ id: string; own: string[] }[]>(
    `select r.id, array_agg(value) filter (where value is not null) as own from (
       (select * from response where appearance = 'UNPUBLISHED' limit 2)
       union (select r.* from response r join contribution c on c.response_id = r.id and c.status = 'HELD' limit 2)
       union (select * from response where appearance = 'ANONYMOUS' limit 2)
     ) r join contribution c on c.response_id = r.id
     cross join lateral unnest(array[c.body, c.author_name, c.organisation_type, c.organisation_name,
       r.organisation_name, c.not_retained_note, (select g.note from ruling g where g.text_id = c.id),
       (select a.text from appeal a join ruling g on g.id = a.ruling_id where g.text_id = c.id),
       (select a.note from appeal a join ruling g on g.id = a.ruling_id where g.text_id = c.id)] || array(
       select unnest(array[v.text, p.quote]) from citation_review v join passage p on p.id = v.passage_id
       where p.contribution_id = c.id)) value
     group by 1`,
  );
  for (const { id } of responses)
    await api.database.query("update response set receipt_digest = $2 where id = $1", [id, receiptDigest(id)]);
  const codes = responses.map(({ id }) => ({ code: receiptCode(id) }));
  const { told: theirs } = await walk(api.database, visitor, { ...nothing, receipt: codes });
  const all = theirs.map(({ value }) => JSON.stringify(value)).join("\n");
  const own = responses.flatMap((response) => response.own);
  for (const { own: words } of responses) expect(all).toContain(words[0]);
  const leaked = asTheyAre(canaries, all);
  const leaks = canaries.filter(({ value }) => !own.includes(value) && leaked.has(value));
  expect(responses.length).toBeGreaterThan(2);
  expect(leaks).toEqual([]);
});

test("the link of a mail shows of a response what is public, and what its author said of its citations; nothing else", async () => {
  const { database } = api;
  const responses = await database.query<{ id: string; own: string[] }[]>(
    `select r.id, array(
       select v.text from citation_review v join passage p on p.id = v.passage_id
       join contribution c on c.id = p.contribution_id where c.response_id = r.id and c.status = 'VISIBLE') as own
     from ((select * from response where appearance = 'UNPUBLISHED' limit 2)
       union (select r.* from response r join contribution c on c.response_id = r.id and c.status = 'HELD' where r.appearance <> 'NAMED' limit 2)
       union (select * from response where appearance = 'ANONYMOUS' limit 3)) r`,
  );
  for (const { id } of responses)
    await database.query("update response set mailed_digest = $2 where id = $1", [id, mailedDigest(id)]);
  const codes = responses.map(({ id }) => mailedCode(id));
  const { told: theirs } = await walk(database, visitor, {
    ...nothing,
    receipt: codes.map((code) => ({ code })),
    receipts: [{ codes }],
  });
  const all = theirs.map(({ value }) => JSON.stringify(value)).join("\n");
  const own = responses.flatMap((response) => response.own);
  expect(responses.length).toBeGreaterThan(2);
  expect(all).toContain(codes[0]);
  for (const { id } of responses) expect(all).not.toContain(receiptCode(id));
  const leaked = asTheyAre(canaries, all);
  expect(canaries.filter(({ value }) => !own.includes(value) && leaked.has(value))).toEqual([]);
});

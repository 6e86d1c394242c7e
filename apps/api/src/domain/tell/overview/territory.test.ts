import { expect, test } from "vitest";
import { seededApi } from "../../../../test/site/demo.ts";

const api = seededApi();

test("the page of a territory tells the nearest of its meetings, in their order: the others are in the list of meetings", async () => {
  await api.database.query(
    `insert into meeting select (jsonb_populate_record(null::meeting, to_jsonb(m) || jsonb_build_object(
       'id', gen_random_uuid(), 'slug', 'proche-' || n, 'number', null, 'kind', 'LOCAL', 'draft', false,
       'cancelled_reason', null, 'territory_id', t.id, 'starts_at', now() + (n - 30.5) * interval '1 hour', 'ends_at', null))).*
     from (select * from meeting order by id limit 1) m, territory t, generate_series(1, 80) n where t.slug = 'morbihan'`,
  );
  const { data, errors } = await api.ask('{ territory(slug: "bretagne") { meetings { slug startsAt } } }');
  expect(errors).toBeUndefined();
  const { meetings } = data.territory;
  expect(meetings.map(({ slug }: { slug: string }) => slug)).toEqual(
    Array.from({ length: 36 }, (_, place) => `proche-${19 + place}`),
  );
});

test("the coming meetings of a territory are told, however many were held there", async () => {
  await api.database.query(
    `insert into meeting select (jsonb_populate_record(null::meeting, to_jsonb(m) || jsonb_build_object(
       'id', gen_random_uuid(), 'slug', 'ancienne-' || n, 'number', null, 'kind', 'LOCAL', 'draft', false,
       'cancelled_reason', null, 'territory_id', t.id, 'starts_at', now() - n * interval '5 hours', 'ends_at', null))).*
     from (select * from meeting order by id limit 1) m, territory t, generate_series(1, 2100) n where t.slug = 'gers'`,
  );
  await api.database.query(
    "update meeting set starts_at = now() + interval '3 days' where slug in ('ancienne-2099', 'ancienne-2100')",
  );
  const { data, errors } = await api.ask('{ territory(slug: "gers") { meetings { slug } } }');
  expect(errors).toBeUndefined();
  const told = data.territory.meetings.map(({ slug }: { slug: string }) => slug);
  expect(told).toHaveLength(14);
  expect(told.slice(0, 2)).toEqual(["ancienne-12", "ancienne-11"]);
  expect(told.slice(-2).toSorted()).toEqual(["ancienne-2099", "ancienne-2100"]);
});

import { expect, test } from "vitest";
import { seededApi } from "../../../../test/demo.ts";

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

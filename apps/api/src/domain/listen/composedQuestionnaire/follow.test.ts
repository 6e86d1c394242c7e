import { addDays } from "@cahier/schema/calendar/days";
import { expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { added } from "../../../../test/rows/builders.ts";
import { composingApi } from "../../../../test/acts/composing.ts";
import { dayOf, startOf } from "../../../platform/day.ts";
import { Milestones } from "../../meet/schedule/schedule.entity.ts";

const api = composingApi();
const today = dayOf(new Date());

test("a published questionnaire opens and closes with the step of its objective; once it is open it closes with it", async () => {
  const id = await api.published();
  const opens = addDays(today, 10);
  const closes = addDays(today, 40);
  const hour = 18 * 3_600_000;
  await api.rows("update questionnaire set opens_at = $2, closes_at = $3 where id = $1", [
    id,
    new Date(startOf(opens).getTime() + hour),
    new Date(startOf(closes).getTime() + hour),
  ]);
  const [asked] = await api.rows<{ objectiveId: string; groupId: string; slug: string }>(
    `select q.objective_id as "objectiveId", o.group_id as "groupId", g.slug from questionnaire q
     join objective o on o.id = q.objective_id join working_group g on g.id = o.group_id where q.id = $1`,
    [id],
  );
  const { objectiveId, groupId, slug } = asked!;
  const step = await added(api.database, Milestones, {
    groupId,
    objectiveId,
    position: 1,
    kind: "ONLINE_EXCHANGE",
    label: "Questionnaire",
    startsOn: opens,
    endsOn: closes,
    plannedStartsOn: opens,
    plannedEndsOn: closes,
  });
  const act = acting(api);
  const move = async (startsOn: string, endsOn: string) => {
    const [saved] = await api.rows<{ version: number }>("select version from schedule where group_id = $1", [groupId]);
    const moves = [{ id: step.id, startsOn, endsOn }];
    const input = { group: slug, version: saved?.version ?? 0, moves, preview: false, reason: "La salle est prise." };
    expect((await act("moveSchedule", input, "group { slug }", api.team[0])).problems).toEqual([]);
    const [now] = await api.rows<{ opensAt: Date; closesAt: Date }>(
      `select opens_at as "opensAt", closes_at as "closesAt" from questionnaire where id = $1`,
      [id],
    );
    return [dayOf(now!.opensAt), dayOf(now!.closesAt)];
  };
  const later = [addDays(opens, 150), addDays(closes, 150)] as const;
  expect(await move(...later)).toEqual(later);
  expect(await move(opens, closes)).toEqual([opens, closes]);
  const [hours] = await api.rows("select opens_at as at from questionnaire where id = $1", [id]);
  expect(hours).toEqual({ at: new Date(startOf(opens).getTime() + hour) });

  // Open, its beginning is known; of other days than its step, it stays.
  await api.rows("update questionnaire set opens_at = now() - interval '1 day' where id = $1", [id]);
  const begun = addDays(today, -1);
  expect(await move(opens, addDays(closes, 7))).toEqual([begun, addDays(closes, 7)]);
  await api.rows("update questionnaire set closes_at = closes_at + interval '1 day' where id = $1", [id]);
  expect(await move(opens, closes)).toEqual([begun, addDays(closes, 8)]);
});

import { expect, test } from "vitest";
import { mutationOf } from "../../../../test/acts/acting.ts";
import { testApi } from "../../../../test/site/api.ts";
import { smallInstance } from "../../../../test/rows/builders.ts";
import { announcedMeeting } from "../../../../test/acts/meetings.ts";
import { statementsOf } from "../../../../test/site/statements.ts";
import { viewerOf } from "../../../platform/viewer.ts";

const api = testApi();
const rows = <Row = object>(text: string, values: unknown[]) => api.database.query<Row[]>(text, values);

test("forty people are told that their meeting is cancelled in as many statements as two", async () => {
  const { group } = await smallInstance(api.database);
  const { id } = await announcedMeeting(api.database, group.id);
  const facilitator = viewerOf({ id: null, displayName: "Léa", language: "fr" }, [
    { role: "FACILITATOR", groupId: group.id, territoryId: null },
  ]);
  const coming = (from: number, to: number) =>
    rows(
      `with coming as (
         insert into attendance (key, code_digest, meeting_id, channel, arrival)
         select 'many-' || n, 'many-' || n, $1, 'ROOM', n from generate_series($2::int, $3) n returning id)
       insert into attendance_address (attendance_id, address, language) select id, id || '@example.org', 'fr' from coming`,
      [id, from, to],
    );
  const cancelled = async () => {
    const [meeting] = await rows<{ version: number }>("select version from meeting where id = $1", [id]);
    const input = { id, version: meeting!.version, reason: "Une grève." };
    const asked = await statementsOf(() => api.ask(mutationOf("cancelMeeting"), { input }, facilitator));
    const [mails] = await rows<{ told: number }>(
      `with gone as (delete from outgoing_mail where key like 'attendance CANCELLED %' returning id)
       select count(*)::int as told from gone`,
      [],
    );
    return { told: mails!.told, statements: asked.length };
  };
  await coming(1, 2);
  const two = await cancelled();
  await rows("update meeting set cancelled_reason = null where id = $1", [id]);
  await coming(3, 40);
  expect([two.told, await cancelled()]).toEqual([2, { ...two, told: 40 }]);
});

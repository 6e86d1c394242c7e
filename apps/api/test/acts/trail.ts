import { randomUUID } from "node:crypto";
import type { DataSource } from "typeorm";
import { tellByMail } from "../../src/domain/tell/trail/digest.commands.ts";
import type { Small } from "../rows/builders.ts";

/** Acts of a team on a text, straight into the tables; and the mails that wait to tell of them. */
export function trailOn(of: () => { database: DataSource; small: Small }) {
  let number = 100;
  const rows = <Row = any>(text: string, values: unknown[] = []) => of().database.query<Row[]>(text, values);
  const id = async (text: string, values: unknown[] = []) =>
    (await rows<{ id: string }>(`insert into ${text} returning id`, values))[0]!.id;
  const all = {
    rows,
    /** Somebody reads a text on a day. */
    async read(contributionId: string, on = "2012-03-16") {
      const reader = await id("person (display_name) values ('R')");
      await rows("insert into reading values ($1, $2, $3::timestamptz)", [contributionId, reader, `${on}T10:00Z`]);
    },
    /** Marks the first words of a text, under a stated key point. */
    async mark(contributionId: string, quote: string, sentence = "Se connaître suffit.") {
      const passageId = await id(
        `passage (contribution_id, starts_at, ends_at, quote, marked_at)
         values ($1, 0, length($2), $2, '2012-03-20T10:00Z')`,
        [contributionId, quote],
      );
      const keyPointId = await id(
        `key_point (objective_id, number, sentence, nature, state, stated_on)
         values ($1, (select coalesce(max(number), 100) + 1 from key_point where objective_id = $1), $2, 'DEFINITION',
           'STATED', '2012-03-20')`,
        [of().small.objective.id, sentence],
      );
      await rows("insert into key_point_passage values ($1, $2)", [keyPointId, passageId]);
      return { passageId, keyPointId };
    },
    /** Adds the next version of the objective's one synthesis, with a paragraph that rests on a key point. */
    async cite(keyPointId: string, state = "CIRCULATING", text = "On se connaît, et cela suffit.") {
      const [known] = await rows<{ id: string }>("select id from synthesis where objective_id = $1", [
        of().small.objective.id,
      ]);
      const synthesisId =
        known?.id ??
        (await id(`synthesis (slug, objective_id, title, state) values ($1, $2, 'Premier point d’étape', $3)`, [
          randomUUID(),
          of().small.objective.id,
          state,
        ]));
      const versionId = await id(
        `synthesis_version (synthesis_id, version, state, circulated_on, circulates_until, published_at)
         select $1, coalesce(max(version), 0) + 1, $2, '2012-04-01', '2012-04-08',
           case when $2 = 'PUBLISHED' then '2012-04-09T10:00Z'::timestamptz end from synthesis_version where synthesis_id = $1`,
        [synthesisId, state],
      );
      const paragraphId = await id(
        `synthesis_paragraph (version_id, origin_id, kind, position, text) values ($1, gen_random_uuid(), 'AGREEMENT', 1, $2)`,
        [versionId, text],
      );
      await rows("insert into citation (paragraph_id, key_point_id, against) values ($1, $2, false)", [
        paragraphId,
        keyPointId,
      ]);
      return { synthesisId, versionId, paragraphId };
    },
    publish: async ({ versionId }: { versionId: string }) => {
      await rows("update synthesis_version set state = 'PUBLISHED', published_at = '2012-04-09T10:00Z' where id = $1", [
        versionId,
      ]);
      await rows(
        `update synthesis s set state = 'PUBLISHED', version = v.version from synthesis_version v
         where v.id = $1 and s.id = v.synthesis_id`,
        [versionId],
      );
    },
    /** Sends the news, a day after the last time; answers how many mails. */
    tell: (day = ++number, database = of().database) =>
      tellByMail(database, { now: new Date(Date.UTC(2026, 0, day, 9)), pace: "DAY" }),
    waiting: () =>
      rows<{ id: string; recipient: string; subject: string; text: string; stop_link: string | null }>(
        "select * from outgoing_mail where recipient is not null order by queued_at, id",
      ),
    /** Reads the mails that wait for an address, and counts them as sent. */
    async mailsTo(address: string) {
      const mails = (await all.waiting()).filter(({ recipient }) => recipient === address);
      await rows("update outgoing_mail set recipient = null, text = null where id = any($1::uuid[])", [
        mails.map((mail) => mail.id),
      ]);
      return mails;
    },
  };
  return all;
}

import { expect, test } from "vitest";
import { answeringApi, text } from "../../../../test/acts/responses.ts";
import { trailOn } from "../../../../test/acts/trail.ts";
import { uniqueWord } from "../../../../test/site/uniqueWord.ts";
import { linkDigest } from "../../../platform/linkCode.ts";
import { purgeMails } from "../../../platform/mail/outbox.ts";
import { forgetNotices } from "./trail.writes.ts";

const api = answeringApi();
const team = trailOn(() => api);
const { rows, tell, mailsTo } = team;

const purge = () => forgetNotices(api.database.manager, new Date(), "13 months");

/** A response whose author asked to be told, read by the team. */
async function readAndFollowed(address: string) {
  const contribution = await (await api.sent({ text }, { followUpEmail: address })).contribution();
  await team.read(contribution.id as string);
  return { address, contributionId: contribution.id as string };
}

test("a mail that is forgotten does not make what it told news again", async () => {
  const { address } = await readAndFollowed("un@exemple.fr");
  await tell();
  expect(await mailsTo(address)).toHaveLength(1);
  await purge();
  await rows("update outgoing_mail set queued_at = queued_at - interval '14 months' where recipient is null");
  await purgeMails(api.database.manager, new Date(), "13 months");
  await tell();
  expect(await mailsTo(address)).toEqual([]);
});

test("of a group that ended long ago notices are forgotten: nothing that happened before is told again", async () => {
  const { address, contributionId } = await readAndFollowed("deux@exemple.fr");
  await tell();
  expect(await mailsTo(address)).toHaveLength(1);
  const ended = (ago: number) => rows(`update working_group set archived_on = current_date - ${ago}`);
  const kept = async () => (await rows("select from notice where contribution_id = $1", [contributionId])).length;
  await ended(390);
  await purge();
  expect(await kept()).toBe(1);
  await ended(400);
  await purge();
  expect(await kept()).toBe(0);

  // Taken up again, it tells what happens from then on alone.
  await rows("update working_group set archived_on = null");
  await tell();
  expect(await mailsTo(address)).toEqual([]);
  await rows("update notice_end set ended_on = '2012-03-18'");
  await team.mark(contributionId, "Un circuit court");
  await tell();
  const [mail] = await mailsTo(address);
  expect(mail!.text).not.toContain("Votre texte est lu.");
  await rows("delete from notice_end");
});

test("a mail that has not left names no initiative that was taken back, and tells the rest anew", async () => {
  const [name, naming] = [`Le four ${uniqueWord()}`, "nommee@exemple.fr"];
  const response = await api.sent({ text }, { followUpEmail: naming });
  const { id } = await response.contribution();
  await team.mark(id, "Un circuit court");
  const code = uniqueWord();
  await rows(
    `with told as (insert into initiative (slug, group_id, name, sector, territory_id, region_id, summary, criteria, state, status, code_digest, proposed_on)
       select $1, $2, $1, 'FOOD', t.id, t.id, 'Un four.', '{}', 'VALIDATED', 'VISIBLE', $3, current_date
       from territory t where t.slug = 'bretagne' returning id)
     insert into initiative_contribution (initiative_id, contribution_id, linked_on) select id, $4, '2012-03-17' from told`,
    [name, api.small.group.id, linkDigest("initiative", code), id],
  );
  const told = async () => (await rows("select text from outgoing_mail where recipient = $1", [naming]))[0]?.text;
  await team.tell(90_000);
  expect(await told()).toContain(name);
  const withdraw =
    "mutation ($input: WithdrawInitiativeInput!) { withdrawInitiative(input: $input) { problems { code } } }";
  expect((await api.ask(withdraw, { input: { code } })).data.withdrawInitiative.problems).toEqual([]);
  expect(await told()).toBeUndefined();
  await team.tell(90_001);
  expect(await told()).toContain("Se connaître suffit.");
  expect(await told()).not.toContain(name);
});

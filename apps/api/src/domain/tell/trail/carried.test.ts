import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { acting } from "../../../../test/acts/acting.ts";
import { personWith } from "../../../../test/site/people.ts";
import { answeringApi, text } from "../../../../test/acts/responses.ts";
import { trailOn } from "../../../../test/acts/trail.ts";
import { dayOf } from "../../../platform/day.ts";
import { viewerOf } from "../../../platform/viewer.ts";

const api = answeringApi();
const team = trailOn(() => api);
const { rows, tell, mailsTo } = team;
const today = dayOf(new Date());
/** A day that is past for whoever tells, whenever this runs. */
let later = 40_000;

async function rapporteur() {
  const id = await personWith(api.database, ["RAPPORTEUR"]);
  return viewerOf({ id, displayName: "R", language: "fr" }, [{ role: "RAPPORTEUR", groupId: null, territoryId: null }]);
}

test("those whose words fed a proposal are told once that it is carried, and once that it was answered", async () => {
  const [address, office] = [`${randomUUID()}@exemple.fr`, `commune-${randomUUID()}`];
  const response = await api.sent({ text }, { followUpEmail: address });
  const { id: contributionId } = await response.contribution();
  const { keyPointId } = await team.mark(contributionId, "Un circuit court");
  const [proposal] = await rows(
    `insert into proposal (slug, group_id, number, title, summary, state, created_on)
     select gen_random_uuid()::text, $1, coalesce(max(number), 0) + 1, 'Un lexique commun', 'Parler pareil.', 'OPEN', current_date
     from proposal returning id`,
    [api.small.group.id],
  );
  const [statement] = await rows(
    "insert into statement (proposal_id, part, position, text) values ($1, 'MEASURE', 1, 'Écrire un lexique.') returning id",
    [proposal.id],
  );
  await rows("insert into statement_key_point values ($1, $2)", [statement.id, keyPointId]);
  await rows(
    `insert into interlocutor (slug, name, level, category, remit)
     values ($1, 'La commune fictive', 'LOCAL', 'LOCAL_AUTHORITY', 'Décider.')`,
    [office],
  );
  await tell(++later);
  expect((await mailsTo(address))[0]!.text).toContain("Un lexique commun");

  const viewer = await rapporteur();
  const acts = acting(api);
  const act = async (name: string, input: object) => {
    const { problems, handover } = await acts(name, input, "handover { id version }", viewer);
    expect(problems).toEqual([]);
    return handover;
  };
  const carrier = { kind: "REGION", territory: "bretagne" };
  const opening = { key: randomUUID(), proposalId: proposal.id, interlocutor: office, ask: "Publier.", carrier };
  const opened = await act("openHandover", opening);
  await tell(++later);
  expect(await mailsTo(address)).toEqual([]);

  // Adopted by its group, it is told; what comes later is not in what was adopted.
  await rows(
    `with held as (insert into meeting (slug, group_id, kind, title, starts_at, place) values (gen_random_uuid()::text, $2, 'NATIONAL', 'Réunion', now(), 'Ici')
       returning id)
     insert into adoption (proposal_id, meeting_id, decided_on, method, presence, version_number, hash)
     select $1, id, current_date, 'CONSENT', '[]', 1, 'x' from held`,
    [proposal.id, api.small.group.id],
  );
  // The meeting may have been held before the words came that are frozen today.
  await rows("update adoption set decided_on = current_date - 3");
  await rows("update proposal set state_on = current_date where id = $1", [proposal.id]);
  expect((await api.receipt(response.code, "progress")).progress).toBe("ADOPTED");
  await tell(++later);
  expect((await mailsTo(address))[0]!.text).toContain("qui s’appuie dessus, est adoptée");

  const handing = { id: opened.id, version: opened.version, documentTitle: "Lettre", on: today };
  const handed = await act("handOver", handing);
  await tell(++later);
  const [carried] = await mailsTo(address);
  expect(carried!.text).toContain("est portée à qui peut décider");
  expect(carried!.text).toContain("La commune fictive");
  // Put right, it is not told again.
  const right = await act("handOver", { ...handing, version: handed.version, documentTitle: "La lettre" });
  await tell(++later);
  expect(await mailsTo(address)).toEqual([]);

  const reply = { id: opened.id, version: right.version, on: today, stance: "PARTLY", text: "En partie.", way: "POST" };
  const replied = await act("recordReply", reply);
  await tell(++later);
  expect((await mailsTo(address))[0]!.text).toContain("accord en partie");
  await act("recordReply", {
    ...reply,
    version: replied.version,
    stance: "ACCEPTED",
    correction: "La lettre dit oui.",
  });
  await tell(++later);
  expect(await mailsTo(address)).toEqual([]);
  // Their page says it, as it now stands.
  const shown = await api.receipt(response.code, "progress");
  expect(shown.progress).toBe("ANSWERED");
});

import { randomUUID } from "node:crypto";
import { dayOf } from "../../src/platform/day.ts";
import type { Viewer } from "../../src/platform/viewer.ts";
import { holderOf } from "../site/people.ts";
import type { testApi } from "../site/api.ts";
import { acting } from "./acting.ts";

export const today = dayOf(new Date());
export const inDays = (days: number) => dayOf(new Date(), days);
/** The slug of an office of the demonstration. */
export const office = "conseil-regional-direction-de-l-economie";

export const fields = `id ask state daysOverdue carrierKind carrierName carrierConsent carrierAsked { displayName }
  carrierTerritory { slug } documentTitle proposalVersion workingVersion openedOn contactedOn handedOverOn replyBy
  reply { stance text on way passedTo { slug } correctedOn correction } replyTakenBackOn replyTakenBackBecause handingTakenBackOn handingTakenBackBecause endedOn endReason
  commitments { id text dueOn state isLate reason version } log { id on text isContact } version
  viewerCan { hold note answerCarrying }`;

/** Acts by which a team carries proposals of the demonstration. */
export function carrying(api: ReturnType<typeof testApi>) {
  const rapporteur = () => holderOf(api.database, "RAPPORTEUR");
  const proposal = async () => {
    const text = `select p.id, (select max(number) from proposal_version where proposal_id = p.id) as version
      from proposal p where p.number = 1`;
    return (await api.database.query<{ id: string; version: number }[]>(text))[0]!;
  };

  const acts = acting(api, "code field value");
  const act = async (name: string, input: object, viewer?: Viewer) =>
    acts(name, input, `handover { ${fields} }`, viewer ?? (await rapporteur()));
  const see = async (id: string, viewer?: Viewer) =>
    (await api.ask(`query ($id: ID!) { handover(id: $id) { ${fields} } }`, { id }, viewer)).data.handover;
  const open = async (input: object = {}) =>
    act("openHandover", {
      key: randomUUID(),
      proposalId: (await proposal()).id,
      interlocutor: office,
      ask: "Inscrire un atelier au programme.",
      carrier: { kind: "REGION", territory: "bretagne" },
      ...input,
    });
  const handedOver = async (replyBy: string | null = inDays(30)) => {
    const { handover } = await open();
    return (
      await act("handOver", { id: handover.id, version: handover.version, documentTitle: "Lettre", on: today, replyBy })
    ).handover;
  };
  const replied = async () => {
    const { id, version } = await handedOver();
    const input = { id, version, on: today, stance: "PARTLY", text: "Oui, en automne.", way: "POST" };
    return (await act("recordReply", input)).handover;
  };

  return { act, see, open, handedOver, replied, proposal };
}

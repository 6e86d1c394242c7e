import { randomUUID } from "node:crypto";
import { remind } from "../../src/domain/carry/handover/reminder.jobs.ts";
import type { Language } from "../../src/graphql/resolvers.generated.ts";
import type { Viewer } from "../../src/platform/viewer.ts";
import { inDays, office, today } from "../acts/carrying.ts";
import { exchangeInput } from "../acts/exchanges.ts";
import type { mailingSite } from "./mailedLinks.ts";
import { uniqueWord } from "../site/uniqueWord.ts";

/** Acts about proposals, their handovers and exchanges of which somebody is told by mail. */
export const proposeActs = (site: ReturnType<typeof mailingSite>) => {
  const { api, act, rows, somebody, opened } = site;

  /** An open proposal with one sentence, of its own. */
  async function proposed() {
    const title = `Un lexique ${uniqueWord()}`;
    const [proposal] = await rows<{ id: string; slug: string; version: number }>(
      `insert into proposal (slug, group_id, number, title, summary, state, created_on)
       select gen_random_uuid()::text, (select id from working_group where slug = 'circuits-courts'),
         max(number) + 1, $1, 'Parler pareil.', 'OPEN', current_date from proposal returning id, slug, version`,
      [title],
    );
    await rows(
      "insert into statement (proposal_id, part, position, text) values ($1, 'MEASURE', 1, 'Écrire un lexique.')",
      [proposal!.id],
    );
    return { ...proposal!, title };
  }
  const statementOf = async (proposalId: string) =>
    (
      await rows<{ id: string; version: number }>("select id, version from statement where proposal_id = $1", [
        proposalId,
      ])
    )[0]!;

  /** Proposes other words, and leaves an address. */
  async function amended(proposalId: string, language: Language) {
    const to = `${uniqueWord()}@exemple.fr`;
    const text = `Un zinzolin ${uniqueWord()}.`;
    const input = {
      key: randomUUID(),
      proposalId,
      statementId: (await statementOf(proposalId)).id,
      text,
      why: "C’est clair.",
    };
    const { own } = await act("proposeAmendment", input, "own { code amendment { id } }");
    await act("leaveAddress", { code: own.code, email: to, language }, "");
    return { to, text, id: own.amendment.id as string };
  }

  async function handedOver(viewer: Viewer, proposalId: string, carrier: object) {
    const input = { key: randomUUID(), proposalId, interlocutor: office, ask: `Inscrire ${uniqueWord()}.`, carrier };
    const { handover } = await act("openHandover", input, "handover { id version ask }", viewer);
    return handover as { id: string; version: number; ask: string };
  }

  return {
    async "an amendment that is settled"(language: Language) {
      const { viewer } = await somebody(language, "RAPPORTEUR");
      const { id } = await proposed();
      const edited = await amended(id, language);
      const accept = async (amendment: string, text: string) => {
        const statementVersion = (await statementOf(id)).version;
        await act("acceptAmendment", { id: amendment, statementVersion, text, answer: null }, "", viewer);
      };
      await accept(edited.id, "Une phrase retouchée.");
      await opened(edited.to, language, edited.text);
      const taken = await amended(id, language);
      await accept(taken.id, taken.text);
      await opened(taken.to, language, taken.text);
      const refused = await amended(id, language);
      await act("refuseAmendment", { id: refused.id, reason: "La suite le dit." }, "", viewer);
      await opened(refused.to, language, "La suite le dit.");
    },

    async "an amendment whose proposal is over"(language: Language) {
      const { viewer } = await somebody(language, "RAPPORTEUR");
      const it = await proposed();
      const waiting = await amended(it.id, language);
      await act("withdrawProposal", { id: it.id, version: it.version, reason: "Nous n’en voulons plus." }, "", viewer);
      await opened(waiting.to, language, waiting.text);
    },

    async "what somebody supplied, taken up"(language: Language) {
      const { viewer } = await somebody(language, "RAPPORTEUR");
      const it = await proposed();
      const to = `${uniqueWord()}@exemple.fr`;
      const text = `Un zinzolin se rembourse, ${uniqueWord()}.`;
      const more = { slot: "AGAINST", territory: "bretagne", appearance: "ANONYMOUS" };
      const supplied = { key: randomUUID(), proposalId: it.id, text, ...more };
      const { own } = await act("supplyProposal", supplied, "own { code supply { id } }");
      await act("leaveAddress", { code: own.code, email: to, language }, "");
      const taking = {
        contributionId: own.supply.id,
        as: "OBJECTION",
        key: randomUUID(),
        text: "Et une avance perdue ?",
      };
      await act("takeUpSupply", taking, "", viewer);
      await opened(to, language, text);
    },

    async "a proposal that is to be carried, and its reply"(language: Language) {
      const [{ viewer }, carrier] = [await somebody(language, "RAPPORTEUR"), await somebody(language, "REFERENT")];
      const it = await proposed();
      const opening = await handedOver(viewer, it.id, { kind: "PERSON", personId: carrier.id });
      await opened(carrier.email, language, opening.ask, carrier.id);
      await act("answerCarrying", { id: opening.id, agreed: true }, "", carrier.viewer);
      const handing = { id: opening.id, version: opening.version + 1, documentTitle: "Lettre", on: today };
      await act("handOver", { ...handing, replyBy: inDays(20) }, "", viewer);
      for (const days of [14, 21]) {
        await remind(api.database.manager, new Date(Date.now() + days * 86_400_000));
        await opened(carrier.email, language, opening.ask, carrier.id);
      }
    },

    async "a reply that an office wrote by the link of its letter"(language: Language) {
      const rapporteur = await somebody(language, "RAPPORTEUR");
      const it = await proposed();
      const { id, version, ask } = await handedOver(rapporteur.viewer, it.id, {
        kind: "REGION",
        territory: "bretagne",
      });
      await act(
        "handOver",
        { id, version, documentTitle: "Lettre", on: today, replyBy: inDays(30) },
        "",
        rapporteur.viewer,
      );
      const making = { id, contact: "Le groupe, 02 98 00 00 00" };
      const { handover } = await act("makeOfficeLink", making, "handover { officeLink { code } }", rapporteur.viewer);
      const reply = { code: handover.officeLink.code, version: 0, stance: "PARTLY", text: "Oui, au printemps." };
      await act("answerAsOffice", reply, "");
      await opened(rapporteur.email, language, ask, rapporteur.id);
    },

    async "somebody who asks to meet the author of a notice"(language: Language) {
      const author = await somebody(language);
      await rows("update person set created_at = now() - interval '2 days' where id = $1", [author.id]);
      const title = `Une cave ${uniqueWord()}`;
      const { exchange } = await act(
        "postExchange",
        exchangeInput({ title, name: "Aline" }),
        "exchange { id }",
        author.viewer,
      );
      const asks = async () => {
        const asker = await somebody(language);
        const text = `Je cherche où garder ${uniqueWord()}.`;
        const id = randomUUID();
        await act("askIntroduction", { id, exchangeId: exchange.id, text, name: "Bruno" }, "", asker.viewer);
        await opened(author.email, language, text, author.id);
        return { asker, id };
      };
      const [yes, no] = [await asks(), await asks()];
      await act("answerIntroduction", { id: yes.id, accept: true }, "", author.viewer);
      await opened(author.email, language, "", author.id);
      await opened(yes.asker.email, language, "", yes.asker.id);
      await act("answerIntroduction", { id: no.id, accept: false }, "", author.viewer);
      // Others, who look for the same or offer it.
      await opened(no.asker.email, language, title, no.asker.id);
    },
  };
};

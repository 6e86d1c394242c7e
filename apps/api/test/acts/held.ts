import { randomUUID } from "node:crypto";
import { beforeAll, expect } from "vitest";
import { type Viewer, visitor } from "../../src/platform/viewer.ts";
import { trying } from "./acting.ts";
import type { seededApi } from "../site/demo.ts";
import { uniqueWord } from "../site/uniqueWord.ts";

/** Each way in which a text comes to wait for a moderator, on the demonstration. */
export function heldTexts(api: ReturnType<typeof seededApi>) {
  let questionnaire: { id: string; ids: Record<string, string>; option: string };
  beforeAll(async () => {
    const { data } = await api.ask(
      `{ questionnaire(slug: "questionnaire-4") { id sections { questions { id code options { value } } } } }`,
    );
    const questions = data.questionnaire.sections.flatMap((section: any) => section.questions);
    questionnaire = {
      id: data.questionnaire.id,
      ids: Object.fromEntries(questions.map(({ id, code }: any) => [code, id])),
      option: questions.find(({ code }: any) => code === "4.1").options[0].value,
    };
  });

  const attempt = trying(api);
  async function act(name: string, input: object, fields: string, viewer: Viewer = visitor) {
    const { payload, code } = await attempt(name, input, fields, viewer);
    return { ...payload, error: code };
  }

  const one = async (text: string) => (await api.database.query<{ id: string }[]>(text))[0]!.id;
  const openProposal = () => one("select id from proposal where number = 2");

  /** Answers from Finistère, by the codes of their questions. */
  const answered = (answers: Record<string, unknown>) =>
    Object.entries({ "4.9": "DEPARTMENT:29", "4.1": questionnaire.option, ...answers }).map(([code, value]) => ({
      questionId: questionnaire.ids[code],
      value,
    }));

  async function respond(answers: Record<string, unknown>, more: object = {}) {
    const { receipt, problems } = await act(
      "submitResponse",
      {
        key: randomUUID(),
        questionnaireId: questionnaire.id,
        appearance: "ANONYMOUS",
        answers: answered(answers),
        ...more,
      },
      "receipt { code status contributions { id body status } }",
    );
    expect(problems).toEqual([]);
    return receipt as { code: string; status: string; contributions: { id: string; body: string; status: string }[] };
  }

  /** Each way in which a text comes to wait: its id, and its words as anybody reads them. */
  const ways = {
    async CONTRIBUTION(words: string) {
      const { contributions } = await respond({ "4.2": words });
      const { id } = contributions[0]!;
      return {
        id,
        read: async () =>
          (await api.ask(`{ contribution(id: "${id}") { body } }`)).data.contribution?.body || undefined,
      };
    },
    async SUPPLY(words: string) {
      const { own } = await act(
        "supplyProposal",
        {
          key: randomUUID(),
          proposalId: await openProposal(),
          slot: "FOR",
          text: words,
          territory: "bretagne",
          appearance: "ANONYMOUS",
        },
        "own { supply { id } }",
      );
      const { id } = own.supply;
      return {
        id,
        read: async () =>
          (await api.ask(`{ contribution(id: "${id}") { body } }`)).data.contribution?.body || undefined,
      };
    },
    async REACTION(words: string) {
      const subjectId = await openProposal();
      const { reaction } = await act(
        "react",
        { key: randomUUID(), subject: "PROPOSAL", subjectId, kind: "COMPLETE", text: words },
        "reaction { id }",
      );
      const read = async () => {
        const { data } = await api.ask(
          `{ proposal(slug: "${await one(`select slug as id from proposal where id = '${subjectId}'`)}") { reactions { id text } } }`,
        );
        return data.proposal.reactions.find(({ id }: any) => id === reaction.id)?.text;
      };
      return { id: reaction.id, read };
    },
    async AGENDA_REQUEST(words: string) {
      const meeting = await one("select id from meeting where starts_at > now() and cancelled_reason is null limit 1");
      const key = randomUUID();
      await act("askForAgenda", { key, meetingId: meeting, text: words }, "held");
      const id = await one(`select id from agenda_request where key = '${key}'`);
      const slug = await one(`select slug as id from meeting where id = '${meeting}'`);
      const read = async () => {
        const { data } = await api.ask(`{ meeting(slug: "${slug}") { agendaRequests { id text } } }`);
        return data.meeting.agendaRequests.find((request: any) => request.id === id)?.text;
      };
      return { id, read };
    },
    async AMENDMENT(words: string) {
      const proposalId = await openProposal();
      const statementId = await one(`select id from statement where proposal_id = '${proposalId}' order by id`);
      const { own } = await act(
        "proposeAmendment",
        { key: randomUUID(), proposalId, statementId, text: words, why: "Parce que c’est plus clair." },
        "own { amendment { id } }",
      );
      const { id } = own.amendment;
      return { id, read: async () => (await api.ask(`{ amendment(id: "${id}") { text } }`)).data.amendment?.text };
    },
    async INITIATIVE(words: string) {
      const { proposed } = await act(
        "proposeInitiative",
        {
          key: randomUUID(),
          consent: true,
          sheet: {
            name: `L’atelier ${uniqueWord()}`,
            territory: "finistere",
            sector: "CULTURE",
            summary: words,
            criteria: [{ key: "SOCIAL_LINK", score: 3, reason: "Un repas chaque mois." }],
            results: [],
            obstacles: [],
            levers: [],
          },
        },
        "proposed { initiative { id slug } }",
      );
      const { id, slug } = proposed.initiative;
      return {
        id,
        read: async () => (await api.ask(`{ initiative(slug: "${slug}") { summary } }`)).data.initiative?.summary,
      };
    },
  };

  return { act, one, answered, respond, ways };
}

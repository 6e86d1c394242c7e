import { randomUUID } from "node:crypto";
import { beforeAll } from "vitest";
import type { Viewer } from "../../src/platform/viewer.ts";
import type { seededApi } from "../site/demo.ts";
import { heldTexts } from "../acts/held.ts";
import { holderOf } from "../site/people.ts";

/** Reactions to three open proposals, and the moderator who reads those that wait. */
export function flooding(api: ReturnType<typeof seededApi>) {
  const { act, one, answered, respond } = heldTexts(api);
  const people = {} as { moderator: Viewer };
  const proposals: string[] = [];
  beforeAll(async () => {
    people.moderator = await holderOf(api.database, "MODERATOR");
    const found = await api.database.query<{ id: string }[]>(
      "select id from proposal where state = 'OPEN' order by number limit 3",
    );
    proposals.push(...found.map(({ id }) => id));
  });

  const react = async (
    text: string,
    device: string = randomUUID(),
    subjectId = proposals[0],
    address?: string,
    viewer?: Viewer,
  ) =>
    (
      await api.ask(
        "mutation ($input: ReactInput!) { react(input: $input) { problems { code } held reaction { id status } } }",
        { input: { key: randomUUID(), subject: "PROPOSAL", subjectId, kind: "SUPPORT", text } },
        viewer,
        { device: () => device, address },
      )
    ).data.react as { problems: object[]; held: boolean; reaction: { id: string } };
  const queue = async () =>
    (
      await api.ask(
        "{ moderationDesk { heldCount held(first: 50) { nodes { id kind version because alike } } reviews { mode until } } }",
        {},
        people.moderator,
      )
    ).data.moderationDesk;
  const choose = (mode: string, until: string | null = null) =>
    act("chooseReview", { group: "circuits-courts", mode, until }, "review { mode until }", people.moderator);
  const clear = async (nodes: any[]) => {
    const texts = nodes.map(({ id, kind, version }) => ({ kind, textId: id.split(":")[1], version }));
    const input = { texts, outcome: "HIDDEN", reason: "DUPLICATE", alike: true };
    return act("ruleTexts", input, "rulings { id }", people.moderator);
  };

  return { act, one, answered, respond, people, proposals, react, queue, choose, clear };
}

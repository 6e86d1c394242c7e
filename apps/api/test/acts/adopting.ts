import { beforeAll, expect } from "vitest";
import type { Viewer } from "../../src/platform/viewer.ts";
import { seededApi } from "../site/demo.ts";
import { heldMeeting, type HeldMeeting } from "./meetings.ts";
import { holders } from "../site/people.ts";
import { acting } from "./acting.ts";

/** The demonstration with a meeting that was held, its rapporteur and its facilitator; proposals are read in these fields. */
export function adopting(fields: string) {
  const api = seededApi();
  const people = holders(api, "RAPPORTEUR", "FACILITATOR");
  let held: HeldMeeting;
  beforeAll(async () => {
    held = await heldMeeting(api.database, { bretagne: 7, guyane: 2 });
  });

  const see = async (slug: string, viewer?: Viewer) =>
    (await api.ask(`query ($slug: String!) { proposal(slug: $slug) { ${fields} } }`, { slug }, viewer)).data.proposal;

  const at = async (slug: string) => {
    const { id, version } = await see(slug, people.RAPPORTEUR);
    return { id, version };
  };

  const acts = acting(api, "code field value");
  const act = (name: string, input: object, viewer: Viewer | undefined = people.RAPPORTEUR) =>
    acts(name, input, name === "refuseAmendment" ? "" : `proposal { ${fields} }`, viewer);

  return {
    api,
    people,
    see,
    at,
    act,
    /** Decision by consent at the meeting. */
    consent: () => ({ meetingId: held.id, decidedOn: held.day, method: "CONSENT" }),
    stabilised: async (slug: string) => {
      const { problems } = await act("stabiliseProposal", await at(slug));
      expect(problems).toEqual([]);
    },
  };
}

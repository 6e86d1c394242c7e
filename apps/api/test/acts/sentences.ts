import { randomUUID } from "node:crypto";
import { beforeAll } from "vitest";
import type { Viewer } from "../../src/platform/viewer.ts";
import { trying } from "./acting.ts";
import { seededApi } from "../site/demo.ts";
import { holderOf } from "../site/people.ts";

/** The draft of a proposal in the demonstration, and its sentences as a rapporteur writes and sources them. */
export function draftWithSentences() {
  const api = seededApi();
  const attempt = trying(api, "code field value");
  let rapporteur: Viewer;
  let proposalId: string;
  beforeAll(async () => {
    rapporteur = await holderOf(api.database, "RAPPORTEUR");
    const [draft] = await api.database.query<{ id: string }[]>("select id from proposal where number = 6");
    proposalId = draft!.id;
  });

  const act = async (name: string, fields: string, input: object, viewer?: Viewer) => {
    const { payload, errors } = await attempt(name, input, fields, viewer);
    return { errors, ...payload };
  };
  const write = (input: object, viewer: Viewer | undefined = rapporteur) =>
    act(
      "writeStatement",
      `statement { id part position text version sourcesVersion proposal { id } } current { text version } proposal { id }`,
      { proposalId, part: "MEASURE", version: 0, ...input },
      viewer,
    );
  return {
    api,
    get rapporteur() {
      return rapporteur;
    },
    get proposalId() {
      return proposalId;
    },
    act,
    write,
    source: (input: object, viewer: Viewer | undefined = rapporteur) =>
      act(
        "sourceStatement",
        `statement { version peopleCount regionCount keyPoints { id } passages { id quote } ownPassages { id } }
         current { keyPoints { id } }`,
        { keyPointIds: [], passageIds: [], ...input },
        viewer,
      ),
    async written(text = "Une mesure.") {
      const { statement } = await write({ id: randomUUID(), text });
      return statement as { id: string; version: number; position: number; sourcesVersion: string };
    },
  };
}

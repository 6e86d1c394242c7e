import { randomUUID } from "node:crypto";
import { beforeAll } from "vitest";
import { seedEmpty } from "../../src/seed/empty.ts";
import type { Viewer } from "../../src/platform/viewer.ts";
import { acting } from "./acting.ts";
import type { testApi } from "../site/api.ts";
import { personWith, signedIn } from "../site/people.ts";

export const wholeGroup = `group { id slug name state version finalOn launchStep commitments smallTeam
  objectives { slug number name version questionnaire { slug } } milestones { kind startsOn endsOn } }`;

/** An empty site with one administrator, who begins groups. */
export function launching(api: ReturnType<typeof testApi>) {
  const act = acting(api);
  const people = {} as { administrator: Viewer };
  beforeAll(async () => {
    await seedEmpty(api.database);
    people.administrator = await signedIn(api.database, await personWith(api.database, ["ADMINISTRATOR"]));
  });
  /** A group begun from a starter. */
  const begin = (fields: object = {}, viewer = people.administrator) =>
    act(
      "createGroup",
      {
        key: randomUUID(),
        theme: "une-finance-alternative",
        starter: "FULL",
        name: "Une finance alternative",
        finalGoal: "Faire admettre l’épargne solidaire.",
        ...fields,
      },
      wholeGroup,
      viewer,
    );
  return { act, begin, people };
}

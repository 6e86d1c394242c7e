import { rights } from "@cahier/schema/rights";
import { beforeAll, expect, test } from "vitest";
import type { Role } from "../../src/graphql/resolvers.generated.ts";
import { type Viewer, visitor } from "../../src/platform/viewer.ts";
import { seededApi } from "../site/demo.ts";
import { inputsFor } from "./inputs.ts";
import { holderOf } from "../site/people.ts";
import { schema } from "./walk.ts";

const api = seededApi();
const { inputOf } = inputsFor(api);

/** Acts that end what the others are about. */
const ending = new Set(["eraseAccount", "replaceList", "archiveGroup", "importTerritories", "removeObjective"]);
const acts = Object.values(schema.getMutationType()!.getFields()).filter(({ name }) => !ending.has(name));

const team = new Map<Role, Viewer>();
beforeAll(async () => {
  for (const role of ["ADMINISTRATOR", "MODERATOR", "REFERENT", "RAPPORTEUR", "FACILITATOR"] as const)
    team.set(role, await holderOf(api.database, role));
});

/** Somebody who may do an act. */
function whoMay(act: string): Viewer {
  const allowed = rights[act]!;
  if (allowed === "ANYONE") return visitor;
  const role = allowed === "SIGNED_IN" ? "ADMINISTRATOR" : allowed.find((one) => team.has(one));
  return team.get(role ?? "ADMINISTRATOR")!;
}

test("eight people do anything at once, on the same things: none breaks another, and the figures that are kept stay right", async () => {
  const answered = new Map<string, number>();
  const broken: string[] = [];
  const acting = async () => {
    for (let done = 0; done < 60; done++) {
      const { name, args } = acts[Math.floor(Math.random() * acts.length)]!;
      // Its subject is gone by now.
      const input = await inputOf(name).catch(() => null);
      if (!input) continue;
      const query = `mutation ($input: ${String(args[0]!.type)}) { ${name}(input: $input) { problems { code } } }`;
      const { data, errors } = await api.ask(query, { input }, whoMay(name));
      const code = errors?.[0]?.extensions.code ?? data[name].problems[0]?.code ?? "done";
      answered.set(code, (answered.get(code) ?? 0) + 1);
      if (code === "INTERNAL" || code === "UNAVAILABLE") broken.push(`${name}: ${errors![0]!.message}`);
    }
  };
  await Promise.all(Array.from({ length: 8 }, acting));
  expect(broken).toEqual([]);
  expect(answered.get("done")).toBeGreaterThan(50);
});

import { rights } from "@cahier/schema/rights";
import { describe, expect, test } from "vitest";
import type { Role } from "../../src/graphql/resolvers.generated.ts";
import { walkedApi } from "../site/demo.ts";
import { actsOn, guarded } from "./rightsOfActs.ts";

describe("who may act, and does", () => {
  const { act, holding } = actsOn(walkedApi());

  test.each(guarded.flatMap(({ name }) => (rights[name] as readonly Role[]).map((role) => [name, role] as const)))(
    "%s is for a %s to do",
    async (name, role) => {
      expect((await act(name, await holding(role))).code).toBeUndefined();
    },
  );
});

import { actNames } from "@cahier/schema/rights.names";
import { describe, expect, test } from "vitest";
import type { Role } from "../../src/graphql/resolvers.generated.ts";
import { viewerOf, visitor, type HeldRole, type Viewer } from "../../src/platform/viewer.ts";
import { walkedApi } from "../site/demo.ts";
import { rights } from "@cahier/schema/rights";
import { actsOn, guarded, mutations, withAccount } from "./rightsOfActs.ts";
import { alsoEverywhere, shared } from "./scopes.ts";

describe("who may act", () => {
  const api = walkedApi();

  test("every act has its line in the table of rights", () => {
    expect(mutations.map(({ name }) => name).toSorted()).toEqual(Object.keys(rights).toSorted());
  });

  test("every act has its words, in both languages, on the page of rights", () => {
    expect(Object.keys(actNames).toSorted()).toEqual(Object.keys(rights).toSorted());
    for (const [act, name] of Object.entries(actNames))
      for (const locale of ["fr", "en"] as const) expect([act, name({}, { locale }).length > 3]).toEqual([act, true]);
  });

  test("a page opens to a viewer exactly the acts their rights allow", async () => {
    const rightsOf = async (viewer: Viewer) => {
      const asked =
        "{ viewerCan { keepInterlocutors judgeInitiatives read compose noteCoherence giveRoles moderate } }";
      const { viewerCan } = (await api.ask(asked, {}, viewer)).data as { viewerCan: Record<string, boolean> };
      return Object.keys(viewerCan).filter((right) => viewerCan[right]);
    };
    const only = (role: Role) =>
      viewerOf({ ...visitor, id: crypto.randomUUID() }, [{ role, groupId: null, territoryId: null }]);
    const rapporteur = ["keepInterlocutors", "judgeInitiatives", "read", "noteCoherence"];
    expect(await rightsOf(visitor)).toEqual([]);
    for (const [role, can] of [
      ["ADMINISTRATOR", ["keepInterlocutors", "compose", "giveRoles"]],
      ["RAPPORTEUR", rapporteur],
      ["FACILITATOR", ["keepInterlocutors", "judgeInitiatives", "compose", "giveRoles"]],
      ["REFERENT", []],
      ["MODERATOR", ["moderate"]],
    ] as const)
      expect(await rightsOf(only(role))).toEqual(can);
  });

  const { act, holding, inputOf } = actsOn(api);
  const hasScope = (role: Role) => role !== "ADMINISTRATOR";
  const holder = (...roles: HeldRole[]) => viewerOf({ id: null, displayName: "Quelqu’un", language: "fr" }, roles);

  test.each(withAccount.map(({ name }) => name))("%s is refused to a visitor", async (name) => {
    expect(await act(name)).toEqual({ done: null, code: "UNAUTHENTICATED" });
  });

  test.each(guarded.map(({ name }) => name))("%s is refused to whoever holds no right to it", async (name) => {
    const allowed = rights[name] as readonly Role[];
    const somebody = await holding(allowed[0]!);
    const elsewhere = allowed
      .filter(hasScope)
      .map((role) => ({ role, groupId: crypto.randomUUID(), territoryId: null }));
    const others = (["MEMBER", "MODERATOR", "REFERENT", "RAPPORTEUR", "FACILITATOR", "ADMINISTRATOR"] as const)
      .filter((role) => !allowed.includes(role) && alsoEverywhere[name] !== role)
      .map((role) => [{ role, groupId: null, territoryId: null }]);
    // Refused, it changes nothing: the same input is right for the next one.
    const input = await inputOf(name);
    for (const roles of [[], ...(shared.has(name) ? [] : [elsewhere]), ...others])
      expect(await act(name, { ...holder(...roles), id: somebody.id }, input)).toEqual({
        done: null,
        code: "FORBIDDEN",
      });
  });

  test("the reading desk is refused to a visitor and to a member", async () => {
    for (const viewer of [visitor, holder({ role: "MEMBER", groupId: null, territoryId: null })]) {
      const { data, errors } = await api.ask("{ readingDesk { read } }", {}, viewer);
      expect(data).toBeFalsy();
      expect(["UNAUTHENTICATED", "FORBIDDEN"]).toContain(errors?.[0]?.extensions.code);
    }
  });
});

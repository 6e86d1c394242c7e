import { getNullableType, isEnumType, isInputObjectType, isListType, type GraphQLInputType } from "graphql";
import { describe, expect, test } from "vitest";
import type { Role } from "../src/graphql/resolvers.generated.ts";
import { viewerOf, visitor, type HeldRole, type Viewer } from "../src/platform/viewer.ts";
import { seededApi } from "./demo.ts";
import { holderOf } from "./people.ts";
import { rights, shared, subjects } from "./rights.ts";
import { schema } from "./walk.ts";

describe("who may act", () => {
  const api = seededApi();

  test("every act has its line in the table of rights", () => {
    expect(mutations.map(({ name }) => name).toSorted()).toEqual(Object.keys(rights).toSorted());
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
    const all = ["keepInterlocutors", "judgeInitiatives", "read", "compose", "noteCoherence", "giveRoles"];
    expect(await rightsOf(visitor)).toEqual([]);
    for (const [role, can] of [
      ["ADMINISTRATOR", all],
      ["RAPPORTEUR", all.filter((right) => right !== "compose" && right !== "giveRoles")],
      ["FACILITATOR", ["keepInterlocutors", "judgeInitiatives", "compose", "giveRoles"]],
      ["REFERENT", []],
      ["MODERATOR", ["moderate"]],
    ] as const)
      expect(await rightsOf(only(role))).toEqual(can);
  });

  const mutations = Object.values(schema.getMutationType()!.getFields());
  const withAccount = mutations.filter(({ name }) => rights[name] !== "ANYONE");
  const guarded = withAccount.filter(({ name }) => rights[name] !== "SIGNED_IN");
  const id = async (text: string) =>
    (await api.database.query<[{ id: string }]>(`select id from ${text} limit 1`))[0].id;

  /** A paper sheet typed in by an administrator, so by none of the viewers under test. */
  const entered = async () => {
    const paper = await id("response where channel = 'PAPER'");
    const text = `update response set entered_by_id = (
      select person_id from role_grant where role = 'ADMINISTRATOR' limit 1) where id = $1`;
    await api.database.query(text, [paper]);
    return paper;
  };

  /** A contribution supplied to a proposal. */
  const supplied = async () => {
    const contribution = await id("contribution where status = 'VISIBLE' order by id");
    const text = `insert into supply (contribution_id, proposal_id, slot, key, digest, code_digest)
      values ($1, $2, 'FOR', 'x', 'x', 'x') on conflict do nothing`;
    await api.database.query(text, [contribution, await id("proposal")]);
    return contribution;
  };

  /** A ruling of a moderator. */
  const ruled = async () => {
    const text = `insert into ruling (kind, text_id, group_id, outcome, ruled_by_id, ruled_at)
      select 'CONTRIBUTION', $1, $2, 'HIDDEN', person_id, now() from role_grant limit 1 returning id`;
    const values = [await id("contribution where status = 'HIDDEN'"), await id("working_group")];
    return (await api.database.query<[{ id: string }]>(text, values))[0].id;
  };

  /** An invitation that waits, for the whole site. */
  const invited = async () => {
    await api.database.query(`insert into invitation (key, token_digest, role, made_at, expires_at)
      values ('x', 'x', 'ADMINISTRATOR', now(), now() + interval '1 day') on conflict (key) do nothing`);
    return id("invitation");
  };

  /** A valid input for an act: only the viewer may be wrong. */
  async function inputOf(mutation: string): Promise<object> {
    // Looked up only for the ids an input asks for: two or three, not twenty.
    const ids: Record<string, () => Promise<string> | string> = {
      id: () =>
        /Invitation$/.test(mutation)
          ? invited()
          : mutation === "undoRuling"
            ? ruled()
            : id(subjects.find(([acts]) => acts.test(mutation))?.[1] ?? "proposal"),
      textId: () => id("contribution where status = 'HELD'"),
      contributionId: () => (mutation === "takeUpSupply" ? supplied() : id("contribution where status = 'VISIBLE'")),
      keyPointId: () => id("key_point where state = 'STATED'"),
      intoId: () => id("key_point where state = 'STATED' order by number desc"),
      personId: () => id("person"),
      passageId: () => id("passage"),
      proposalId: () => id("proposal"),
      initiativeId: () => id("initiative"),
      exchangeId: () => id("exchange"),
      handoverId: () => id("handover where replied_on is not null"),
      synthesisId: () => id("synthesis"),
      againstId: () => id("key_point where state = 'STATED'"),
      causedByReaction: () => id("reaction"),
      causedByMeeting: () => id("meeting"),
      reactionId: () => id("reaction"),
      meetingId: () => id("meeting"),
      statementId: () => id("statement"),
      questionnaireId: () => id("questionnaire"),
      sectionId: () => id("section"),
      questionId: () => id("question where type = 'SINGLE_CHOICE'"),
      entryId: entered,
      key: () => crypto.randomUUID(),
    };
    const make = async (type: GraphQLInputType, name: string): Promise<unknown> => {
      const bare = getNullableType(type);
      if (isListType(bare)) return [await make(bare.ofType, name.replace(/s$/, ""))];
      if (isInputObjectType(bare)) {
        const made: Record<string, unknown> = {};
        for (const field of Object.values(bare.getFields())) made[field.name] = await make(field.type, field.name);
        return made;
      }
      if (isEnumType(bare)) return bare.getValues()[0]!.name;
      if (bare.name === "ID") return (await ids[name]?.()) ?? null;
      if (bare.name === "Int") return 1;
      if (bare.name === "Boolean") return false;
      if (bare.name === "DateTime") return new Date(Date.now() + 86_400_000).toISOString();
      if (bare.name === "Date") return new Date().toISOString().slice(0, 10);
      if (bare.name === "AnswerValue") return {};
      if (name === "group" || name === "theme") return "circuits-courts";
      return name === "objective" ? "objectif-1" : "Un texte.";
    };
    return (await make(schema.getMutationType()!.getFields()[mutation]!.args[0]!.type, "input")) as object;
  }

  const act = async (mutation: string, viewer = visitor) => {
    const [input] = schema.getMutationType()!.getFields()[mutation]!.args;
    const { data, errors } = await api.ask(
      `mutation ($input: ${String(input!.type)}) { ${mutation}(input: $input) { problems { code } } }`,
      { input: await inputOf(mutation) },
      viewer,
    );
    return { done: data?.[mutation] ?? null, code: errors?.[0]?.extensions.code };
  };

  const holder = (...roles: HeldRole[]) => viewerOf({ id: null, displayName: "Quelqu’un", language: "fr" }, roles);

  test.each(withAccount.map(({ name }) => name))("%s is refused to a visitor", async (name) => {
    expect(await act(name)).toEqual({ done: null, code: "UNAUTHENTICATED" });
  });

  test.each(guarded.map(({ name }) => name))("%s is refused to whoever holds no right to it", async (name) => {
    const allowed = rights[name] as readonly Role[];
    const somebody = await holderOf(api.database, allowed[0]!);
    const elsewhere = allowed.map((role) => ({ role, groupId: crypto.randomUUID(), territoryId: null }));
    const others = (["MEMBER", "MODERATOR", "REFERENT", "RAPPORTEUR", "FACILITATOR"] as const)
      .filter((role) => !allowed.includes(role))
      .map((role) => [{ role, groupId: null, territoryId: null }]);
    for (const roles of [[], ...(shared.has(name) ? [] : [elsewhere]), ...others])
      expect(await act(name, { ...holder(...roles), id: somebody.id })).toEqual({ done: null, code: "FORBIDDEN" });
  });

  test.each(guarded.flatMap(({ name }) => (rights[name] as readonly Role[]).map((role) => [name, role] as const)))(
    "%s is for a %s to do",
    async (name, role) => {
      expect((await act(name, await holderOf(api.database, role))).code).toBeUndefined();
    },
  );

  test("the reading desk is refused to a visitor and to a member", async () => {
    for (const viewer of [visitor, holder({ role: "MEMBER", groupId: null, territoryId: null })]) {
      const { data, errors } = await api.ask("{ readingDesk { read } }", {}, viewer);
      expect(data).toBeFalsy();
      expect(["UNAUTHENTICATED", "FORBIDDEN"]).toContain(errors?.[0]?.extensions.code);
    }
  });
});

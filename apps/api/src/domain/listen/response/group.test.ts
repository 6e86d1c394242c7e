import { describe, expect, test } from "vitest";
import { answeringApi, text } from "../../../../test/acts/responses.ts";

const api = answeringApi();
const { ask, inputOf, receipt, rows, stored, submit } = api;

const group = { speaksAs: "GROUP", organisationName: "Conseil citoyen (fictif)", peopleCount: 40 } as const;
const structure = { speaksAs: "ORGANISATION", organisationName: "SCIC fictive" } as const;
const named = { appearance: "NAMED", authorName: "Ano" } as const;

async function published(more: object) {
  const input = inputOf({ text }, more);
  const { problems, receipt: given } = await submit(input, "code speaksAs organisationName peopleCount");
  const { id } = (await stored(input.key)) ?? {};
  const [contribution] = id ? await rows("select id from contribution where response_id = $1", [id]) : [];
  const { data } = await ask("query ($id: ID!) { contribution(id: $id) { speaksAs organisationName authorName } }", {
    id: contribution?.id ?? "none",
  });
  return { problems, given, id, shown: data.contribution };
}

describe("a response speaks for somebody, for a structure or for a group", () => {
  test("for oneself, unless said otherwise: a name or a number is then left out", async () => {
    const { given, shown } = await published({ ...named, organisationName: "SCIC", peopleCount: 3 });
    expect(given).toMatchObject({ speaksAs: "INDIVIDUAL", organisationName: null, peopleCount: null });
    expect(shown).toEqual({ speaksAs: "INDIVIDUAL", organisationName: null, authorName: "Ano" });
  });

  test("for a structure: its name is shown where one appears under a name", async () => {
    const { given, shown } = await published({ ...named, ...structure });
    expect(given).toMatchObject({ speaksAs: "ORGANISATION", organisationName: "SCIC fictive", peopleCount: null });
    expect(shown).toEqual({ ...structure, authorName: "Ano" });
  });

  test("the name of a structure is a name to appear under", async () => {
    const { problems, shown } = await published({ appearance: "NAMED", ...structure });
    expect(problems).toEqual([]);
    expect(shown).toEqual({ ...structure, authorName: null });
  });

  test("« sans nom » shows no structure’s name either, and « non publiée » nothing", async () => {
    const { shown } = await published({ appearance: "ANONYMOUS", ...structure });
    expect(shown).toEqual({ speaksAs: "ORGANISATION", organisationName: null, authorName: null });
    expect((await published({ appearance: "UNPUBLISHED", ...structure })).shown).toBeNull();
    expect(
      await rows("select from contribution where organisation_name is not null and appearance <> 'NAMED'"),
    ).toEqual([]);
  });

  test("for a group: with how many people, which its receipt tells again", async () => {
    const { given } = await published({ ...named, ...group });
    expect(given).toMatchObject(group);
    expect(await receipt(given.code, "speaksAs organisationName peopleCount")).toEqual(group);
  });

  test.each([
    [{ speaksAs: "GROUP" }, "COUNT_REQUIRED", "peopleCount"],
    [{ speaksAs: "GROUP", peopleCount: 1 }, "OUT_OF_RANGE", "peopleCount"],
    [{ speaksAs: "GROUP", peopleCount: 1_000_000 }, "OUT_OF_RANGE", "peopleCount"],
    [{ speaksAs: "ORGANISATION" }, "REQUIRED", "organisationName"],
    [{ speaksAs: "ORGANISATION", organisationName: "x".repeat(161) }, "TOO_LONG", "organisationName"],
  ])("%j is refused with %s", async (more, code, field) => {
    expect((await published({ appearance: "ANONYMOUS", ...more })).problems).toMatchObject([{ code, field }]);
  });

  test("a structure’s name that carries a link waits, as any other", async () => {
    const { id } = await published({ ...named, ...structure, organisationName: "www.exemple.fr" });
    expect(await rows("select status from contribution where response_id = $1", [id])).toEqual([{ status: "HELD" }]);
  });
});

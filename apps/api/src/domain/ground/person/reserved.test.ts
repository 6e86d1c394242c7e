import { randomUUID } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { testApi } from "../../../../test/site/api.ts";
import { contributionOf, type Small, smallInstance } from "../../../../test/rows/builders.ts";
import { personWith } from "../../../../test/site/people.ts";
import { createContext } from "../../../platform/context.ts";
import { isUnverified, refuseReserved } from "../../../platform/reserved.ts";
import { viewerOf } from "../../../platform/viewer.ts";

const api = testApi();
let small: Small;
beforeAll(async () => {
  small = await smallInstance(api.database);
  await api.database.query("update working_group set name = 'Circuits courts'");
  await api.database.query(
    "insert into instance (name, organiser) values ('Le Cahier de Brest', 'Association Penn ar Bed')",
  );
  await api.database.query(
    `insert into regional_group (slug, territory_id, name)
     select 'rg', id, 'Groupe régional Bretagne' from territory where slug = 'bretagne' on conflict do nothing`,
  );
});

const isTaken = async (name: string) =>
  refuseReserved(api.database.manager, { name }).then(
    () => false,
    (error: { message: string }) => error.message === "RESERVED_NAME",
  );

test.each([
  "Circuits courts",
  "  le GROUPE Circuits-Courts ",
  "CIRCU1TS C0URTS",
  "Сirсuits соurts", // its « с » and « о » are Cyrillic
  "C i r c u i t s   c o u r t s",
  "Círcùits çourts",
  "Animation",
  "L’équipe d’animation",
  "L'Animation du groupe Circuits courts",
  "Rapporteuse",
  "The moderator",
  "M0dérateur officiel",
  "Référente territoriale, Bretagne",
  "Groupe régional Bretagne",
  "Cahier commun",
  "Cahier de Brest",
  "Association Penn-ar-Bed",
  "L’équipe",
  "The official team",
  "0fficial gr0up",
])("« %s » passes for a group, a role or the site: nobody takes it as a name", async (name) => {
  expect(await isTaken(name)).toBe(true);
});

test.each([
  "Jeanne Martin",
  "Un habitant de Bretagne",
  "Anne Bretagne-Le Gall",
  "Marie Animat",
  "Léa, rapporteuse à Brest",
  "Le collectif des circuits courts de Guéret",
  "Éloi",
  "Li",
  "A",
  "L’équipe de foot",
  "Le groupe",
])("« %s » is a name like another", async (name) => {
  expect(await isTaken(name)).toBe(false);
});

test("a name is refused at its field wherever one is typed", async () => {
  const name = "Le groupe Circuits courts";
  const { id: subjectId } = await contributionOf(api.database, small, {});
  const id = await personWith(api.database, []);
  const somebody = viewerOf({ id, displayName: "", language: "fr" }, []);
  const key = randomUUID();
  const refused = async (type: string, field: string, input: object) => {
    const { data, errors } = await api.ask(
      `mutation ($input: ${type}!) { done: ${field}(input: $input) { problems { code field } } }`,
      { input },
      somebody,
    );
    expect(errors).toBeUndefined();
    return data.done.problems;
  };
  const [meeting] = await api.database.query<{ id: string }[]>(
    `insert into meeting (slug, group_id, kind, title, starts_at, place)
     values ('m', $1, 'NATIONAL', 'Une réunion', now() + interval '3 days', 'Brest') returning id`,
    [small.group.id],
  );
  const at = (field: string) => [{ code: "RESERVED_NAME", field }];
  const words = { key, text: "Un texte.", authorName: name };
  expect([
    await refused("EditProfileInput", "editProfile", { displayName: name, language: "fr" }),
    await refused("ReactInput", "react", { ...words, subject: "CONTRIBUTION", subjectId, kind: "SUPPORT" }),
    await refused("ProposeAmendmentInput", "proposeAmendment", {
      ...words,
      proposalId: key,
      part: "MEASURE",
      why: "x",
    }),
    await refused("SupplyProposalInput", "supplyProposal", {
      ...words,
      proposalId: key,
      slot: "FOR",
      appearance: "NAMED",
      territory: "finistere",
    }),
    await refused("AttendInput", "attend", {
      key,
      meetingId: meeting!.id,
      said: { name, channel: "ROOM", needs: [] },
      language: "fr",
    }),
  ]).toEqual([at("displayName"), at("authorName"), at("authorName"), at("authorName"), at("name")]);
});

test("a name that stands for the organiser, a role or an institution is said not to be checked", async () => {
  const marked = (name: string) => isUnverified(createContext(api.database), name);
  for (const name of [
    "Le maire de Guéret",
    "Mairie de Brest",
    "Marion, de l’association Penn-ar-Bed",
    "Léa, rapporteuse",
  ])
    expect([name, await marked(name)]).toEqual([name, true]);
  for (const name of ["Jeanne Martin", "Anne Bretagne-Le Gall", "Une maraîchère", "Marie Animat"])
    expect([name, await marked(name)]).toEqual([name, false]);
});

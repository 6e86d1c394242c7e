import { beforeAll, expect, test } from "vitest";
import { seededApi } from "../../../../test/demo.ts";
import { searchedKinds } from "../../../platform/searched.ts";
import { countStems } from "./stems.writes.ts";

const api = seededApi();
beforeAll(() => countStems(api.database.manager));

/** As people type: without accents, misspelt, in the plural, by a phrase, a town, an office; with what comes first. */
const wanted: [typed: string, kind: string, words: string][] = [
  ["camionnette", "KEY_POINT", "Camionnettes"],
  ["camionette", "KEY_POINT", "Camionnettes"],
  ["CAMIONNETTES", "KEY_POINT", "Camionnettes"],
  ["bretagne", "TERRITORY", "Bretagne"],
  ["finistere", "TERRITORY", "Finistère"],
  ["ile de france", "TERRITORY", "Île-de-France"],
  ["Rhône-Alpes", "TERRITORY", "Rhône-Alpes"],
  ["montrebel", "INITIATIVE", "La Ruche aux Sous"],
  ["Port Sablon", "INITIATIVE", "La criée d’avance"],
  ["grandpre les bois", "INITIATIVE", "La cantine de Grandpré-les-Bois"],
  ["roc'h aour", "INITIATIVE", "Le pain d’avance de Roc’h Aour"],
  ["supermarche", "INITIATIVE", "Le supermarché de Pontgarou"],
  ["supermarchés de Pontgarou", "INITIATIVE", "Le supermarché de Pontgarou"],
  ["cyclo atelier", "INITIATIVE", "Le Cyclo-Atelier d’Aubremont"],
  ["maison de sante", "INITIATIVE", "La maison de santé de Quatrefontaine"],
  ["ministere du logement", "INTERLOCUTOR", "Ministère chargé du logement"],
  ["ministère de l’agriculture", "INTERLOCUTOR", "Ministère chargé de l’agriculture"],
  ["prefecture", "INTERLOCUTOR", "Préfecture de région"],
  ["commission européenne", "INTERLOCUTOR", "Commission européenne"],
  ["conseil regional", "INTERLOCUTOR", "Conseil régional"],
  ["chambre d'agriculture", "INTERLOCUTOR", "Chambres d’agriculture"],
  ["services veterinaires", "INTERLOCUTOR", "Services vétérinaires"],
  ["transporter ensemble", "PROPOSAL", "Transporter ensemble"],
  ["fonds d'amorçage", "PROPOSAL", "Un fonds d’amorçage de territoire"],
  ["fond d’amorcage", "PROPOSAL", "Un fonds d’amorçage de territoire"],
  ["acheter court", "PROPOSAL", "Acheter court"],
  ["petits lots", "PROPOSAL", "Acheter court"],
  ["ne laisser personne à la porte", "PROPOSAL", "Ne laisser personne à la porte"],
  ["épargnes", "KEY_POINT", "Avancer les frais de lancement"],
  ["cantines", "INITIATIVE", "La cantine de Grandpré-les-Bois"],
  ["logements", "INTERLOCUTOR", "Ministère chargé du logement"],
  ["caisses qui reviennent vides", "KEY_POINT", "Camionnettes"],
  ["cahier d esperances", "GLOSSARY_TERM", "cahier d’espérances"],
  ["consentement", "GLOSSARY_TERM", "consentement"],
  ["premier point d’étape", "SYNTHESIS", "Premier point d’étape"],
  ["neuf problèmes", "KEY_POINT", "neuf problèmes"],
  ['"temps remplace l’argent"', "CONTRIBUTION", "Quand le temps remplace"],
  ["fiche initiative", "GLOSSARY_TERM", "fiche initiative"],
  ["rombas la foret", "MEETING", "Rombas-la-Forêt"],
  ["café des initiatives", "MEETING", "Café des initiatives"],
  ["interlocuteurss", "DOCUMENT", "Fiche interlocuteur"],
  ["réseau d’entraîde", "INITIATIVE", "Le réseau d’entraide"],
];

test.each(wanted)("« %s » finds first %s %s", async (query, kind, words) => {
  const { data, errors } = await api.ask(
    "query ($query: String!) { search(query: $query, first: 5) { nodes { kind title { text } extract { text } path } } }",
    { query },
  );
  expect(errors).toBeUndefined();
  const told = data.search.nodes.map(
    ({ kind: is, title, extract }: any) => `${is} ${is === "CONTRIBUTION" ? extract.text : title.text}`,
  );
  expect(told[0]?.replaceAll(/\s/g, " ")).toMatch(new RegExp(`^${kind} .*${words}`));
});

test("every subject that anybody may read is among the words that are searched, under its kind", async () => {
  const left: [string, number][] = [];
  let counted = 0;
  for (const [kind, { table, readable, words }] of searchedKinds()) {
    const kept = words
      ? `select from ${words.table} s where s.${words.id} = it.id`
      : `select from search_text s where s.id = it.id and s.kind = '${kind}'`;
    const text = `select count(*)::int as readable, (count(*) filter (where not exists (${kept})))::int as missing
      from ${table} it where ${readable}`;
    const [{ readable: all, missing }] = await api.database.query<[{ readable: number; missing: number }]>(text);
    counted += all;
    left.push([kind, missing]);
  }
  expect(left.filter(([, missing]) => missing > 0)).toEqual([]);
  expect(left.length).toBeGreaterThan(10);
  expect(counted).toBeGreaterThan(200);
});

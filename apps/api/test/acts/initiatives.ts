/** The sheet of an initiative as its people propose it, under this name. */
export const proposedSheet = (name: string, more: object = {}) => ({
  name,
  territory: "finistere",
  sector: "CULTURE",
  summary: "Quarante voisins tiennent un atelier et publient leurs comptes.",
  criteria: [{ key: "SOCIAL_LINK", score: 3, reason: "Un repas chaque mois." }],
  results: ["Deux emplois"],
  obstacles: [],
  levers: [],
  ...more,
});

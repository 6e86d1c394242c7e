import type { KeyPoint } from "../../domain/understand/keyPoint/keyPoint.entity.ts";

type Meaning = Pick<KeyPoint, "shortName" | "phoneName" | "definition" | "included" | "excluded" | "example" | "color">;

/** Meaning of a key point that nobody described. */
export const unsaid: Meaning = {
  shortName: null,
  phoneName: null,
  definition: null,
  included: null,
  excluded: null,
  example: null,
  color: null,
};

/** Meanings of some key points, as the rapporteurs agreed on them. */
export const meanings: Record<string, Partial<Meaning>> = {
  "kp-1-01": {
    shortName: "Ne plus être anonymes",
    phoneName: "Se connaître",
    definition: "Ce qui relie les deux bouts de l’échange quand chacun sait de qui il reçoit, et à qui il donne.",
    included: "Se connaître, se parler, se rendre service au passage, savoir qui est derrière.",
    excluded:
      "Savoir seulement d’où vient le produit\u00a0: voir le point clef 2. La distance en kilomètres\u00a0: voir le 4.",
    example: "«\u00a0Au bout d’un an, on se connaît par nos prénoms.\u00a0»",
    color: "BLUE",
  },
  "kp-1-02": {
    definition:
      "Pouvoir reconstituer le chemin\u00a0: qui a produit, qui a transformé, ce que chacun a gagné, qui a décidé.",
    included: "Le prix décomposé, l’origine, la manière dont les décisions se prennent.",
    excluded: "Un label ou une étiquette que personne ne peut vérifier.",
    color: "OCHRE",
  },
  "kp-1-03": {
    definition: "Un prix que les deux côtés trouvent tenable, et qui se discute.",
    included: "Le revenu de qui produit, le reste à vivre de qui achète.",
    excluded: "Le prix le plus bas.",
    color: "GREEN",
  },
  "kp-1-11": {
    definition: "Ce que les réponses ont en commun quand elles disent ce qu’est un circuit court.",
    color: "PLUM",
  },
  "kp-4-01": { shortName: "Un lexique, un kit, cinq engagements", phoneName: "Lexique, kit" },
  "kp-4-02": { shortName: "Avancer les frais de lancement", phoneName: "Avances" },
  "kp-4-03": { shortName: "Former les chargés de clientèle", phoneName: "Chargés formés" },
  "kp-4-04": { shortName: "Découper les marchés, payer à 30 jours", phoneName: "Marchés" },
  "kp-4-05": { shortName: "Des guides à la taille des ateliers", phoneName: "Petits ateliers" },
  "kp-4-06": { shortName: "Financer les tournées communes", phoneName: "Tournées" },
  "kp-4-07": { shortName: "Des terrains, un bail long type", phoneName: "Terrains" },
  "kp-4-08": { shortName: "Payer le temps de décider, la relève", phoneName: "Temps, relève" },
  "kp-4-09": { shortName: "Aller vers les gens, tarif solidaire", phoneName: "Aller vers" },
  "kp-4-10": { shortName: "Un logiciel libre commun", phoneName: "Logiciel libre" },
  "kp-4-11": { shortName: "Un format commun suffit", phoneName: "Format commun" },
  "kp-4-12": { shortName: "L’amorçage, premier problème visé", phoneName: "Amorçage" },
  "kp-4-13": { shortName: "La plupart des leviers sans loi", phoneName: "Sans loi" },
  "kp-4-14": { shortName: "Un signe entre pairs : simple, gratuit", phoneName: "Signe\u00a0: pour" },
  "kp-4-15": { shortName: "Un signe que nul ne vérifie se copie", phoneName: "Signe\u00a0: contre" },
  "kp-3-06": { included: "Le temps de réunion, d’accueil et de médiation, payé ou non.", color: "RED" },
};

/** Parents of key points: the finding that gathers ideas, the point that an objection answers. */
export const parents: Record<string, string> = {
  "kp-1-01": "kp-1-11",
  "kp-1-02": "kp-1-11",
  "kp-1-03": "kp-1-11",
  "kp-1-05": "kp-1-04",
  "kp-1-07": "kp-1-06",
  "kp-1-09": "kp-1-08",
  "kp-2-05": "kp-2-04",
  "kp-2-07": "kp-2-06",
  "kp-2-09": "kp-2-08",
  "kp-3-11": "kp-3-06",
  "kp-3-13": "kp-3-12",
};

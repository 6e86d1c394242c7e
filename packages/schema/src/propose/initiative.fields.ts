import type { Fields } from "../fields.ts";
import { limits } from "../limits.ts";

const people = { kind: "count", least: 0, most: 1_000_000 } as const;
const longer = { kind: "text", most: limits["initiative.text"] } as const;
const lines = { kind: "lines", most: limits["initiative.line"] } as const;

/** The sheet of an initiative, in the order in which it is asked. */
export const initiativeFields = {
  name: {
    kind: "line",
    most: limits["initiative.name"],
    needed: true,
    heads: ["nom de l initiative", "nom", "initiative", "name"],
  },
  town: { kind: "line", most: limits["initiative.town"], heads: ["commune", "ville", "town"] },
  sector: { kind: "choice", among: "SECTOR", needed: true, heads: ["domaine", "secteur", "sector"] },
  summary: {
    kind: "line",
    most: limits["initiative.summary"],
    needed: true,
    heads: ["en une phrase", "resume", "ce qu elle fait", "summary"],
  },
  exchange: { ...longer, heads: ["qui echange quoi avec qui", "exchange"] },
  organisationType: {
    kind: "choice",
    among: "ORGANISATION_TYPE",
    heads: ["structure", "type de structure", "organisation"],
  },
  startedYear: {
    kind: "year",
    least: 1800,
    ahead: 1,
    heads: ["depuis quand", "annee de depart", "annee", "since", "year"],
  },
  stage: { kind: "choice", among: "STAGE", heads: ["a quelle etape", "etape", "stage"] },
  results: { ...lines, heads: ["resultats constates", "resultats", "results"] },
  obstacles: { ...lines, heads: ["freins rencontres", "freins", "obstacles"] },
  levers: { ...lines, heads: ["ce qui a debloque", "leviers", "levers"] },
  drawbacks: { ...longer, heads: ["ce qui ne marche pas", "limites", "drawbacks"] },
  need: { ...longer, heads: ["besoin", "ce qu il lui faudrait", "need"] },
  reproducibility: { ...longer, heads: ["peut on la refaire ailleurs", "reproductibilite", "reproducibility"] },
  members: { ...people, heads: ["membres", "members"] },
  employees: { ...people, heads: ["salaries", "employees"] },
  volunteers: { ...people, heads: ["benevoles", "volunteers"] },
  budget: {
    kind: "count",
    least: 0,
    most: 1_000_000_000,
    unit: "EUR",
    heads: ["budget", "budget annuel", "budget annuel en euros"],
  },
  source: { kind: "text", most: limits["initiative.source"], heads: ["sources", "source", "lien"] },
  agreement: {
    kind: "line",
    most: limits["initiative.agreement"],
    team: true,
    heads: ["accord de l initiative", "accord", "agreement"],
  },
} as const satisfies Fields;

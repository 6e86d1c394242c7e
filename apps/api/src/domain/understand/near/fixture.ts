import type { Mark } from "./marks.ts";

/** Invented contributions about local food, for tests: texts by the key point that a reader would give them to. */
export const fixture = {
  transport: [
    "Il faudrait une tournée commune de livraison entre les fermes.",
    "Un camion frigorifique partagé ferait la tournée des fermes chaque semaine.",
    "La livraison coûte trop cher pour une seule ferme, partageons les camions.",
    "Nos tournées se croisent : une livraison commune ferait gagner du temps.",
  ],
  canteens: [
    "Les cantines des écoles devraient acheter aux producteurs du canton.",
    "Que la cantine du collège achète ses légumes aux maraîchers voisins.",
    "Les marchés publics des cantines sont trop compliqués pour un petit producteur.",
    "Acheter local à la cantine, c’est possible si la commune le veut.",
  ],
  land: [
    "Les jeunes ne trouvent pas de terres pour s’installer.",
    "La commune pourrait louer ses terres à de jeunes maraîchers.",
    "Le prix des terres empêche l’installation des jeunes.",
    "Il faut protéger les terres agricoles autour des villes.",
  ],
};

/** The same with ids: « land-2 » is the third of its key point. */
export const texts = Object.entries(fixture).flatMap(([keyPointId, all]) =>
  all.map((body, at) => ({ id: `${keyPointId}-${at}`, body, keyPointId })),
);

export const marks: (Mark & { passageId: string })[] = texts.map(({ id, body, keyPointId }) => ({
  passageId: id,
  textId: id,
  keyPointId,
  quote: body,
}));

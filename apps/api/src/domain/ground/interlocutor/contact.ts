import { plain } from "@cahier/schema/text/plain";

/** Mail domains where private persons have mailboxes. */
const ofPeople = new Set(
  `gmail.com googlemail.com orange.fr wanadoo.fr free.fr sfr.fr laposte.net bbox.fr neuf.fr numericable.fr hotmail.fr
  hotmail.com outlook.fr outlook.com live.fr live.com msn.com yahoo.fr yahoo.com icloud.com me.com aol.com gmx.fr gmx.com
  proton.me protonmail.com tutanota.com mailo.com aliceadsl.fr club-internet.fr voila.fr`.split(/\s+/),
);

/** Words of mailboxes that belong to an office, whoever reads them. */
const ofOffices = new RegExp(
  `^(${`accueil achats? administration adjoint(e)? agence agriculture amenagement assemblee association budget bureau
  cabinet chambre collectivite commande commission commune communication conseil contact cooperation courrier culture
  delegation departement developpement direction ecologie economi(e|que) education elus energie environnement ess
  finances foncier fonds formation forum gestion habitat info(s|rmation|rmations)? institut jeunesse mairie maire
  marches? mission nepasrepondre office partenaires participation permanence population prefecture presidence presse
  projets? publics? publiques? reception region reseau restauration scolaire secretariat secretaire sante service(s)?
  social solidarites? standard territoire transports? urbanisme usagers ville`.replace(/\s+/g, "|")})`,
);

/**
 * True if an address looks like one person's: on a domain of private mailboxes, or first name and name before the @;
 * unless a word in it names an office. It can't be certain: the form asks for a mailbox of the office.
 */
export function looksPrivate(mail: string): boolean {
  const [local = "", domain = ""] = plain(mail).split("@");
  const words = local.split(/[^a-z]+/).filter((word) => word.length > 1);
  if (words.some((word) => ofOffices.test(word))) return false;
  return ofPeople.has(domain) || /^[a-z]+(-[a-z]+)?[._][a-z]+(-[a-z]+)?$/.test(local);
}

/** True if a text has the shape of a mail address. */
export const isMail = (text: string) => /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>.]{2,}$/.test(text);

import type { EntityManager } from "typeorm";
import type { InstanceHealth, InstanceLack } from "../../../graphql/resolvers.generated.ts";
import { config, isLoopback } from "../../../platform/config.ts";
import { prepared, rowsOf } from "../../../platform/data/statement.ts";
import { today } from "../../../platform/day.ts";
import { mailFigures } from "../../../platform/mail/outbox.ts";
import type { Organiser } from "../../../platform/organiser.ts";
import { type Instance, instanceId, Instances } from "./instance.entity.ts";

/** An instance of which nobody said anything yet. */
const blank: Instance = {
  id: instanceId,
  name: "",
  accent: null,
  languages: "BOTH",
  organiser: null,
  controller: null,
  address: null,
  contact: null,
  director: null,
  host: null,
  legalText: null,
  privacyText: null,
  senderName: null,
  senderAddress: null,
  secondFactor: null,
  legalEditedOn: null,
  privacyEditedOn: null,
  logoDigest: null,
  ownTerritories: false,
  version: 0,
};

/** The instance, blank while nobody said anything of it. */
export const instanceOf = async (db: EntityManager): Promise<Instance> =>
  (await rowsOf(db, Instances, "instance: one", "where it.id = $1", [instanceId]))[0] ?? blank;

const asked = {
  CONTROLLER: "controller",
  ADDRESS: "address",
  CONTACT: "contact",
  DIRECTOR: "director",
  HOST: "host",
} as const satisfies Record<InstanceLack, keyof Instance>;

/** Words that the law asks of a site, and that this one lacks. */
export const lackingOf = (it: Instance) =>
  Object.entries(asked).flatMap(([lack, field]) => (it[field] ? [] : [lack as InstanceLack]));

/** The one language of a site; null where it has both. */
export const onlyLanguage = { BOTH: null, FRENCH: "fr", ENGLISH: "en" } as const;

/** Words of the instance for mails and for those who look for its contact. */
export async function organiserOf(db: EntityManager): Promise<Organiser> {
  const { name, languages, senderName, senderAddress, controller, organiser, address, contact } = await instanceOf(db);
  const who = controller ?? organiser ?? name;
  return {
    senderName: senderName ?? (name || null),
    senderAddress,
    foot: [who, contact].filter(Boolean).join(", ") || null,
    contact,
    site: name || null,
    language: onlyLanguage[languages],
    imprint:
      [organiser ?? controller ?? name, address?.replaceAll("\n", ", "), contact].filter(Boolean).join(", ") || null,
  };
}

/** Health of the site, from what it can see of itself. */
export async function healthOf(db: EntityManager): Promise<InstanceHealth> {
  const { waiting, failing, givenUp } = await mailFigures(db);
  const text = `select count(distinct person_id)::int as people from role_grant
    where role = 'ADMINISTRATOR' and ended_at is null and (ends_on is null or ends_on >= ${today})`;
  const [{ people }] = (await prepared<{ people: number }>(db, "instance: administrators", text)) as [
    { people: number },
  ];
  const { protocol, hostname } = new URL(config.origin);
  return {
    mailServer: serverOf(config.smtpUrl),
    sender: config.mailFrom,
    safe: protocol === "https:" || isLoopback(hostname),
    mailsWaiting: waiting,
    mailsFailing: failing + givenUp,
    administrators: people,
  };
}

/** « smtp.example.org:587 », without the name and the password that may stand before it. */
const serverOf = (url: string | null) => (url && URL.canParse(url) ? new URL(url).host : null);

/** Names of the site, of the structure that organises and of the people it names. */
export async function namesOfInstance(db: EntityManager) {
  const { name, organiser, controller, senderName } = await instanceOf(db);
  return [name, organiser, controller, senderName].flatMap((one) => one ?? []);
}

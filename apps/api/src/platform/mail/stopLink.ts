import type { Language } from "../../graphql/resolvers.generated.ts";
import { decrypted, encrypted } from "../secret.ts";
import { siteAddress } from "../server/siteAddress.ts";

/**
 * Link that stops the mails to an address, without an account: it holds the address sealed, so nobody else can read or
 * make it.
 */
export const stopLink = (address: string, language: Language) =>
  siteAddress(language, `/mails/stop?token=${encrypted("stop", address)}`);

/** The address that a link was made for; null when it is none of ours. */
export const addressOf = (token: string) => decrypted("stop", token);

/** Codes of the system for a connection that the other end cuts. */
const cut = new Set<string | undefined>(["ECONNRESET", "EPIPE"]);

type MailError = Partial<Record<"originalCode" | "code" | "command" | "response", string>> & { responseCode?: number };

/** Code of an error, without its message: mail servers name the address in theirs. */
export function troubleOf(error: unknown): string {
  const { responseCode, originalCode, code } = error as MailError;
  // The library calls every fault of a socket the same.
  if (code === "ESOCKET" && cut.has(originalCode)) return "ECONNECTION";
  if (code === "ESOCKET" && /CERT|VERIFY|^ERR_(?:TLS|SSL)|^EPROTO$/.test(originalCode ?? "")) return "ETLS";
  // Ours: it went on saying something, and never what was asked.
  if (code === "EABORT") return "ETIMEDOUT";
  return `${responseCode ?? code ?? "FAILED"}`.slice(0, 40);
}

/**
 * True where the mail server says for good that an address takes no mail. Not where it refuses us (policy, relaying, no
 * access): a setting mends that, and what waits then leaves.
 */
export function refusesAddress(error: unknown): boolean {
  const { command, responseCode = 0, response = "" } = error as MailError;
  return (
    command === "RCPT TO" && [550, 551, 553, 556].includes(responseCode) && !/^\d{3}[ -]5\.7\.|relay/i.test(response)
  );
}

/** True of a trouble that the next mail would have too: the server is away, says it closes, or does not let us in. */
export const ofServer = (trouble: string) => /^(?:E[A-Z]+|421|454|53[0458])$/.test(trouble) && !ofMail.has(trouble);

/** Codes of our library for what it sends: another mail may go. */
const ofMail = new Set(["EENVELOPE", "EMESSAGE", "ESTREAM"]);

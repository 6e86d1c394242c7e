import type { DataSource } from "typeorm";
import { callForAdministrator } from "./domain/ground/role/invitation.commands.ts";
import type { Config } from "./platform/config.ts";

/** Text shown to the operator at the start: the address of the site, and how to sign in. */
export async function welcome({ manager: db }: DataSource, { origin, demo, smtpUrl, empty }: Config) {
  const lines = ["", `  Cahier commun  ${origin}`, ""];
  if (demo)
    lines.push(
      `  Demonstration: borrow a person, with one click, on ${origin}/sign-in`,
      `  The mails it would have sent are on ${origin}/demo/mail`,
    );
  else {
    if (!smtpUrl) lines.push("  No mails leave: set SMTP_URL=smtp://…");
    const token = await callForAdministrator(db);
    if (token)
      lines.push(
        "  Nobody runs this site yet. Open this link to be the first, once; the next start makes another one:",
        `  ${origin}/invitations/${token}`,
      );
  }
  const login = `npm run login-link -- ADDRESS${empty ? " --empty" : ""}`;
  lines.push(`  A link to sign in, for an address that is known: ${login}`, "  Stop: Ctrl-C", "");
  return lines.join("\n");
}

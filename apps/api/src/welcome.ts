import type { DataSource } from "typeorm";
import { RoleGrants } from "./domain/ground/person/person.entity.ts";
import type { Config } from "./platform/config.ts";

/** Text shown to the operator at the start: the address of the site, and how to sign in. */
export async function welcome({ manager: db }: DataSource, { origin, demo, smtpUrl }: Config) {
  const lines = ["", `  Cahier commun  ${origin}`, ""];
  if (demo)
    lines.push(
      `  Demonstration: borrow a person, with one click, on ${origin}/sign-in`,
      `  The mails it would have sent are on ${origin}/demo/mail`,
    );
  else {
    if (!smtpUrl) lines.push("  No mails leave: set SMTP_URL=smtp://…");
    if (!(await db.countBy(RoleGrants, { role: "ADMINISTRATOR" })))
      lines.push("  Nobody runs this site yet: npm run seed -- empty");
  }
  lines.push("  A link to sign in, for an address that is known: npm run login-link -- ADDRESS", "  Stop: Ctrl-C", "");
  return lines.join("\n");
}

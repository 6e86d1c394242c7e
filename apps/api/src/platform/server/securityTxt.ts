import type { FastifyInstance } from "fastify";
import type { DataSource } from "typeorm";
import type { Config } from "../config.ts";
import { organiserOf } from "../organiser.ts";

/** The way to report a fault of security: RFC 9116. It says until when it holds, which moves on as long as the site runs. */
export function securityTxt(
  app: FastifyInstance,
  config: Pick<Config, "securityContact" | "mailFrom" | "origin">,
  database: DataSource,
) {
  const { securityContact, mailFrom, origin } = config;
  app.get("/.well-known/security.txt", async (_, reply) => {
    const said = securityContact ?? (await organiserOf(database.manager)).contact;
    const given = said ?? /<([^<>]+)>/.exec(mailFrom)?.[1] ?? mailFrom;
    const contact = /^(?:https:|mailto:|tel:)/.test(given) ? given : `mailto:${given}`;
    const expires = new Date(Date.now() + 180 * 86_400_000).toISOString();
    return reply
      .type("text/plain; charset=utf-8")
      .send(
        [
          `Contact: ${contact}`,
          `Expires: ${expires}`,
          "Preferred-Languages: fr, en",
          `Canonical: ${origin}/.well-known/security.txt`,
          "",
        ].join("\n"),
      );
  });
}

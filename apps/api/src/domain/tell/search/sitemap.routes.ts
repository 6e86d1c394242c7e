import type { FastifyInstance } from "fastify";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import { stateOf } from "../../../platform/data/state.ts";
import { isKnown, served } from "../../../platform/files/answer.ts";
import { escaped } from "../../../platform/files/xml.ts";
import { searchedKinds } from "../../../platform/searched.ts";
import type { Server } from "../../../platform/server/http.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import { instanceOf, onlyLanguage } from "../../ground/instance/instance.queries.ts";
import { isOpened } from "../../ground/group/group.sql.ts";

/** Addresses of one kind that a sitemap tells, the newest first: the protocol of sitemaps.org allows ten times more. */
const mostOfKind = 5000;

/** Lists and pages that are always there, without the language. */
const standing = [
  ...["/", "/questionnaires", "/contributions", "/proposals", "/initiatives", "/meetings", "/territories"],
  ...["/syntheses", "/themes", "/interlocutors", "/handovers", "/glossary", "/documents"],
  ...["/about", "/legal", "/privacy", "/accessibility"],
];

const xml = (name: string, entries: string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<${name} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join("\n")}\n</${name}>\n`;

const entry = (language: Language, path: string, on: string | null) =>
  `<url><loc>${escaped(siteAddress(language, path))}</loc>${on ? `<lastmod>${on}</lastmod>` : ""}</url>`;

/** Sitemaps for robots: one file a kind of subject, with public pages alone. */
export function sitemapRoutes(app: FastifyInstance, { database }: Server) {
  const db = database.manager;
  const names = () => ["standing", ...searchedKinds().map(([name]) => name.toLowerCase())];

  app.get("/sitemap.xml", served, async (request, reply) => {
    if (isKnown(request, reply, "sitemap", ...names())) return reply.code(304).send();
    const files = names().map((name) => `<sitemap><loc>${siteAddress("fr", `/sitemaps/${name}.xml`)}</loc></sitemap>`);
    return reply.type("application/xml; charset=utf-8").send(xml("sitemapindex", files));
  });

  app.get<{ Params: { file: string } }>("/sitemaps/:file", served, async (request, reply) => {
    const name = request.params.file.replace(/\.xml$/, "");
    const kind = searchedKinds().find(([one]) => one.toLowerCase() === name)?.[1];
    if (!kind && name !== "standing") return reply.code(404).send({ error: "Not there." });
    if (isKnown(request, reply, name, await stateOf(db))) return reply.code(304).send();
    const language = onlyLanguage[(await instanceOf(db)).languages] ?? "fr";
    const told = kind
      ? await db.query<{ path: string; on: string | null }[]>(
          `select distinct on (path) path, "on" from (
             select split_part(${kind.path}, '#', 1) as path, (${kind.on})::date::text as "on" from ${kind.table} it
             where ${kind.readable} and ${isOpened(kind.group)} order by it.id desc limit ${mostOfKind}) newest
           order by path`,
        )
      : standing.map((path) => ({ path, on: null }));
    return reply.type("application/xml; charset=utf-8").send(
      xml(
        "urlset",
        told.map(({ path, on }) => entry(language, path, on)),
      ),
    );
  });
}

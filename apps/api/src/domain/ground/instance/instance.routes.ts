import { largestLogo } from "@cahier/schema/limits";
import { colourFrom, mixed, nightTone } from "@cahier/schema/text/colour";
import type { FastifyError, FastifyInstance } from "fastify";
import { createContext } from "../../../platform/context.ts";
import { Forbidden } from "../../../platform/refusal.ts";
import { takeFiles } from "../../../platform/server/forms.ts";
import { rates } from "../../../platform/server/guards.ts";
import type { Server } from "../../../platform/server/http.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import { csv } from "../../../platform/files/csv.ts";
import { Territories } from "../territory/territory.entity.ts";
import { types } from "../attachment/kind.ts";
import { keepLogo } from "./instance.commands.ts";
import { territoryTable } from "./territories.commands.ts";
import { instanceOf } from "./instance.queries.ts";
import { instanceId, InstanceLogos, Instances } from "./instance.entity.ts";

/** Both are made anew at another address when they change. */
const forGood = "public, max-age=31536000, immutable";

/** Face of the instance as files: the policy of pages lets no style stand in them. */
export function instanceRoutes(app: FastifyInstance, { database }: Server) {
  app.get<{ Params: { colour: string } }>("/instance/accent/:colour.css", async ({ params }, reply) => {
    const colour = colourFrom(`#${params.colour}`);
    if (!colour) return reply.code(404).send({ error: "Not there." });
    return reply.type("text/css; charset=utf-8").header("cache-control", forGood).send(accentSheet(colour));
  });

  app.get<{ Params: { digest: string } }>("/instance/logo/:digest", async ({ params }, reply) => {
    const known = await database.manager.findOneBy(Instances, { id: instanceId, logoDigest: params.digest });
    const logo = known && (await database.manager.findOneBy(InstanceLogos, { id: instanceId }));
    if (!logo) return reply.code(404).send({ error: "Not there." });
    return reply
      .type(types[logo.kind])
      .header("cache-control", forGood)
      .header("x-content-type-options", "nosniff")
      .send(logo.bytes);
  });

  app.get("/site.webmanifest", async (_, reply) => {
    const { name, logoDigest } = await instanceOf(database.manager);
    const logo = logoDigest && { src: `/instance/logo/${logoDigest}`, sizes: "any", purpose: "any" };
    return reply.type("application/manifest+json; charset=utf-8").send({
      name: name || "Cahier commun",
      start_url: "/",
      display: "minimal-ui",
      background_color: "#fbf6ea",
      theme_color: "#fbf6ea",
      icons: [logo, { src: "/icon.svg", sizes: "any", type: "image/svg+xml" }].filter(Boolean),
    });
  });

  app.get("/exports/territories.csv", { config: rates.exports }, async (_, reply) => {
    const list = territoryTable(await database.manager.find(Territories));
    return reply
      .type("text/csv; charset=utf-8")
      .header("content-disposition", 'attachment; filename="territories.csv"')
      .send(csv(list, { labels: false }));
  });

  takeFiles(app, largestLogo, (files) => {
    files.setErrorHandler<FastifyError>((error, _, reply) => {
      const problem = (code: string) => reply.send({ problems: [{ code, field: "logo", value: null }] });
      if (error.statusCode === 413) return problem.call(null, "TOO_LARGE");
      if (error.statusCode === 415) return problem.call(null, "NOT_A_PICTURE");
      if (error instanceof Forbidden) return reply.code(403).send({ error: error.message });
      throw error;
    });
    files.post("/instance/logo", { bodyLimit: largestLogo, config: rates.forms }, async (request, reply) => {
      const viewer = await viewerFrom(database, request.headers.cookie);
      const { run } = createContext(database, { viewer, requestId: request.id });
      const sent = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
      const { problems } = await run((tx) => keepLogo(tx, sent));
      return reply.code(problems.length > 0 ? 422 : 200).send({ problems });
    });
  });
}

/** Tokens of the colour of acts, by day and by night. */
function accentSheet(colour: string) {
  const night = nightTone(colour);
  const both = (day: string, dark: string) => `light-dark(${day}, ${dark})`;
  return `:root {
  --sap: ${both(colour, night)};
  --sap-deep: ${both(mixed(colour, "#000000", 0.3), mixed(night, "#ffffff", 0.4))};
  --sap-pale: ${both(mixed("#fbf6ea", colour, 0.12), mixed("#141a2c", night, 0.18))};
  --on-sap: ${both("#ffffff", "#0b2019")};
}
`;
}

import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance } from "fastify";
import { isReleased, servedFolder } from "./build.ts";
import { assetFolders, formerFolder } from "./builds.ts";

const folders = [
  ...[...assetFolders, formerFolder].map((folder) =>
    fileURLToPath(new URL(`../../../../web/dist/${folder}`, import.meta.url)),
  ),
  ...(isReleased ? [servedFolder()] : []),
];

/**
 * Serves the files of the builds, named after what is in them. The folder that holds one is found by its name: looked
 * for by the plugin, a file costs a reading of each folder before.
 */
export async function serveAssets(app: FastifyInstance, roots = folders) {
  await app.register(fastifyStatic, { root: roots, serve: false, preCompressed: true, immutable: true, maxAge: "1y" });
  app.get<{ Params: { name: string } }>("/assets/:name", (request, reply) => {
    const { name } = request.params;
    const root = /^[\w-][\w.-]*$/.test(name) && roots.find((folder) => existsSync(join(folder, name)));
    return root ? reply.sendFile(name, root) : reply.callNotFound();
  });
}

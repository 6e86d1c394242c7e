import { createServer } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * PostGraphile as it comes, with lists beside connections, from the folder where npm put it: no package of this house.
 * Arguments: folder, database and port.
 */
const [folder, connectionString, port] = process.argv.slice(2) as [string, string, string];
const { resolve } = createRequire(join(folder, "package.json"));
const packaged = (name: string) => import(pathToFileURL(resolve(name)).href);

const { postgraphile } = await packaged("postgraphile");
const { PostGraphileAmberPreset } = await packaged("postgraphile/presets/amber");
const { makePgService } = await packaged("postgraphile/adaptors/pg");
const { grafserv } = await packaged("postgraphile/grafserv/node");

const served = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString, schemas: ["public"], poolConfig: { max: 4 } })],
  schema: { defaultBehavior: "+list" },
  grafserv: { websockets: false, watch: false },
}).createServ(grafserv);
const server = createServer();
await served.addTo(server);
server.listen(Number(port), "127.0.0.1");

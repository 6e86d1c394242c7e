import { createServer } from "node:http";
import pg from "pg";

/** The limit: bare HTTP, one prepared statement a request, and its JSON sent as it is. Arguments: database and port. */
const [url, port] = process.argv.slice(2) as [string, string];
const pool = new pg.Pool({ connectionString: url, max: 4 });

createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    const { name, query, values } = JSON.parse(Buffer.concat(parts).toString()) as pg.QueryConfig & { query: string };
    pool.query<{ json: string }>({ name, text: query, values }).then(
      ({ rows }) => response.setHeader("content-type", "application/json").end(`{"data":${rows[0]!.json}}`),
      (error: unknown) => response.writeHead(500).end(String(error)),
    );
  });
}).listen(Number(port), "127.0.0.1");

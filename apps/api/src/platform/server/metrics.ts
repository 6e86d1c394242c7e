import { createServer } from "node:http";
import type { FastifyInstance } from "fastify";
import type { Pool } from "pg";
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { DataSource } from "typeorm";

/**
 * Figures of this process for Prometheus: requests by route, what they wait for in the database, and what Node says of
 * itself. Names of routes are those of the code, never an address that somebody typed: nobody makes a figure by asking.
 */
export function metricsOf(app: FastifyInstance, database: DataSource) {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const requests = new Histogram({
    name: "http_request_duration_seconds",
    help: "Time from a request to the end of its answer, in seconds.",
    labelNames: ["method", "route", "status"],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 4],
    registers: [registry],
  });
  app.addHook("onResponse", ({ method, routeOptions }, { statusCode, elapsedTime }, done) => {
    requests.observe({ method, route: routeOptions.url ?? "none", status: statusCode }, elapsedTime / 1000);
    done();
  });
  const { master } = database.driver as unknown as { master: Pool };
  const connections = new Gauge({
    name: "database_connections",
    help: "Connections to the database: open, of which idle, and requests that wait for one.",
    labelNames: ["state"],
    collect() {
      this.set({ state: "open" }, master.totalCount);
      this.set({ state: "idle" }, master.idleCount);
      this.set({ state: "awaited" }, master.waitingCount);
    },
  });
  registry.registerMetric(connections);
  return registry;
}

/** Serves figures at /metrics on a port of their own, which the operator opens to whom they like. */
export async function serveMetrics(registry: Registry, { host, port }: { host: string; port: number }) {
  const server = createServer((request, answer) => {
    if (request.url !== "/metrics") {
      answer.writeHead(404).end();
      return;
    }
    registry.metrics().then(
      (text) => answer.writeHead(200, { "content-type": registry.contentType }).end(text),
      () => answer.writeHead(500).end(),
    );
  });
  await new Promise<void>((listening, failed) => {
    server.once("error", failed).listen(port, host, listening);
  });
  return server;
}

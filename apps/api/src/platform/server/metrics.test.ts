import { createServer } from "node:http";
import Fastify from "fastify";
import { expect, inject, test } from "vitest";
import { openDatabase } from "../data/database.ts";
import { metricsOf, serveMetrics } from "./metrics.ts";

test("metrics name routes as the code does and count open connections, and hold no address that was asked", async () => {
  const database = await openDatabase(inject("admin"), { entities: [], migrations: [] });
  const app = Fastify();
  const registry = metricsOf(app, database);
  app.get("/follow/:code", async () => "here");
  for (const secret of ["AAAA-BBBB", "CCCC-DDDD"]) await app.inject(`/follow/${secret}`);
  await app.inject("/nowhere-at-all");
  await database.query("select 1");

  const probe = createServer();
  await new Promise<void>((listening) => probe.listen(0, "127.0.0.1", listening));
  const { port } = probe.address() as { port: number };
  await new Promise((closed) => probe.close(closed));
  const server = await serveMetrics(registry, { host: "127.0.0.1", port });
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  expect(text).toContain('http_request_duration_seconds_count{method="GET",route="/follow/:code",status="200"} 2');
  expect(text).toContain('http_request_duration_seconds_count{method="GET",route="none",status="404"} 1');
  expect(text).toContain('database_connections{state="open"} 1');
  expect(text).toContain("nodejs_eventloop_lag_seconds");
  expect(text).not.toMatch(/AAAA|CCCC|nowhere/);
  expect((await fetch(`http://127.0.0.1:${port}/other`)).status).toBe(404);
  server.close();
  await app.close();
  await database.destroy();
});

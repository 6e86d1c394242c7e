import type { FastifyRateLimitStore } from "@fastify/rate-limit";
import type { DataSource } from "typeorm";
import { countTry } from "./rateLimit.ts";

type Told = Parameters<FastifyRateLimitStore["incr"]>[1];
type Route = Parameters<FastifyRateLimitStore["child"]>[0];

/** The requests of an address to a route, counted for all processes, or in each where the route says so. */
export const rateLimitStore = ({ manager }: DataSource) =>
  class implements FastifyRateLimitStore {
    incr(_key: string, told: Told) {
      told(new Error("Limits are of routes."));
    }

    child(options: Route): FastifyRateLimitStore {
      const { routeInfo, perProcess } = options as unknown as { routeInfo: Route; perProcess?: boolean };
      if (perProcess) return inProcess();
      const name = `requests ${String(routeInfo.method)} ${routeInfo.url}`;
      const store: FastifyRateLimitStore = {
        child: () => store,
        incr(key: string, told: Told, timeWindow: number) {
          countTry(manager, name, timeWindow / 1000, key).then(
            ({ count, left }) => told(null, { current: count, ttl: Math.max(0, left) }),
            (error: Error) => told(error),
          );
        },
      };
      return store;
    }
  };

/** Counts in memory: at most 5,000 addresses, the one that came first forgotten first. */
function inProcess(): FastifyRateLimitStore {
  const windows = new Map<string, { current: number; until: number }>();
  const store: FastifyRateLimitStore = {
    child: () => store,
    incr(key: string, told: Told, timeWindow: number) {
      const now = Date.now();
      let window = windows.get(key);
      if (!window || window.until <= now) {
        windows.delete(key);
        if (windows.size >= 5000) windows.delete(windows.keys().next().value!);
        windows.set(key, (window = { current: 0, until: now + timeWindow }));
      }
      window.current += 1;
      told(null, { current: window.current, ttl: window.until - now });
    },
  };
  return store;
}

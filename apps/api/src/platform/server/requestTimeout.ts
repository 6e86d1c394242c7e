/**
 * Time that a request may take to arrive: a limit for the whole of it, but for a file as long as bytes keep coming. Node has
 * one limit for all requests of a server, which would cut 20 MB on a slow line.
 */
import { Socket } from "node:net";
import type { FastifyInstance, FastifyRequest } from "fastify";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Its body is a file: silence is limited, not the whole. */
    slow?: boolean;
  }
}

/** Limits in milliseconds, and the bytes that come at least in each span of silence. */
export interface RequestTimeouts {
  whole: number;
  silence: number;
  least: number;
  most: number;
}

/** No telephone is slower than 1 kB/s: a slower sender only holds a place open. */
export const requestTimeouts: RequestTimeouts = { whole: 15_000, silence: 15_000, least: 15_000, most: 3_600_000 };

/** Ends a request whose body comes too slowly with a 408, as Node does. */
export function limitRequestTime(app: FastifyInstance, { whole, silence, least }: RequestTimeouts = requestTimeouts) {
  app.addHook("onRequest", (request, _, done) => {
    const { raw } = request;
    const { socket } = raw;
    // An injected request has no socket, and its body never ends if it is refused before it is read.
    if (raw.complete || !hasBody(request) || !(socket instanceof Socket)) return done();
    const slow = request.routeOptions.config.slow === true;
    let came = socket.bytesRead;
    const end = () => clearInterval(timer);
    const timer = setInterval(
      () => {
        if (raw.complete) return end();
        if (!slow || socket.bytesRead - came < least) app.server.emit("clientError", late(), socket);
        came = socket.bytesRead;
      },
      slow ? silence : whole,
    ).unref();
    raw.once("end", end).once("close", end);
    return done();
  });
}

/** True of a request that says that something follows it. */
export const hasBody = ({ headers }: FastifyRequest) =>
  headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;

const late = () => Object.assign(new Error("Request timeout"), { code: "ERR_HTTP_REQUEST_TIMEOUT" });

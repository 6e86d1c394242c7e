/**
 * Makes an answer that comes before the end of the body readable by its sender: nginx, and browsers, write on, and
 * a connection that is closed meanwhile loses the answer with it (« 502 Bad Gateway »).
 */
import { Socket } from "node:net";
import type { FastifyInstance } from "fastify";
import { hasBody } from "./requestTimeout.ts";

/** Most bytes that are let go by after an answer; a body that says it is longer has its connection closed at once. */
const most = 50_000_000;

/** Lets what still comes of a body go by once it is answered, and closes only then where it is to be closed. */
export function letBodiesEnd(app: FastifyInstance) {
  app.addHook("onSend", (request, reply, payload, done) => {
    const { raw, headers } = request;
    const { raw: answer } = reply;
    const { socket } = raw;
    // An injected request has no socket.
    if (
      raw.complete ||
      !hasBody(request) ||
      !(socket instanceof Socket) ||
      Number(headers["content-length"] ?? 0) > most
    )
      return done(null, payload);
    const closes = !answer.shouldKeepAlive || reply.hasHeader("connection");
    reply.removeHeader("connection");
    // Node would close with the last byte of the answer.
    answer.shouldKeepAlive = true;
    answer.once("finish", () => {
      const end = () => closes && socket.end();
      const before = socket.bytesRead;
      raw.on("data", () => socket.bytesRead - before > most && socket.destroy());
      if (raw.complete) end();
      else raw.once("end", end);
      raw.resume();
    });
    return done(null, payload);
  });
}

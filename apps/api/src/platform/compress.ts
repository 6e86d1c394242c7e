import type { FastifyInstance } from "fastify";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

/** Compresses what is made for each request. Done at once, in place: at this level it costs less than a stream. */
export function compressAnswers(app: FastifyInstance) {
  app.addHook("onSend", async (request, reply, payload) => {
    if (typeof payload !== "string" || payload.length < 1024 || reply.hasHeader("content-encoding")) return payload;
    const accepted = request.headers["accept-encoding"]?.toString() ?? "";
    const html = String(reply.getHeader("content-type")).startsWith("text/html");
    void reply.header("vary", "accept-encoding");
    if (/\bbr\b/.test(accepted)) {
      const params = { [constants.BROTLI_PARAM_QUALITY]: html ? 4 : 1 };
      void reply.header("content-encoding", "br").removeHeader("content-length");
      return brotliCompressSync(payload, { params });
    }
    if (/\bgzip\b/.test(accepted)) {
      void reply.header("content-encoding", "gzip").removeHeader("content-length");
      return gzipSync(payload, { level: 1 });
    }
    return payload;
  });
}

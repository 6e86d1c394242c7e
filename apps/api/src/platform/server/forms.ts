import type { FastifyInstance } from "fastify";

/** Routes that plain HTML forms are posted to, by browsers without scripts: their bodies are fields, and nothing else. */
export function takeForms(app: FastifyInstance, register: (posts: FastifyInstance) => void) {
  void app.register(async (posts) => {
    posts.removeAllContentTypeParsers();
    posts.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_, body, done) =>
      done(null, new URLSearchParams(body as string)),
    );
    register(posts);
  });
}

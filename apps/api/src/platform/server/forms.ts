import type { FastifyInstance } from "fastify";

/** Routes that plain HTML forms are posted to, by browsers without scripts: their bodies are fields, and nothing else. */
export function takeForms(app: FastifyInstance, register: (posts: FastifyInstance) => void) {
  void app.register(async (posts) => {
    posts.removeAllContentTypeParsers();
    posts.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_, body, done) =>
      done(null, new URLSearchParams(body as string)),
    );
    // One that is posted without a body has no fields.
    posts.addHook("preValidation", async (request) => void (request.body ??= new URLSearchParams()));
    register(posts);
  });
}

/** Routes that files are sent to, since a file is more than GraphQL takes: its bytes are the body, and nothing else. */
export function takeFiles(app: FastifyInstance, largest: number, register: (files: FastifyInstance) => void) {
  void app.register(async (files) => {
    files.addHook("onRoute", (route) => void (route.config = { ...route.config, slow: true }));
    files.removeAllContentTypeParsers();
    files.addContentTypeParser("application/octet-stream", { parseAs: "buffer", bodyLimit: largest }, (_, body, done) =>
      done(null, body),
    );
    register(files);
  });
}

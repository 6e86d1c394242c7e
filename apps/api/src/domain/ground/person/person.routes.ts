import { AsyncLocalStorage } from "node:async_hooks";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { DataSource } from "typeorm";
import type { ProblemCode } from "../../../graphql/resolvers.generated.ts";
import { limiter } from "../../../platform/server/rateLimit.ts";
import { rates } from "../../../platform/server/guards.ts";
import type { Server } from "../../../platform/server/http.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import { isEmail } from "../../../platform/text/text.ts";
import type { PersonAuth } from "./person.auth.ts";
import { personaOf } from "./person.queries.ts";
import { signOf, withSign } from "./session.writes.ts";

/** A link for one address, five times in a quarter of an hour. */
const perAddress = { name: "sign-in link", most: 5, seconds: 900 };

/** Signing in and out: plain requests, because they set a cookie. Answers are `{ problems }`, as a mutation's. */
export function personRoutes(app: FastifyInstance, { database, config }: Server) {
  // Loaded by the first who signs in or out: a fifth of what a start would load.
  const library = () => import("./person.auth.ts");
  let made: Promise<PersonAuth> | undefined;
  const auth = () => (made ??= library().then(({ personAuth }) => personAuth(database)));
  const wait = limiter(perAddress);
  const limited = { config: rates.signIn };

  app.post<Body<{ email: string; language: string }>>("/auth/link", limited, async ({ body }, reply) => {
    const address = text(body?.email).trim().toLowerCase();
    if (!isEmail(address)) return refuse(reply, 422, "NOT_AN_EMAIL", "email");
    const seconds = await wait(database.manager, address);
    if (seconds) return refuse(reply.header("retry-after", seconds), 429, "TOO_MANY_TRIES", "email", String(seconds));
    // Same act and same answer for an unknown address: nobody learns who has an account.
    const metadata = { language: text(body?.language) };
    const { api } = await auth();
    try {
      await api.signInMagicLink({ body: { email: address, metadata }, headers: new Headers() });
    } catch (error) {
      // The library takes fewer signs in an address than mail servers do.
      if ((error as { statusCode?: unknown }).statusCode !== 400) throw error;
      return refuse(reply, 422, "NOT_AN_EMAIL", "email");
    }
    return { problems: [] };
  });

  app.post<Body<{ token: string }>>("/auth/confirm", limited, async ({ body }, reply) => {
    const query = { token: text(body?.token) };
    const answer = await (await auth()).api.magicLinkVerify({ query, headers: new Headers(), asResponse: true });
    if (answer.status !== 200) return refuse(reply, 410, "GONE", "token");
    return signedIn(database, reply, answer);
  });

  app.post("/auth/sign-out", { config: rates.signOut }, async ({ headers }: FastifyRequest, reply) => {
    const given = new Headers({ cookie: headers.cookie ?? "" });
    const answer = await (await auth()).api.signOut({ headers: given, asResponse: true });
    return signedOut(reply, answer.headers);
  });

  app.post("/auth/sign-out-everywhere", { config: rates.signOut }, async ({ headers }: FastifyRequest, reply) => {
    const { id } = await viewerFrom(database, headers.cookie);
    if (id) await database.query("delete from session where person_id = $1", [id]);
    const given = new Headers({ cookie: headers.cookie ?? "" });
    const answer = await (await auth()).api.signOut({ headers: given, asResponse: true });
    return signedOut(reply, answer.headers);
  });

  if (!config.demo) return;
  // Made once, as the other: it takes longer than all the rest of a sign-in. A link is for the request that asked for it.
  const asking = new AsyncLocalStorage<{ token: string }>();
  const hand = (_to: string, link: string) =>
    void (asking.getStore()!.token = new URL(link).searchParams.get("token")!);
  let lent: Promise<PersonAuth> | undefined;
  // There is no secret to guess: a class that tries the demonstration signs in from one address.
  app.post<Body<{ personId: string }>>("/demo/sign-in", { config: rates.posts }, async ({ body: given }, reply) => {
    const persona = await personaOf(database.manager, text(given?.personId));
    if (!persona) return refuse(reply, 404, "GONE", "personId");
    const own = await (lent ??= library().then(({ personAuth }) => personAuth(database, hand)));
    const asked = { token: "" };
    const body = { email: persona.email };
    await asking.run(asked, () => own.api.signInMagicLink({ body, headers: new Headers() }));
    const query = { token: asked.token };
    const answer = await own.api.magicLinkVerify({ query, headers: new Headers(), asResponse: true });
    return signedIn(database, reply, answer);
  });
}

interface Body<T> {
  Body: Partial<T> | null;
}

const text = (value: unknown) => (typeof value === "string" ? value : "");

async function signedIn(database: DataSource, reply: FastifyReply, answer: Response) {
  const { user } = (await answer.json()) as { user: { id: string } };
  const cookies = answer.headers.getSetCookie();
  const { awaits } = await viewerFrom(database, cookies[0]);
  return withSign(reply, cookies, signOf(user.id), awaits && { awaits });
}

const signedOut = (reply: FastifyReply, headers: Headers) =>
  withSign(reply, headers.getSetCookie(), "signed-in=; Max-Age=0");

const refuse = (reply: FastifyReply, status: number, code: ProblemCode, field: string, value: string | null = null) =>
  reply.code(status).send({ problems: [{ code, field, value }] });

import type { FastifyInstance } from "fastify";
import { createContext, type Transaction } from "../../../platform/context.ts";
import { recorder } from "../../../platform/journal.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { rates } from "../../../platform/server/guards.ts";
import type { Server } from "../../../platform/server/http.ts";
import { viewerOf } from "../../../platform/viewer.ts";
import { Persons } from "../person/person.entity.ts";
import { addPerson } from "../person/person.writes.ts";
import { openSession, signInReply } from "../person/session.writes.ts";
import { openInvitation, takeUp } from "./invitation.commands.ts";
import { lockedInvitation } from "./invitation.queries.ts";
import { tokenDigest } from "./invitation.token.ts";

type Joined = Partial<Record<"token" | "displayName" | "email" | "language", unknown>>;

const text = (value: unknown) => (typeof value === "string" ? value : "");

/** Makes an account for whoever opens an invitation without one, with its role, and signs it in. */
async function join(tx: Transaction, body: Joined) {
  const token = text(body.token);
  await refuseMade(tx, token, text(body.email));
  await openInvitation(tx, token);
  const person = await addPerson(tx.db, {
    displayName: text(body.displayName),
    email: text(body.email),
    language: body.language === "en" ? "en" : "fr",
  });
  const viewer = viewerOf(person, []);
  await takeUp({ ...tx, viewer, record: recorder(tx.db, viewer, tx.now) }, token, person.id);
  return { personId: person.id, session: await openSession(tx.db, person.id, tx.now) };
}

/** Tells whoever made an account by this link, and had no answer, to sign in with it. */
async function refuseMade({ db }: Transaction, token: string, email: string) {
  const before = await lockedInvitation(db, "token_digest", tokenDigest(token));
  const person = before?.acceptedById ? await db.findOneBy(Persons, { id: before.acceptedById }) : null;
  if (person?.email && person.email === email.trim().toLowerCase()) throw new Refusal("HAS_ACCOUNT", "email");
}

/** Accepting without an account: a plain request, because it sets a cookie. Answers are `{ problems }`, as a mutation's. */
export function invitationRoutes(app: FastifyInstance, { database }: Server) {
  app.post<{ Body: Joined | null }>("/invitations/accept", { config: rates.signIn }, async ({ body, id }, reply) => {
    const { run } = createContext(database, { requestId: id });
    const { session, personId, problems } = await run((tx) => join(tx, body ?? {}));
    if (!session || !personId) return reply.code(422).header("cache-control", "no-store").send({ problems });
    return signInReply(reply, session, personId);
  });
}

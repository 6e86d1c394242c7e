import { randomUUID } from "node:crypto";
import { type Answers, type Question, questionsOf } from "@cahier/schema/questionnaire/definition";
import { hiddenField } from "@cahier/schema/hiddenField";
import { readForm } from "@cahier/schema/questionnaire/form";
import { stepsOf } from "@cahier/schema/questionnaire/steps";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Appearance, Problem } from "../../../graphql/resolvers.generated.ts";
import { createContext } from "../../../platform/context.ts";
import { rates } from "../../../platform/server/guards.ts";
import { addressKey } from "../../../platform/server/quota.ts";
import { takeForms } from "../../../platform/server/forms.ts";
import type { Server } from "../../../platform/server/http.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import { isId } from "../../../platform/text/text.ts";
import type { Viewer } from "../../../platform/viewer.ts";
import { definitionOf } from "../questionnaire/definition.ts";
import { questionnaireToRead } from "../questionnaire/questionnaire.queries.ts";
import { receiptCode } from "./codes.ts";
import { responseOfKey } from "./response.writes.ts";
import { besides, savedBy, sentBy, type Written } from "./draft.posts.ts";
import { draftByToken } from "../draft/draft.queries.ts";
import { newDraftToken } from "../draft/token.ts";

interface Route {
  Params: { slug: string; token: string };
  Querystring: { part?: string; plain?: string };
  Body: URLSearchParams;
}

/** A form that was posted, and where the answer to it goes. */
interface Post {
  app: FastifyInstance;
  server: Server;
  request: FastifyRequest<Route>;
  reply: FastifyReply;
  /** `/en`, or nothing. */
  language: string;
}

/**
 * Questionnaires answered by plain form posts, for browsers without scripts: each part is kept as a draft, by the same
 * mutations as everybody's. The address of a draft is all the right that it takes: a cookie is read for a response in the
 * name of an organisation alone.
 */
export function draftRoutes(app: FastifyInstance, server: Server) {
  const options = { config: rates.posts, bodyLimit: 400_000 };
  takeForms(app, (posts) => {
    for (const language of ["", "/en"]) {
      posts.post<Route>(`${language}/questionnaires/:slug`, options, async (request, reply) => {
        const { slug } = request.params;
        const post = { app, server, request, reply, language };
        const questionnaire = await questionnaireToRead(contextOf(post), slug);
        if (!questionnaire) return reply.redirect(`${language}/questionnaires`, 303);
        return take(post, fresh(questionnaire.id), slug);
      });

      posts.post<Route>(`${language}/drafts/:token`, options, async (request, reply) => {
        const { token } = request.params;
        const post = { app, server, request, reply, language };
        const draft = await draftByToken(server.database.manager, token);
        if (!draft) return gone(post);
        return take(post, { ...draft, token, answers: draft.answers as Answers }, "");
      });
    }
  });
}

const contextOf = ({ server, request: { id, ip, body } }: Post, viewer?: Viewer) =>
  createContext(server.database, { viewer, requestId: id, address: addressKey(ip), filled: !!body.get(hiddenField) });

/** A draft of which nothing is kept yet. */
const fresh = (questionnaireId: string): Written => ({
  token: newDraftToken(),
  key: randomUUID(),
  questionnaireId,
  answers: {},
  appearance: null,
  authorName: null,
  version: null,
});

/** Keeps the part that was posted, then goes where its button says; or shows it again with what is wrong with it. */
async function take(post: Post, draft: Written, slug: string): Promise<FastifyReply> {
  const { app, server, request, reply, language } = post;
  const { manager } = server.database;
  const posted = await read(post, draft);
  const { written, revision, check, part, parts, questions, fields, go } = posted;
  const { answers } = written;
  const plain = request.query.plain === "yes";
  const next = goingTo(go, part, parts);
  const switches = go === "plain";
  const again = (problems: readonly Problem[], path: string) =>
    app.showAgain(request, reply, `${language}${path}?part=${nameOf(part, parts)}${plain ? "&plain=yes" : ""}`, {
      problems,
      answers,
      fields,
    });
  const address = `/drafts/${draft.token}`;
  const sent = go === "send" ? await send(post, posted) : null;
  if (sent?.receipt) return reply.redirect(`${language}/follow/${sent.receipt.code}?sent#main`, 303);

  const refused = await savedBy(server, contextOf(post), written, { part: Math.min(next, parts), revision });
  // Pressed twice, or open on two devices: the part goes onto what was kept meanwhile.
  const other = refused.some(({ code }) => code === "STALE") && (await draftByToken(manager, draft.token));
  if (other) return take(post, { ...written, ...other, token: draft.token, answers: other.answers as Answers }, slug);
  if (sent || refused.length > 0)
    return again(sent?.problems ?? refused, draft.version === null ? `/questionnaires/${slug}` : address);
  const keys = new Set(questions.flatMap(({ id }) => [id, `${id}-other`]));
  const wrong = check(answers, { draft: true }).problems.filter(({ field }) => field !== null && keys.has(field));
  if (wrong.length > 0 && go !== "later" && go !== "previous" && !switches) return again(wrong, address);
  const simple = plain !== switches ? "&plain=yes" : "";
  const later = go === "later" ? "&kept" : "";
  return reply.redirect(`${language}${address}?part=${nameOf(next, parts)}${simple}${later}#part`, 303);
}

/** Reads a posted form: the draft with its answers, the part that was posted, and where its button leads. */
async function read({ server, request: { body: form, query } }: Post, draft: Written) {
  const revision = Number(form.get("revision")) || null;
  const { definition, check } = (await definitionOf(server.database.manager, draft.questionnaireId, revision))!;
  const steps = stepsOf<Question>(definition);
  const part = placeOf(query.part, steps.length);
  // Every question is read, whichever part was posted: a page opened before the parts changed posts others.
  const { answers: typed, empty } = readForm(questionsOf(definition), form);
  const fields = besides(form);
  const written: Written = {
    ...draft,
    answers: { ...without(draft.answers, empty), ...typed },
    appearance: (fields.appearance as Appearance) || draft.appearance,
    authorName: fields.authorName ?? draft.authorName,
  };
  return {
    written,
    revision,
    definition,
    check,
    fields,
    part,
    parts: steps.length,
    questions: steps[part - 1]?.questions ?? [],
    go: form.get("go") ?? "next",
  };
}

/** Sends a draft, in the name of an organisation by whoever is signed in as its member. */
async function send(post: Post, { written, fields, revision, definition }: Awaited<ReturnType<typeof read>>) {
  const { server, request, language } = post;
  const member = fields.organisationId ? await viewerFrom(server.database, request.headers.cookie) : undefined;
  const asked = { fields, revision, definition, language: language ? ("en" as const) : ("fr" as const) };
  return sentBy(server, contextOf(post, member), written, asked);
}

/** Answers for a draft that is gone: the receipt if it was sent, by a double click or before going back. */
async function gone({ server, request: { body }, reply, language }: Post) {
  const [questionnaireId, key] = [body.get("questionnaire") ?? "", body.get("key") ?? ""];
  const { manager } = server.database;
  const sent = isId(questionnaireId) && key ? await responseOfKey(manager, questionnaireId, key) : null;
  return reply.redirect(
    sent ? `${language}/follow/${receiptCode(sent.id)}?sent#main` : `${language}/drafts/gone#main`,
    303,
  );
}

/** The part that an address names, from 1; one more for the review. */
const placeOf = (part: string | undefined, parts: number) =>
  part === "review" ? parts + 1 : Math.min(Math.max(1, Math.trunc(Number(part)) || 1), parts);

const nameOf = (part: number, parts: number) => (part > parts ? "review" : part);

/** The part that a button leads to. */
function goingTo(go: string, part: number, parts: number) {
  if (go === "review") return parts + 1;
  if (go === "previous") return Math.max(1, part - 1);
  return go === "next" ? Math.min(part + 1, parts + 1) : part;
}

const without = (answers: Answers, keys: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(answers).filter(([key]) => !keys.includes(key)));

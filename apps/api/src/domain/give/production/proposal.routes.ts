import { m } from "@cahier/schema/messages";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { type Context, createContext } from "../../../platform/context.ts";
import { dayOf } from "../../../platform/day.ts";
import type { Server } from "../../../platform/server/http.ts";
import { pageCache } from "../../../platform/pageCache.ts";
import { viewerFrom } from "../../../platform/server/session.ts";
import { type WritingFormat, writers } from "../../../platform/files/writing/formats.ts";
import { withImprint, type Writing } from "../../../platform/files/writing/writing.ts";
import { imprintOf, writeInLanguageOfSite } from "../../../platform/organiser.ts";
import { stateOf } from "../../../platform/data/state.ts";
import { isKnown, isTheirs, refuse, send, served } from "../../../platform/files/answer.ts";
import { handoverOf } from "../../carry/handover/handover.queries.ts";
import { officeCode } from "../../carry/office/office.code.ts";
import { officePolicy } from "../../carry/office/office.policy.ts";
import { linkOfHandover } from "../../carry/office/office.queries.ts";
import { type Proposal, Proposals } from "../../propose/proposal/proposal.entity.ts";
import { proposalToRead } from "../../propose/proposal/proposal.queries.ts";
import { carriedOf, type Dossier, dossierOf } from "./dossier.ts";
import { dossierWriting } from "./dossier.document.ts";
import { type Letter, letterWriting } from "./letter.document.ts";
import { productionPolicy } from "./production.policy.ts";
import { onOnePage, pageWritings } from "./page.document.ts";
import { dossierTrace, letterTrace, pageTrace } from "./trace.ts";
import { locale } from "./production.words.ts";

interface ProposalFileRequest {
  Params: { slug: string; id: string; ask: string };
}

/** A file before it is made: its name, what it is of, and how it is made in a format. */
interface Production {
  name: string;
  make: (format: Format) => Promise<Buffer | string>;
}

type Format = WritingFormat | "json";

const formats = [...Object.keys(writers), "json"] as Format[];

/** Finds what is asked, as whoever asks may read it; null where there is nothing for them. */
type Find = (context: Context, asked: ProposalFileRequest["Params"]) => Promise<Production | null>;

/**
 * Files of one proposal, made on request: public dossier, page, and letter of each handover. For its team also while it
 * is a draft, and the letter of an ask that nobody carried yet.
 */
export function proposalRoutes(app: FastifyInstance, { database, config: { origin } }: Server) {
  // Simultaneous requests share one result: a PDF of a hundred notes takes a while.
  const cache = pageCache<Buffer | string>(database.manager, { sizeOf: Buffer.byteLength });

  const found = async (context: Context, slug: string) => {
    const proposal = await proposalToRead(context, slug);
    return proposal && (await dossierOf(context, proposal));
  };

  const write = (format: WritingFormat) => async (writing: Writing) =>
    writers[format].write(withImprint(writing, await imprintOf(database.manager)));

  const dossier: Find = async (context, { slug }) => {
    const it = await found(context, slug);
    return it && { name: slug, make: (format) => dossierAs(it, context, format) };
  };

  const dossierAs = async (it: Dossier, { now }: Context, format: Format) =>
    format === "json" ? dossierTrace(it, origin) : write(format)(dossierWriting(it, { origin, now, day: dayOf(now) }));

  const page: Find = async (context, { slug }) => {
    const it = await found(context, slug);
    const day = dayOf(context.now);
    return (
      it && {
        name: `${slug}-page`,
        make: async (format) =>
          format === "json"
            ? pageTrace(it, origin)
            : onOnePage(pageWritings(it, { origin, now: context.now, day }), write(format)),
      }
    );
  };

  const letterAs = (letter: Letter, it: Dossier, day: string) => async (format: Format) => {
    if (format === "json") return letterTrace(letter, it, origin);
    const { imprint: sender } = await writeInLanguageOfSite(database.manager);
    return write(format)(letterWriting(letter, it, { origin, day, sender }));
  };

  const handoverLetter: Find = async (context, { id }) => {
    const handover = await handoverOf(context, id);
    const proposal = handover && (await context.load(Proposals, handover.proposalId));
    if (!proposal) return null;
    const [it, carried] = await Promise.all([dossierOf(context, proposal), carriedOf(context, handover)]);
    const day = handover.handedOverOn ?? handover.contactedOn ?? dayOf(context.now);
    const name = `${proposal.slug}-${m.production_letter_file({}, locale)}`;
    return { name, make: letterAs({ ...carried, ask: handover.ask, link: null }, it, day) };
  };

  /** The same with the private link, for whoever holds it: nobody else may answer for the office. */
  const officeLetter: Find = async (context, { id }) => {
    const handover = await handoverOf(context, id);
    const proposal = handover && (await context.load(Proposals, handover.proposalId));
    if (!proposal || !officePolicy.hold(context.viewer, proposal)) return null;
    const made = await linkOfHandover(context, handover.id);
    if (!made) return null;
    const [it, carried] = await Promise.all([dossierOf(context, proposal), carriedOf(context, handover)]);
    const link = { code: officeCode(made.id), contact: made.contact };
    const letter = { ...carried, ask: handover.ask, link };
    const name = `${proposal.slug}-${m.production_letter_link_file({}, locale)}`;
    return { name, make: letterAs(letter, it, dayOf(context.now)) };
  };

  /** Before it is carried, it is a draft of its team. */
  const askLetter: Find = async (context, { slug, ask: id }) => {
    const proposal = await proposalToRead(context, slug);
    if (!proposal || !productionPolicy.make(context.viewer, proposal.groupId)) return null;
    return letterOfAsk(context, proposal, id);
  };

  async function letterOfAsk(context: Context, proposal: Proposal, id: string): Promise<Production | null> {
    const it = await dossierOf(context, proposal);
    const asked = it.asks.find(({ ask }) => ask.id === id);
    if (!asked) return null;
    const letter = {
      interlocutor: asked.interlocutor,
      ask: asked.ask.text,
      handover: null,
      carrier: null,
      territory: null,
      link: null,
    };
    const name = `${proposal.slug}-${m.production_letter_file({}, locale)}-${asked.interlocutor.slug}`;
    return { name, make: letterAs(letter, it, dayOf(context.now)) };
  }

  /** Public files are the same for all, and cached; files of a team are cached by nobody. */
  async function answer(request: FastifyRequest<ProposalFileRequest>, reply: FastifyReply, find: Find, format: Format) {
    const state = await stateOf(database.manager);
    await writeInLanguageOfSite(database.manager);
    const asThey = async (viewer?: FastifyRequest["viewer"]) => {
      const context = createContext(database, { viewer, requestId: request.id });
      const production = await find(context, request.params);
      return production && { context, production };
    };
    let asked = await asThey();
    if (asked) {
      if (isKnown(request, reply, request.url, dayOf(asked.context.now), state)) return reply.code(304).send();
    } else {
      if (!isTheirs(request, reply)) return refuse(reply, 403, locale.locale);
      request.viewer = await viewerFrom(database, request.headers.cookie);
      asked = request.viewer.id ? await asThey(request.viewer) : null;
      if (!asked) return refuse(reply, 404, locale.locale);
    }
    const { context, production } = asked;
    const { name, make } = production;
    const file = await (context.viewer.id ? make(format) : cache(request.url.split("?")[0]!, () => make(format)));
    const type = format === "json" ? "application/json; charset=utf-8" : writers[format].type;
    return send(reply, request, file, type, `${name}.${format}`);
  }

  for (const format of formats) {
    const serve = (path: string, find: Find) =>
      app.get<ProposalFileRequest>(`${path}.${format}`, served, (request, reply) =>
        answer(request, reply, find, format),
      );
    serve("/proposals/:slug/dossier", dossier);
    if (format !== "docx" && format !== "odt") serve("/proposals/:slug/page", page);
    serve("/handovers/:id/letter", handoverLetter);
    if (format !== "json") serve("/handovers/:id/office-letter", officeLetter);
    serve("/proposals/:slug/letters/:ask(^[\\da-f-]{36})", askLetter);
  }
}

import { m } from "@cahier/schema/messages";
import type { Language, NewsKind } from "../../../graphql/resolvers.generated.ts";
import { regional } from "../../../platform/day.ts";
import { siteAddress } from "../../../platform/server/siteAddress.ts";
import type { Context } from "../../../platform/context.ts";
import type { Mail } from "../../../platform/mail/mail.ts";
import { passagesOf } from "../../understand/reading/marked.queries.ts";
import { Initiatives } from "../../propose/initiative/initiative.entity.ts";
import { Handovers } from "../../carry/handover/handover.entity.ts";
import { Interlocutors } from "../../ground/interlocutor/interlocutor.entity.ts";
import { KeyPoints } from "../../understand/keyPoint/keyPoint.entity.ts";
import { keyPointsOfPassage, statedNow } from "../../understand/keyPoint/keyPoint.queries.ts";
import { Passages } from "../../understand/passage/passage.entity.ts";
import { Proposals } from "../../propose/proposal/proposal.entity.ts";
import { Questionnaires, Questions } from "../../listen/questionnaire/questionnaire.entity.ts";
import { questionThen } from "../../listen/questionnaire/wording.queries.ts";
import { mailedCode } from "../../listen/response/codes.ts";
import { Syntheses, SynthesisParagraphs, SynthesisVersions } from "../../understand/synthesis/synthesis.entity.ts";
import { Themes } from "../../ground/theme/theme.entity.ts";
import type { News, ResponseNews } from "./news.ts";
import { stopLink } from "../../../platform/mail/stopLink.ts";

/** More would not be read. */
const mostLines = 12;
/** A mail cites enough of a text for it to be known again. */
const longest = 240;

/** Order of the news in a mail: requests first, then replies, then the path from its nearest step. */
const order: NewsKind[] = [
  "ASKED",
  "RESOLVED",
  "ANSWERED",
  "CARRIED",
  "ADOPTED",
  "FEEDS",
  "CITED",
  "MARKED",
  "READ",
  "NOT_RETAINED",
];

/** Subject of a mail that tells one thing. */
const subjects: Partial<Record<NewsKind, typeof m.mail_trail_subject>> = {
  ASKED: m.mail_trail_asked_subject,
  RESOLVED: m.mail_trail_resolved_subject,
  ANSWERED: m.mail_trail_answered_subject,
  CITED: m.mail_trail_cited_subject,
};

/** One line of news, what was said in one's own words before it, and where it happened. */
interface Line {
  quote?: string | null;
  text: string;
  path?: string;
}

/** The mail that tells somebody what happened to their words: short, plain, with nothing in it that is not public. */
export async function digestOf(
  context: Context,
  address: string,
  locale: Language,
  responses: ResponseNews[],
): Promise<Mail> {
  const kinds = new Set(responses.flatMap(({ news }) => news.map(({ kind }) => kind)));
  const first = order.find((kind) => kinds.has(kind));
  const parts = await Promise.all(responses.map((one) => partOf(context, locale, one)));
  const link = stopLink(address, locale);
  return {
    to: address,
    subject: ((first && subjects[first]) ?? m.mail_trail_subject)({}, { locale }),
    text: [m.mail_trail_hello({}, { locale }), ...parts, `${m.mail_trail_foot({}, { locale })}\n${link}`].join("\n\n"),
    stopLink: link,
  };
}

async function partOf(context: Context, locale: Language, { response, news }: ResponseNews): Promise<string> {
  const { title } = (await context.load(Questionnaires, response.questionnaireId))!;
  const date = dayIn(locale, response.submittedOn);
  const address = (path: string) => siteAddress(locale, path);
  const byText = Map.groupBy(news, ({ contribution }) => contribution.id);
  const written: string[] = [];
  let left = mostLines;
  let more = false;
  for (const all of byText.values()) {
    const lines = await linesOf(context, locale, all);
    const shown = lines.slice(0, left);
    left -= shown.length;
    more ||= lines.length > shown.length;
    if (shown.length === 0) continue;
    const question = await askedOf(context, all[0]!);
    const heading = question ? [m.mail_trail_question({ question: short(question) }, { locale })] : [];
    const told = shown.map(({ quote, text, path }) =>
      [quote && m.mail_trail_quote({ quote: short(quote) }, { locale }), text, path && `  ${address(path)}`]
        .filter(Boolean)
        .join("\n"),
    );
    written.push([...heading, ...told].join("\n"));
  }
  return [
    m.mail_trail_response({ date, title }, { locale }),
    ...written,
    ...(more ? [m.mail_trail_more({}, { locale })] : []),
    `${m.mail_trail_page({}, { locale })}\n${address(`/follow/${mailedCode(response.id)}`)}`,
  ].join("\n\n");
}

/** The question as its author read it. */
async function askedOf(context: Context, { contribution }: News): Promise<string | null> {
  const question = await context.load(Questions, contribution.questionId);
  return question && (await questionThen(context, question, contribution.questionRevision)).label;
}

async function linesOf(context: Context, locale: Language, news: News[]): Promise<Line[]> {
  // READ is left out beside any further step: it goes without saying.
  const told = news.length > 1 ? news.filter(({ kind }) => kind !== "READ") : news;
  const lines = await Promise.all(
    told
      .toSorted((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
      .map((one) => lineOf[one.kind](context, locale, one)),
  );
  return lines.flatMap((line, index) =>
    // The same words are cited once.
    line ? [{ ...line, quote: line.quote === lines[index - 1]?.quote ? null : line.quote }] : [],
  );
}

type LineOf = (context: Context, locale: Language, news: News) => Promise<Line | null>;

const lineOf: Record<NewsKind, LineOf> = {
  READ: async (_, locale, { contribution: { status } }) => ({
    text: status === "UNPUBLISHED" ? m.mail_trail_COUNTED({}, { locale }) : m.mail_trail_READ({}, { locale }),
  }),
  async MARKED(context, locale, { contribution, event }) {
    const { load } = context;
    const [initiative, keyPoint] = await Promise.all([
      load(Initiatives, event?.initiativeId),
      load(KeyPoints, event?.keyPointId),
    ]);
    if (initiative)
      return {
        text: m.mail_trail_MARKED_initiative({ name: initiative.name }, { locale }),
        path: `/initiatives/${initiative.slug}`,
      };
    if (!keyPoint) return { text: m.mail_trail_MARKED_words({}, { locale }) };
    return {
      quote: await wordsUnder(context, contribution, keyPoint.id),
      text: m.mail_trail_MARKED({ sentence: short(keyPoint.sentence) }, { locale }),
      path: `/key-points/${keyPoint.id}`,
    };
  },
  async CITED({ load }, locale, { event, cited }) {
    const synthesis = await load(Syntheses, event?.synthesisId);
    if (!synthesis) return null;
    const { title, slug } = synthesis;
    const [passage, paragraph] = await Promise.all([
      load(Passages, cited?.passageId),
      load(SynthesisParagraphs, cited?.paragraphId),
    ]);
    return {
      quote: passage?.quote,
      text: paragraph?.text
        ? m.mail_trail_CITED({ title, paragraph: short(paragraph.text) }, { locale })
        : m.mail_trail_CITED_words({ title }, { locale }),
      path: `/syntheses/${slug}`,
    };
  },
  async ASKED({ load }, locale, { cited }) {
    if (!cited) return null;
    const [synthesis, version, passage, paragraph] = await Promise.all([
      load(Syntheses, cited.synthesisId),
      load(SynthesisVersions, cited.versionId),
      load(Passages, cited.passageId),
      load(SynthesisParagraphs, cited.paragraphId),
    ]);
    const date = version?.circulatesUntil ? dayIn(locale, version.circulatesUntil) : "";
    const { title, slug } = synthesis!;
    return {
      quote: passage?.quote,
      text: paragraph?.text
        ? m.mail_trail_ASKED({ title, date, paragraph: short(paragraph.text) }, { locale })
        : m.mail_trail_ASKED_words({ title, date }, { locale }),
      path: versionOf(slug, cited.version),
    };
  },
  async RESOLVED({ load }, locale, { review, cited }) {
    const [synthesis, passage] = await Promise.all([
      load(Syntheses, cited?.synthesisId),
      load(Passages, review!.passageId),
    ]);
    const quote = passage?.quote;
    const path = synthesis ? versionOf(synthesis.slug, cited!.version) : undefined;
    if (review!.resolution === "REPLIED")
      return { quote, path, text: m.mail_trail_REPLIED({ reply: short(review!.reply ?? "") }, { locale }) };
    return {
      ...{ quote, path },
      text: synthesis
        ? m.mail_trail_CORRECTED({ version: cited!.version, title: synthesis.title }, { locale })
        : m.mail_trail_CORRECTED_words({}, { locale }),
    };
  },
  async FEEDS({ load }, locale, { event }) {
    const proposal = await load(Proposals, event?.proposalId);
    return proposal && { text: m.mail_trail_FEEDS(proposal, { locale }), path: `/proposals/${proposal.slug}` };
  },
  async ADOPTED({ load }, locale, { event }) {
    const proposal = await load(Proposals, event?.proposalId);
    return proposal && { text: m.mail_trail_ADOPTED(proposal, { locale }), path: `/proposals/${proposal.slug}` };
  },
  async CARRIED(context, locale, news) {
    const found = await handedOver(context, news);
    return found && { ...found, text: m.mail_trail_CARRIED(found.words, { locale }) };
  },
  async ANSWERED(context, locale, news) {
    const found = await handedOver(context, news);
    const stance = found?.stance ? m[`vocabulary_stance_${found.stance}`]({}, { locale }).toLowerCase() : "";
    return found && { ...found, text: m.mail_trail_ANSWERED({ ...found.words, stance }, { locale }) };
  },
  async NOT_RETAINED(context, locale, { notRetained }) {
    if (!notRetained) return null;
    const [theme, saidBy] = await Promise.all([
      context.load(Themes, notRetained.themeId),
      statedNow(context, notRetained.saidById),
    ]);
    const { reason, note } = notRetained;
    return {
      text: [
        m.mail_trail_NOT_RETAINED({ reason: m[`vocabulary_not_retained_${reason}`]({}, { locale }) }, { locale }),
        note && `  ${m.mail_trail_note({ note: short(note) }, { locale })}`,
        saidBy && `  ${m.mail_trail_said_by({ sentence: short(saidBy.sentence) }, { locale })}`,
        theme && `  ${m.mail_trail_forwarded({ theme: theme.title }, { locale })}`,
      ]
        .filter(Boolean)
        .join("\n"),
      ...(saidBy && { path: `/key-points/${saidBy.id}` }),
      ...(theme && { path: `/themes/${theme.slug}` }),
    };
  },
};

/** The page of a version: beside the one in force, another may circulate. */
const versionOf = (slug: string, version: number) => `/syntheses/${slug}/versions/${version}`;

async function handedOver({ load }: Context, { event }: News) {
  const [handover, proposal] = await Promise.all([
    load(Handovers, event?.handoverId),
    load(Proposals, event?.proposalId),
  ]);
  const interlocutor = await load(Interlocutors, handover?.interlocutorId);
  if (!handover || !proposal || !interlocutor) return null;
  const words = { number: proposal.number, title: proposal.title, office: interlocutor.name };
  return { path: `/handovers/${handover.id}`, words, stance: handover.replyStance };
}

/** The first words of a contribution that say a key point. */
async function wordsUnder(context: Context, contribution: News["contribution"], keyPointId: string) {
  const passages = await passagesOf(context, contribution);
  const said = await Promise.all(passages.map(({ id }) => keyPointsOfPassage(context, id)));
  return passages.find((_, at) => said[at]!.some(({ id }) => id === keyPointId))?.quote ?? null;
}

const short = (text: string) =>
  text.length > longest
    ? `${text
        .slice(0, longest)
        .replace(/\s+\S*$/, "")
        .toWellFormed()}…`
    : text;

const dayIn = (locale: Language, day: string) =>
  new Intl.DateTimeFormat(regional(locale), { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );

import MarkdownIt, { type Token } from "markdown-it";
import { m } from "@cahier/schema/messages";
import type { Language } from "../../../graphql/resolvers.generated.ts";
import type { Context } from "../../../platform/context.ts";
import { organiserOf } from "../../../platform/organiser.ts";
import { type KeyPoint, KeyPoints } from "../keyPoint/keyPoint.entity.ts";
import type { Passage } from "../passage/passage.entity.ts";
import type { SynthesisParagraph } from "./synthesis.entity.ts";
import { passagesCitedBy } from "./synthesis.queries.ts";

/** A live citation: `<passage:ID>` stands for words as they can be read today, `<keyPoint:ID>` for its sentence. */
const address = /^(passage|keyPoint):([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i;

// Tags that somebody typed come out as text; addresses other than of the web and of mail are not made links.
const markdown = new MarkdownIt({ html: false, linkify: false });
markdown.validateLink = (url) => /^(https?:|mailto:|\/(?!\/)|#)/i.test(url.trim()) || address.test(url.trim());

/** Ids cited in the detail of a paragraph, each once, in its order. */
export interface Cited {
  passageIds: string[];
  keyPointIds: string[];
}

/** The detail of a paragraph as tokens, in which a live citation is one token: `passage` or `keyPoint`, its id as content. */
export function tokensOf(detail: string): Token[] {
  const tokens = markdown.parse(detail, {});
  for (const token of tokens) if (token.children) token.children = withCitations(token.children);
  return tokens;
}

/** An address between angle brackets is three tokens: the link, its text, its end. */
function withCitations(children: Token[]): Token[] {
  const found: Token[] = [];
  for (let at = 0; at < children.length; at += 1) {
    const child = children[at]!;
    const [, kind, id] = (child.type === "link_open" && address.exec(String(child.attrGet("href")))) || [];
    if (!kind || !id) {
      found.push(child);
      continue;
    }
    child.type = kind;
    child.content = id.toLowerCase();
    child.nesting = 0;
    found.push(child);
    while (children[at]!.type !== "link_close") at += 1;
  }
  return found;
}

/** Reads the ids cited in a detail; none if there is no detail. */
export function citedIn(detail: string | null): Cited {
  const children = detail ? tokensOf(detail).flatMap((token) => token.children ?? []) : [];
  const ids = (kind: string) => [
    ...new Set(children.filter(({ type }) => type === kind).map(({ content }) => content)),
  ];
  return { passageIds: ids("passage"), keyPointIds: ids("keyPoint") };
}

/** Reads the passages and key points that a detail cites, by id, as far as they can be read today. */
async function readable(context: Context, id: string, detail: string) {
  const [passages, keyPoints, locale] = await Promise.all([
    passagesCitedBy(context, id),
    Promise.all(citedIn(detail).keyPointIds.map(async (keyPointId) => context.load(KeyPoints, keyPointId))),
    languageOf(context),
  ]);
  return {
    locale,
    takenBack: m.synthesis_taken_back({}, { locale }),
    words: new Map(passages.map((passage) => [passage.id, passage])),
    // One that was merged since keeps the sentence that was read then; its address leads to the one that holds its words.
    sentences: new Map(
      keyPoints.flatMap((it) => (it?.statedOn && it.state !== "WORKING" ? [[it.id, it] as const] : [])),
    ),
  };
}

/** The detail as safe HTML, with what it cites as it can be read today: words that were taken back are said to be. */
export async function htmlOf(context: Context, { id, detail }: SynthesisParagraph): Promise<string | null> {
  if (!detail) return null;
  const { words, sentences, takenBack } = await readable(context, id, detail);
  const { renderer, options } = markdown;
  const rules = {
    ...renderer.rules,
    passage: (tokens: Token[], at: number) => quoted(words.get(tokens[at]!.content), takenBack),
    keyPoint: (tokens: Token[], at: number) => said(sentences.get(tokens[at]!.content), takenBack),
  };
  return Object.assign(Object.create(renderer) as typeof renderer, { rules }).render(tokensOf(detail), options, {});
}

/** The detail as plain text, a line for each paragraph or item of a list; words that were taken back are said to be. */
export async function plainOf(context: Context, { id, detail }: SynthesisParagraph): Promise<string | null> {
  if (!detail) return null;
  const { words, sentences, takenBack, locale } = await readable(context, id, detail);
  const between = (quote: string) => (locale === "fr" ? `«\u00a0${quote}\u00a0»` : `“${quote}”`);
  const spoken = ({ type, content, children }: Token): string => {
    if (type === "passage") {
      const passage = words.get(content);
      return passage ? between(passage.quote) : takenBack;
    }
    if (type === "keyPoint") return sentences.get(content)?.sentence ?? takenBack;
    if (type === "softbreak" || type === "hardbreak") return "\n";
    return children ? children.map(spoken).join("") : content;
  };
  const lines = tokensOf(detail).flatMap((token) => (token.children || token.content ? spoken(token).trim() : []));
  return lines.join("\n");
}

const { escapeHtml } = markdown.utils;

/** The language that a synthesis is written in: the one of the site, or else French. */
async function languageOf({ db, reference }: Context): Promise<Language> {
  const read = async () => ({ language: (await organiserOf(db)).language ?? ("fr" as const) });
  return (await reference("organiser: language", read)).language;
}

const quoted = (passage: Passage | undefined, takenBack: string) =>
  passage
    ? `<q><a href="/contributions/${passage.contributionId}">${escapeHtml(passage.quote)}</a></q>`
    : `<em>${takenBack}</em>`;

const said = (keyPoint: KeyPoint | undefined, takenBack: string) =>
  keyPoint ? `<a href="/key-points/${keyPoint.id}">${escapeHtml(keyPoint.sentence)}</a>` : `<em>${takenBack}</em>`;

import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Language } from "../../src/graphql/resolvers.generated.ts";

const catalogues = fileURLToPath(new URL("../../../../packages/schema/src/", import.meta.url));

/** Words of all mails in a language by their names, each as a shape that a text has once its facts are put in. */
export function mailWords(language: Language): Map<string, RegExp> {
  const words = new Map<string, RegExp>();
  for (const file of globSync(`{platform/mail,propose/exchange,tell/news}.${language}.json`, { cwd: catalogues })) {
    const all = JSON.parse(readFileSync(catalogues + file, "utf8")) as Record<string, unknown>;
    for (const [name, said] of Object.entries(all))
      if (/^(?:\w+_)?mail_/.test(name) && typeof said === "string") words.set(name, shapeOf(said));
  }
  return words;
}

const shapeOf = (said: string) =>
  new RegExp(
    said
      .trim()
      .split(/\{\w+\}/)
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"))
      .join("[\\s\\S]*"),
  );

/** Subjects of several words: « one », « many ». */
export const countedWords = ["news_mail_subject"];

const rooms = fileURLToPath(new URL("../../src/", import.meta.url));

/** Files of the server that say words of mails or leave a mail: the names of these words, and where else they have them from. */
export const mailSources = () =>
  globSync("domain/**/*.ts", { cwd: rooms, exclude: ["**/*.test.ts"] }).flatMap((file) => {
    const text = readFileSync(rooms + file, "utf8");
    const leaves = /\b(?:leaveMail|leaveComposed|tellListener)\(/.test(text);
    const names = [...text.matchAll(/\bm\.((?:\w+_)?mail_\w+)/g)].map(([, name]) => name!);
    const borrows = /from "\.\/(?:[\w.]+\.mail|digest|listener\.entity)\.ts"|composer: "news"/.test(text);
    return leaves || names.length > 0 ? [{ file, leaves, names, borrows }] : [];
  });

import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { wordList } from "./wordList.ts";

const root = fileURLToPath(new URL(".", import.meta.url));

/** Every message of a language, as pairs of its name and of one of its texts. */
function messagesIn(locale: "fr" | "en") {
  const files = globSync(`*/*.${locale}.json`, { cwd: root });
  return files.flatMap((file) => {
    const messages = JSON.parse(readFileSync(root + file, "utf8")) as Record<string, unknown>;
    return Object.entries(messages).flatMap(([name, value]) => textsOf(value).map((text) => ({ name, text })));
  });
}

const textsOf = (value: unknown): string[] => {
  if (typeof value === "string") return [value.replaceAll(/\{[^}]*\}|<[^>]*>/g, "")];
  if (Array.isArray(value)) return value.flatMap(textsOf);
  return Object.values((value as { match?: Record<string, string> }).match ?? {}).flatMap(textsOf);
};

for (const locale of ["fr", "en"] as const) {
  const messages = messagesIn(locale);

  test(`each thing is called by its one word on screen (${locale})`, () => {
    expect(messages.length).toBeGreaterThan(2000);
    const others = wordList.flatMap(({ except = [], ...word }) => {
      const not = locale === "fr" ? word.notFr : word.notEn;
      return messages
        .filter(({ name, text }) => not?.test(text) && !except.some((start) => name.startsWith(start)))
        .map(({ name, text }) => `${name}: « ${text} » says another word for ${word[locale]}`);
    });
    expect(others).toEqual([]);
  });

  test(`each word of the list is used (${locale})`, () => {
    const all = messages.map(({ text }) => text.toLowerCase()).join("\n");
    expect(wordList.filter((word) => !all.includes(word[locale].toLowerCase())).map((word) => word[locale])).toEqual(
      [],
    );
  });
}

test("two things that one English word could stand for have each their own, where the French says which it is", () => {
  const french = messagesIn("fr");
  const english = Map.groupBy(messagesIn("en"), ({ name }) => name);
  const wrong = wordList.flatMap(({ fr, en, notAs }) => {
    if (!notAs) return [];
    const says = new RegExp(`(?<!\\p{L})${fr}s?(?!\\p{L})`, "iu");
    const named = new Set(french.flatMap(({ name, text }) => (says.test(text) ? [name] : [])));
    const said = [...named].flatMap((name) => english.get(name) ?? []).filter(({ text }) => notAs.test(text));
    return said.map(({ name, text }) => `${name}: « ${text} » says another word for ${en}`);
  });
  expect(wrong).toEqual([]);
});

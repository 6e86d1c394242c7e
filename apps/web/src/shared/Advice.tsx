import { m } from "@cahier/schema/messages";
import { finder } from "@cahier/schema/text/words";
import { createContext, use, useMemo } from "react";
import { contentLang } from "../i18n/content.ts";

/** A word to leave, and what to say rather. */
export interface Word {
  avoid: string;
  prefer: string;
  why: string | null;
}

/** The words that were agreed upon; a page gives those it read. */
export const WordsContext = createContext<readonly Word[]>([]);

/** « Vous avez écrit “consommateur” : plutôt “usager, habitant”. » Advice to writers; it blocks nothing. */
export function Advice({ text }: { text: string }) {
  const words = use(WordsContext);
  const find = useMemo(() => finder(words.map((of) => ({ words: of.avoid, of }))), [words]);
  const found = useMemo(() => {
    const all = find(text).map(({ of, startsAt, endsAt }) => [of, text.slice(startsAt, endsAt)] as const);
    return [...new Map(all)];
  }, [find, text]);
  return (
    <output className="quiet" aria-label={m.glossary_advice_label()}>
      {found.map(([{ prefer, why, avoid }, written]) => (
        <span className="advice" key={avoid}>
          {m.glossary_advice({ avoid: written, prefer })} {why && <span lang={contentLang()}>{why}</span>}{" "}
        </span>
      ))}
    </output>
  );
}

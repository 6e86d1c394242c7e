import {
  type Form,
  type FormItem,
  type FormNoteCode,
  type FormOption,
  type FormQuestion,
  type FormSection,
  type FormSettings,
  type FormSource,
  type FormWords,
} from "@cahier/schema/form";
import { OTHER, type QuestionType } from "@cahier/schema/questionnaire/definition";
import { usableCode } from "./codes.ts";
import { allOf, conditionOf, Elsewhere, type Target } from "./condition.ts";
import { Untranslatable } from "./expression.ts";
import { Unreadable } from "../../../platform/files/reading/unreadable.ts";
import { most } from "./limits.ts";
import { cleaned, cutAt, longestWords, mainOf, onOneLine, splitAt, type Texts } from "./formWords.ts";

/** Place of something in a file, and its name there. */
export interface Spot {
  place: string | null;
  name: string | null;
}

/** A question as a reader of files found it. */
export interface ReadQuestion extends Spot {
  place: string;
  name: string;
  /** Its type in the file. */
  kind: string;
  type: QuestionType;
  label: Texts;
  help?: Texts;
  /** Question and help in simple words, if the file has them. */
  plain?: Texts;
  plainHelp?: Texts;
  /** Why it is asked, where the file says so. */
  rationale?: Texts;
  required?: boolean;
  settings?: FormSettings;
  /** Under which conditions, in the words of the file; those of its groups too. */
  conditions?: string[];
  /** Its options by their codes in the file, where `settings.options` are made of them. */
  codes?: ReadonlyMap<string, string>;
}

/** A choice as a file has it. */
export interface Choice {
  code: string;
  label: Texts;
  /** The same in simple words, where the file has them. */
  plain?: Texts;
}

export type Assembly = ReturnType<typeof assembly>;

/** A form while it is read: what is given is put in our words and within our limits, and what cannot be is noted. */
export function assembly(source: FormSource, languages: string[]) {
  const main = mainOf(languages);
  const sections: FormSection[] = [];
  const items: FormItem[] = [];
  const notes: Form["notes"] = [];
  const said = new Set<string>();
  const targets = new Map<string, Target>();
  const tables: { begin: string; question: FormQuestion }[] = [];
  const names = new Set<string>();
  const whole: Spot = { place: null, name: null };
  let count = 0;

  const note =
    (outcome: "CHANGED" | "LEFT") =>
    (code: FormNoteCode, { place, name }: Spot = whole, value = "") => {
      const found = { outcome, code, place, name, value: cutAt(onOneLine(cleaned(value).text), 300) };
      // A text is looked at more than once: what is wrong with it is said once.
      const key = JSON.stringify(found);
      if (said.has(key)) return;
      if (said.size >= 5000) throw new Unreadable("TOO_MANY");
      said.add(key);
      notes.push(found);
    };
  const changed = note("CHANGED");
  const left = note("LEFT");

  if (main !== "fr" && main !== "") changed("LANGUAGE", whole, main);
  const others = languages.filter((one) => one !== main && one !== "en");
  if (others.length) left("LANGUAGES", whole, others.join(", "));

  /** Reads a text as plain text, in the language of the form and in English. */
  function read(texts: Texts | undefined, spot: Spot): { main: string; english: string } {
    const given = texts ?? {};
    // A language may be called like a part of all objects.
    const told = (language: string) => (Object.hasOwn(given, language) ? given[language] : undefined);
    const own = told(main) ?? Object.values(given).find(Boolean) ?? "";
    const [first, second] = [cleaned(own), cleaned(told("en") ?? "")];
    if (first.lost || second.lost) changed("MARKUP", spot);
    if (first.cut || second.cut) left("TEXT_CUT", spot);
    if (referenceIn(first.text)) changed("REFERENCES", spot, referenceIn(first.text));
    return { main: first.text, english: second.text };
  }

  /** Words that stand on one line, cut where they are too long. */
  function words(texts: Texts | undefined, spot: Spot, longest: number): FormWords {
    const { main: own, english } = read(texts, spot);
    if (own.length > longest || english.length > longest) left("TEXT_CUT", spot, own);
    return { text: cutAt(onOneLine(own), longest), english: cutAt(onOneLine(english), longest) || null };
  }

  /** The same, or nothing. */
  function maybe(texts: Texts | undefined, spot: Spot, longest: number): FormWords | null {
    const found = words(texts, spot, longest);
    return found.text ? found : null;
  }

  /** Begins a part. */
  function section(spot: Spot, kind: string, title: Texts, intro?: Texts) {
    const found = words(title, spot, longestWords.section);
    sections.push({ title: found, intro: maybe(intro, spot, longestWords.sectionIntro), questions: [] });
    if (spot.place !== null) items.push({ place: spot.place, name: spot.name ?? found.text, kind, became: "SECTION" });
  }

  /** Something that is not here. */
  function leave(
    spot: Spot & { place: string; name: string },
    kind: string,
    code: FormNoteCode = "TYPE",
    value = kind,
  ) {
    items.push({ place: spot.place, name: spot.name, kind, became: null });
    left(code, spot, value);
  }

  /** Codes that can be kept, and the options they name: once each. */
  function choices(list: readonly Choice[], spot: Spot): { options: FormOption[]; codes: Map<string, string> } {
    if (list.length > most.options) throw new Unreadable("TOO_MANY");
    const codes = new Map<string, string>();
    const taken = new Set<string>();
    const options: FormOption[] = [];
    for (const { code, label, plain } of list) {
      if (codes.has(code)) {
        left("CHOICE_TWICE", spot, code);
        continue;
      }
      const value = usableCode(code, taken);
      if (value !== code) changed("CODE_CHANGED", spot, `${code} → ${value}`);
      taken.add(value);
      codes.set(code, value);
      const found = words(label, spot, longestWords.option);
      const simple = maybe(plain, spot, longestWords.option);
      const told = found.text ? found : { text: code || value, english: null };
      options.push({ value, label: told, ...(simple && { plain: simple }) });
    }
    return { options, codes };
  }

  /** Asks one more question, in the last part. */
  function ask(asked: ReadQuestion): FormQuestion | null {
    if (++count > most.questions) throw new Unreadable("TOO_MANY");
    const { place, kind, type } = asked;
    const settings = coherent(asked);
    const conditions = conditionsOf(asked);
    if (conditions === false) {
      leave(asked, kind, "ALWAYS_HIDDEN", asked.conditions?.join(" ; "));
      return null;
    }
    if (sections.length === 0) sections.push({ title: { text: "", english: null }, intro: null, questions: [] });
    const { label, help } = labelled(asked);
    const name = usableCode(asked.name, names);
    names.add(name);
    const question: FormQuestion = {
      name,
      place,
      kind,
      type,
      label,
      help,
      plain: maybe(asked.plain, asked, longestWords.plain),
      plainHelp: maybe(asked.plainHelp, asked, longestWords.help),
      rationale: maybe(asked.rationale, asked, longestWords.help),
      required: asked.required ?? false,
      settings: conditions === true ? settings : { ...settings, visibleIf: conditions },
    };
    sections.at(-1)!.questions.push(question);
    items.push({ place, name: asked.name, kind, became: type });
    if (!targets.has(asked.name)) targets.set(asked.name, { question, codes: asked.codes });
    return question;
  }

  /** Bounds that can be kept: a crossed pair bounds nothing. */
  function coherent(asked: ReadQuestion): FormSettings {
    const settings = { ...asked.settings };
    for (const [low, high, highest] of pairs) {
      const [from = -1e9, to = highest(settings)] = [settings[low], settings[high]];
      if (from <= to && from >= -1e9 && to <= 1e9) continue;
      left("CONSTRAINT", asked, `${from} – ${to}`);
      delete settings[low];
      delete settings[high];
    }
    return settings;
  }

  /** A label within its limit, what follows under it; a text to read goes on in the next one. */
  function labelled(asked: ReadQuestion) {
    const { main: own, english } = read(asked.label, asked);
    if (!own) changed("LABEL_MISSING", asked);
    const [text, rest] = splitAt(own || asked.name, longestWords.label);
    const [inEnglish, englishRest] = splitAt(english, longestWords.label);
    const given = read(asked.help, asked);
    if (rest) changed("TEXT_MOVED", asked);
    const more = [rest, given.main].filter(Boolean).join("\n");
    const englishMore = [englishRest, given.english].filter(Boolean).join("\n");
    if (more.length > longestWords.help) left("TEXT_CUT", asked, more.slice(longestWords.help));
    const help = more && {
      text: cutAt(more, longestWords.help),
      english: cutAt(englishMore, longestWords.help) || null,
    };
    return { label: { text, english: inEnglish || null }, help: help || null };
  }

  /** A text to read, in as many blocks as it takes. */
  function tell(asked: Omit<ReadQuestion, "type">) {
    const [label, help] = [read(asked.label, asked), read(asked.help, asked)];
    let [own, english] = [
      [label.main, help.main].filter(Boolean).join("\n"),
      [label.english, help.english].filter(Boolean).join("\n"),
    ];
    for (let n = 1; own || n === 1; n++) {
      const [text, rest] = splitAt(own, longestWords.label);
      const [englishText, englishRest] = splitAt(english, longestWords.label);
      if (n === 2) changed("SPLIT", asked, "TEXT_BLOCK");
      const block = { [main]: text, ...(englishText && { en: englishText }) };
      const name = n === 1 ? asked.name : `${asked.name}_${n}`;
      // Its help is a part of it; its simple words, of the whole, stand with its beginning.
      const plain = n === 1 ? asked.plain : {};
      ask({ ...asked, type: "TEXT_BLOCK", name, label: block, help: {}, plain, plainHelp: {} });
      [own, english] = [rest, englishRest];
    }
  }

  /** The conditions of a question, together: those that cannot be put in our words are noted, and it is asked of all. */
  function conditionsOf(asked: ReadQuestion) {
    const parts = (asked.conditions ?? []).map((expression) => {
      if (!expression.trim()) return true;
      try {
        return conditionOf(expression, (name) => targets.get(name) ?? rowCalled(name));
      } catch (error) {
        if (error instanceof Elsewhere) left("CONDITION_ELSEWHERE", asked, expression);
        else if (error instanceof Untranslatable) left("CONDITION", asked, expression);
        else throw error;
        return true;
      }
    });
    return allOf(parts);
  }

  /** A name that stands for an option of a question, or for a question that was cut in several. */
  const call = (name: string, target: Target) => void targets.set(name, target);

  /** Names that begin so stand for a row or a cell of a table. */
  const callRows = (begins: readonly string[], question: FormQuestion) =>
    void tables.push(...begins.map((begin) => ({ begin, question })));

  function rowCalled(name: string): Target | null {
    const table = tables.find(({ begin }) => name.startsWith(begin));
    return table ? { question: table.question, row: true } : null;
  }

  /** The form, when all was read. */
  function finish(title: Texts, intro?: Texts): Form {
    const kept = sections.filter(({ questions, intro: word }) => questions.length > 0 || word);
    if (!kept.some(({ questions }) => questions.length > 0)) throw new Unreadable("NO_QUESTION");
    return {
      source,
      title: words(title, whole, longestWords.title),
      intro: maybe(intro, whole, longestWords.intro),
      language: main || "fr",
      sections: kept,
      items,
      notes,
    };
  }

  return { main, changed, left, words, maybe, section, leave, choices, ask, tell, call, callRows, finish };
}

/** Pairs of lower and upper bound, with the upper bound used when none is given. */
const pairs = [
  ["min", "max", () => 1e9],
  ["minSelect", "maxSelect", ({ options }: FormSettings) => options?.length ?? 1e9],
] as const;

/** « ${name} », « {Q1.shown} »: what another answer would replace. */
const referenceIn = (text: string) => /\$?\{[A-Za-z_!(][^{}]*\}/.exec(text)?.[0];

/** The option « other », which comes with a text. */
export const otherOption = (label: FormWords | null): FormOption => ({
  value: OTHER,
  label: label ?? { text: "Autre", english: "Other" },
});

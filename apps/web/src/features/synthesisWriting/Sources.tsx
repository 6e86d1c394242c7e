import { m } from "@cahier/schema/messages";
import { natureNames } from "@cahier/schema/understand/keyPoint.names";
import { type ReactNode, use, useEffect, useId, useRef, useState } from "react";
import { Link } from "react-router-dom";
import { plain } from "@cahier/schema/text/plain";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { useSettled } from "../../shared/useSettled.ts";
import { Button } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Failed } from "../../ui/Failed.tsx";
import { citeHere } from "./citedHere.ts";
import { focusLast } from "./focusIn.ts";
import { shown as shownWords, shownPoint } from "./paragraph/wordsIn.ts";
import type { Cited } from "./publication/citation.ts";
import { useWords, WordsOf } from "./SourceWords.tsx";
import { DeskContext } from "./SynthesisDesk.ts";
import { placedNames, placedTones } from "./synthesis.labels.ts";
import { atATime, useSources } from "./useSources.tsx";
import type { Source, Words } from "./writing.tsx";
import { AuthorLine } from "../../shared/AuthorLine.tsx";

/** Uses of a source, in the open paragraph or without one. */
export interface Uses {
  rest: (keyPointId: string, against: boolean) => void;
  insert: (cited: Cited) => void;
  /** Begins a paragraph with it, and with the sentence of a key point. */
  begin: (cited: Cited, point?: Source["keyPoint"]) => void;
}

/** Words that are found at once. */
const mostFound = 100;

/** The key points of the objective with the words they rest on: to be found, weighed, and cited. */
export function Sources({ uses, seeking = false }: { uses: Uses; seeking?: boolean }) {
  const { placed } = use(DeskContext);
  const [search, setSearch] = useState("");
  const [which, setWhich] = useState<"all" | "toPlace" | "notCited">("all");
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    // Once the dialog is open: it gives the focus to its first button.
    if (seeking) requestAnimationFrame(() => field.current?.focus());
  }, [seeking]);
  const [first, setFirst] = useState(atATime);
  const wanted = plain(search.trim());
  const settled = useSettled(search.trim());
  const toPlace = which === "toPlace";
  const notCited = which === "notCited";
  const { sources, isFound, more, error: notRead } = useSources({ search: settled, toPlace, notCited, first });
  const asked = { search: settled, toPlace, first: mostFound };
  const { words: found, error } = useWords(asked, !settled);
  const saying = wanted && settled ? (found ?? []).filter((one) => !toPlace || placed.of(one) === "toPlace") : [];
  const shown = sources.flatMap((source): { source: Source; words: readonly Words[] | null }[] => {
    const { id: point, number, sentence } = source.keyPoint;
    if (toPlace && !source.toPlace) return [];
    if (notCited && placed.cited.has(point)) return [];
    if (!wanted || plain(`${number} ${sentence}`).includes(wanted)) return [{ source, words: null }];
    const words = saying.filter(({ keyPointIds }) => keyPointIds.includes(point));
    if (words.length) return [{ source, words }];
    // Found by words past those that came.
    return isFound && found && settled === search.trim() ? [{ source, words: null }] : [];
  });
  return (
    <div className="writing-sources">
      <div className="writing-filter">
        <div>
          <label htmlFor={`${id}search`}>{m.synthesis_sources_search()}</label>
          <input
            id={`${id}search`}
            type="search"
            value={search}
            ref={field}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
        </div>
        <div>
          <label htmlFor={`${id}which`}>{m.synthesis_sources_which()}</label>
          <select
            id={`${id}which`}
            value={which}
            onChange={(event) => setWhich(event.currentTarget.value as typeof which)}
          >
            <option value="all">{m.synthesis_sources_all()}</option>
            <option value="toPlace">{m.synthesis_sources_to_place()}</option>
            <option value="notCited">{m.synthesis_sources_not_cited()}</option>
          </select>
        </div>
      </div>
      <output className="quiet">{m.synthesis_sources_count({ count: shown.length })}</output>
      <Failed because={error ?? notRead}>{m.synthesis_words_not_read()}</Failed>
      <ul className="writing-points">
        {shown.map(({ source, words }) => (
          <Point source={source} words={words} toPlace={toPlace} uses={uses} key={source.keyPoint.id} />
        ))}
      </ul>
      {more && (
        <p>
          <Button
            small
            onClick={(event) => {
              focusLast(event.currentTarget.closest(".writing-sources")?.querySelector(".writing-points"));
              setFirst(first + atATime);
            }}
          >
            {m.synthesis_sources_more()}
          </Button>
        </p>
      )}
    </div>
  );
}

interface PointProps {
  source: Source;
  /** Those of its words that were searched for; null for all. */
  words: readonly Words[] | null;
  toPlace: boolean;
  uses: Uses;
}

function Point({ source, words, toPlace, uses }: PointProps) {
  const { placed, target } = use(DeskContext);
  const { passages, toPlace: left } = source;
  const { id, number, nature, sentence, state, peopleCount, regionCount } = source.keyPoint;
  const all = toPlace ? left : passages;
  const passage = (one: Words) => <Passage words={one} uses={uses} key={one.passage.id} />;
  const cited = placed.cited.has(id);
  const of = <span className="visually-hidden">{`${m.ui_colon()}${natureNames[nature]()} ${number}`}</span>;
  const citing: Cited = { kind: "keyPoint", id };
  const cite = (act: () => void) => () => {
    citeHere(id, shownPoint(source.keyPoint));
    act();
  };
  return (
    <li className="writing-point">
      <p lang={contentLang()}>
        <b>
          {natureNames[nature]()} {number}
        </b>{" "}
        {sentence}
      </p>
      <p className="quiet cluster">
        <span>
          {m.vocabulary_people({ count: peopleCount })}, {m.vocabulary_regions({ count: regionCount })}
        </span>
        {cited && <Chip tone="done">{m.synthesis_point_cited()}</Chip>}
        {placed.setAside.has(id) && <Chip>{m.synthesis_point_set_aside()}</Chip>}
        {left > 0 && <Chip tone="open">{m.synthesis_to_place({ count: left })}</Chip>}
      </p>
      {state !== "STATED" && (
        <p className="quiet">
          {m.synthesis_point_working()}{" "}
          <Link to={paths.readingKeyPoints({ "key-point": id })}>{m.synthesis_point_state()}</Link>
        </p>
      )}
      {!target?.isQuote && (
        <p className="writing-uses">
          {!target && (
            <Button small onClick={cite(() => uses.begin(citing, source.keyPoint))}>
              {m.synthesis_begin()}
              {of}
            </Button>
          )}
          {target && !target.isDebate && (
            <Button small onClick={cite(() => uses.rest(id, false))}>
              {m.synthesis_rest()}
              {of}
            </Button>
          )}
          {target?.isDebate && (
            <>
              <Button small onClick={cite(() => uses.rest(id, false))}>
                {m.synthesis_for()}
                {of}
              </Button>
              <Button small onClick={cite(() => uses.rest(id, true))}>
                {m.synthesis_against()}
                {of}
              </Button>
            </>
          )}
          {target && (
            <Button small onClick={cite(() => uses.insert(citing))}>
              {m.synthesis_insert()}
              {of}
            </Button>
          )}
        </p>
      )}
      {words ? (
        <Disclosure summary={m.keyPoint_passages_open({ count: words.length })} open={words.length < 6}>
          <ul className="writing-words">{words.map(passage)}</ul>
        </Disclosure>
      ) : (
        all > 0 && (
          <OnceOpen summary={m.keyPoint_passages_open({ count: all })}>
            <ul className="writing-words">
              <WordsOf keyPointId={id} toPlace={toPlace}>
                {passage}
              </WordsOf>
            </ul>
          </OnceOpen>
        )
      )}
    </li>
  );
}

/** A fold whose content is asked for once somebody opens it. */
function OnceOpen({ summary, children }: { summary: string; children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  return (
    <Disclosure summary={summary} onToggle={(open) => open && setOpened(true)}>
      {opened && children}
    </Disclosure>
  );
}

/** Somebody's words, where they stand, and how to cite them. */
function Passage({ words, uses }: { words: Words; uses: Uses }) {
  const { placed, target } = use(DeskContext);
  const { passage } = words;
  const stands = placed.of(words);
  const cite = (act: Uses["insert"]) => {
    citeHere(passage.id, shownWords(passage));
    act({ kind: "passage", id: passage.id });
  };
  return (
    <li>
      <blockquote lang={contentLang()}>{m.synthesis_quoted({ words: passage.quote })}</blockquote>
      <p className="quiet cluster">
        <Link to={paths.contribution(passage.contribution.id)}>
          <AuthorLine of={passage.contribution} />
        </Link>
        <Chip tone={placedTones[stands]}>{placedNames[stands]()}</Chip>
        <Button small onClick={() => cite(target ? uses.insert : uses.begin)}>
          {target ? (target.isQuote ? m.synthesis_cite_these() : m.synthesis_insert()) : m.synthesis_begin_quote()}
          <span className="visually-hidden">{m.synthesis_of_words({ words: passage.quote.slice(0, 60) })}</span>
        </Button>
      </p>
    </li>
  );
}

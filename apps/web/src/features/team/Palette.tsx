import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useState } from "react";
import { useHref, useNavigate } from "react-router-dom";
// A list of places under a field that keeps the focus: no native element is one.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import type { Palette as Data, PaletteVariables, TeamBar } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { searchKindNames } from "../../shared/searchKinds.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { Key } from "../../ui/Key.tsx";
import { actsOf, named } from "./acts.ts";
import type { Place } from "./places.ts";
import styles from "./Palette.module.css";

const query: TypedDocumentNode<Data, PaletteVariables> = gql`
  query Palette($query: String!) {
    searchTitles(query: $query) {
      id
      kind
      title
      path
    }
  }
`;

/** Event by which the palette is asked for. */
const asked = "go-anywhere";

/** Opens the palette, wherever it is drawn. */
export const askToGo = () => void dispatchEvent(new Event(asked));

/** « Aller à… », with its key. */
export const GoButton = () => (
  <button type="button" className={styles.go} aria-haspopup="dialog" aria-keyshortcuts="Control+K" onClick={askToGo}>
    <Icon name="search" size={17} />
    <span>{m.team_go()}</span> <Key>Ctrl K</Key>
  </button>
);

interface Line {
  id: string;
  name: string;
  to: string;
  /** Kind of thing, in a word. */
  kind?: string;
  /** Written by people, in the language of the content. */
  content?: boolean;
  icon: Parameters<typeof Icon>[0]["name"];
  /** The first of the acts, after what one goes to. */
  first?: boolean;
}

interface Props {
  places: Place[];
  /** None until it is there: things are found by their titles meanwhile. */
  data: TeamBar | undefined;
}

/** Ctrl K: goes anywhere. Places and things first, then acts; after « > », acts alone. */
export function Palette({ places, data }: Props) {
  const [isOpen, setOpen] = useState(false);
  useEffect(() => {
    const open = () => setOpen(true);
    const keyDown = (event: globalThis.KeyboardEvent) => {
      if (event.key !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      open();
    };
    addEventListener(asked, open);
    addEventListener("keydown", keyDown, true);
    return () => {
      removeEventListener(asked, open);
      removeEventListener("keydown", keyDown, true);
    };
  }, []);
  const close = () => setOpen(false);
  return (
    <Dialog open={isOpen} onClose={close} title={m.team_go()}>
      <Choice places={places} data={data} onGone={close} />
    </Dialog>
  );
}

function Choice({ places, data, onGone }: Props & { onGone: () => void }) {
  const id = useId();
  const navigate = useNavigate();
  const base = useHref("/");
  const [typed, setTyped] = useState("");
  const [at, setAt] = useState(0);
  const lines = useLines(typed, places, data);
  const chosen = lines[at];
  const go = (line: Line | undefined, elsewhere = false) => {
    if (!line) return;
    onGone();
    if (elsewhere) window.open(`${base.replace(/\/$/, "")}${line.to}`, "_blank", "noopener");
    else void navigate(line.to);
  };
  const keyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && lines.length) setAt((from) => (from + step + lines.length) % lines.length);
    else if (event.key === "Enter") go(chosen, event.ctrlKey || event.metaKey);
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.palette}>
      <input
        data-first
        type="text"
        value={typed}
        maxLength={60}
        autoComplete="off"
        aria-label={m.team_go_label()}
        placeholder={m.team_go_example()}
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={lines.length > 0}
        aria-controls={`${id}list`}
        aria-activedescendant={chosen && `${id}${at}`}
        onChange={({ target }) => {
          setTyped(target.value);
          setAt(0);
        }}
        onKeyDown={keyDown}
      />
      <div id={`${id}list`} role="listbox" aria-label={m.team_go_list()} hidden={lines.length === 0}>
        {lines.map((line, index) => (
          // The keys are the field's, which keeps the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <div
            key={line.id}
            id={`${id}${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={line.first ? styles.first : undefined}
            ref={index === at ? seen : undefined}
            onMouseDown={(event) => event.preventDefault()}
            onClick={({ ctrlKey, metaKey }) => go(line, ctrlKey || metaKey)}
          >
            <Icon name={line.icon} size={17} />
            <span lang={line.content ? contentLang() : undefined}>
              {line.name}
              {line.kind && <small>{line.kind}</small>}
            </span>
          </div>
        ))}
      </div>
      <output className={lines.length > 0 ? "visually-hidden" : undefined}>
        {lines.length > 0 ? m.team_go_found({ count: lines.length }) : m.team_go_none()}
      </output>
      <p className={styles.keys}>
        <Key>↑</Key> <Key>↓</Key> {m.team_go_choose()} <Key>Ctrl ↵</Key> {m.team_go_tab()} <Key>&gt;</Key>{" "}
        {m.team_go_acts()}
      </p>
    </div>
  );
}

const seen = (line: HTMLElement | null) => line?.scrollIntoView({ block: "nearest" });

/** Pages to go to and acts to begin that match the typed words. */
function useLines(typed: string, places: Place[], data: Props["data"]): Line[] {
  const acting = typed.trimStart().startsWith(">");
  const words = (acting ? typed.trimStart().slice(1) : typed).trim();
  const asking = useDeferredValue(words);
  const { data: found, previousData } = useQuery(query, {
    variables: { query: asking },
    skip: acting || asking.length < 2,
    fetchPolicy: "cache-first",
  });
  const titles = acting || words.length < 2 ? [] : ((found ?? previousData)?.searchTitles ?? []);
  const acts = named(data ? actsOf(data) : [], words).map(({ name, to }, index): Line => ({
    id: `act ${to}`,
    name,
    to,
    icon: "plus",
    first: index === 0 && !acting,
  }));
  if (acting) return acts;
  const all: Line[] = [
    ...named(places, words).map(({ name, to, icon }): Line => ({ id: `place ${to}`, name, to, icon })),
    ...titles.map(({ id, kind, title, path }): Line => ({
      id,
      name: title,
      to: path,
      kind: searchKindNames[kind](),
      content: true,
      icon: "document",
    })),
  ];
  if (words.length >= 2)
    all.push({
      id: "search",
      name: m.team_go_search({ words }),
      to: paths.search({ q: words }),
      icon: "search",
    });
  return [...all, ...(words ? acts : [])];
}

import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { type KeyboardEvent, type SubmitEvent, useEffect, useId, useRef, useState } from "react";
import { useHref, useLocation, useNavigate, useSearchParams } from "react-router-dom";
// A list of titles under a field that keeps the focus: no native element is one.
/* oxlint-disable jsx-a11y/prefer-tag-over-role */
import type { SearchBox, SearchBoxVariables } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Button } from "../../ui/Button.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { kindNames } from "./kinds.ts";
import styles from "./Search.module.css";

const query: TypedDocumentNode<SearchBox, SearchBoxVariables> = gql`
  query SearchBox($query: String!) {
    searchTitles(query: $query) {
      id
      kind
      title
      path
    }
  }
`;

/** Milliseconds without a key before titles are asked for. */
const rest = 180;

/** The field of the search: a GET form, which with scripts also offers titles that begin as the words do. */
export function SearchBox() {
  const [params] = useSearchParams();
  const { search } = useLocation();
  const navigate = useNavigate();
  const action = useHref(paths.search());
  const id = useId();
  const typed = params.get("q") ?? "";
  const input = useRef<HTMLInputElement>(null);
  const { titles, ask, close } = useTitles();
  const [at, setAt] = useState(-1);
  const chosen = titles[at];

  // Going back changes the address under a field that keeps what it shows.
  useEffect(() => {
    input.current!.value = typed;
  }, [typed]);

  useEffect(() => {
    const keyDown = (event: globalThis.KeyboardEvent) => {
      // A page that is being left has its field no more.
      if (!input.current || event.key !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      event.stopImmediatePropagation();
      input.current.select();
    };
    addEventListener("keydown", keyDown, true);
    return () => removeEventListener("keydown", keyDown, true);
  }, []);

  const leave = () => {
    close();
    setAt(-1);
  };
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    leave();
    const next = new URLSearchParams(search);
    next.delete("after");
    next.set("q", input.current!.value);
    void navigate({ search: `?${next}` });
  };
  const keyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && titles.length) setAt((from) => ((from + 1 + step + titles.length + 1) % (titles.length + 1)) - 1);
    else if (event.key === "Escape" && titles.length) leave();
    else if (event.key === "Enter" && chosen) void navigate(chosen.path);
    else return;
    event.preventDefault();
  };
  const others = [...params].filter(([name]) => name !== "q" && name !== "after");
  return (
    <search aria-label={m.search_title()} className={`${styles.form} no-print`}>
      <form method="get" action={action} onSubmit={submit}>
        <label htmlFor={id}>{m.search_label()}</label>
        <div className={styles.box}>
          <div className={styles.combo}>
            <input
              id={id}
              ref={input}
              data-arrival="search"
              type="search"
              name="q"
              defaultValue={typed}
              maxLength={200}
              placeholder={m.search_example()}
              enterKeyHint="search"
              autoComplete="off"
              role="combobox"
              aria-autocomplete="list"
              aria-expanded={titles.length > 0}
              aria-controls={`${id}list`}
              aria-activedescendant={chosen ? `${id}${at}` : undefined}
              onChange={({ target }) => {
                setAt(-1);
                ask(target.value);
              }}
              onKeyDown={keyDown}
              onBlur={leave}
            />
            <div
              id={`${id}list`}
              role="listbox"
              aria-label={m.search_titles()}
              className={styles.list}
              hidden={!titles.length}
            >
              {titles.map((title, index) => (
                // The keys are the field's, which keeps the focus.
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
                <div
                  key={title.id}
                  id={`${id}${index}`}
                  role="option"
                  tabIndex={-1}
                  aria-selected={index === at}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => void navigate(title.path)}
                >
                  <span lang={contentLang()}>{title.title}</span>
                  <small>{kindNames[title.kind][0]()}</small>
                </div>
              ))}
            </div>
            <output className="visually-hidden">
              {titles.length > 0 && m.search_titles_found({ count: titles.length })}
            </output>
          </div>
          {others.map(([name, value]) => (
            <input type="hidden" name={name} value={value} key={name} />
          ))}
          <Button type="submit" primary>
            <Icon name="search" size={20} /> {m.search_submit()}
          </Button>
        </div>
      </form>
    </search>
  );
}

/** Titles that begin as what is typed does, once the keys rest; a network that is away offers none. */
function useTitles() {
  const client = useApolloClient();
  const [titles, setTitles] = useState<SearchBox["searchTitles"]>([]);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const turn = useRef(0);
  const ask = (words: string) => {
    const own = ++turn.current;
    clearTimeout(timer.current);
    if (words.trim().length < 2) return setTitles([]);
    const look = async () => {
      const answer = await client.query({ query, variables: { query: words } }).catch(() => undefined);
      if (own === turn.current) setTitles(answer?.data?.searchTitles ?? []);
    };
    timer.current = setTimeout(() => void look(), rest);
  };
  const close = () => {
    turn.current++;
    clearTimeout(timer.current);
    setTitles([]);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  return { titles, ask, close };
}

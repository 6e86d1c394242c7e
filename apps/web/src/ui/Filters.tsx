import { m } from "@cahier/schema/messages";
import { Children, type ReactElement, type ReactNode, type SubmitEvent, useEffect, useRef } from "react";
import { Link, useHref, useLocation, useNavigate, useSearchParams } from "react-router-dom";
import { Button } from "./Button.tsx";
import { Disclosure } from "./Disclosure.tsx";
import styles from "./Filters.module.css";
import { Icon } from "./Icon.tsx";

interface Props {
  /** Words to look for, which a telephone shows without its other filters. */
  search?: ReactElement<SearchProps>;
  /** Filters, whose names are those of the address: where there are several, a telephone folds them. */
  children: ReactNode;
  /** Subject of the filters, for the name of the landmark. */
  label: string;
  /** Search of the address without filters: empty unless something else stands in it. */
  cleared?: string;
}

/** The filters of a list: a GET form, so that they work without scripts and live in the address. */
export function Filters({ search: field, children, label, cleared = "" }: Props) {
  const { pathname, search } = useLocation();
  const action = useHref(pathname);
  const navigate = useNavigate();
  const ref = useRef<HTMLFormElement>(null);
  const others = new Set(["after", field?.props.name, ...new URLSearchParams(cleared).keys()]);
  const isChosen = [...new URLSearchParams(search).keys()].some((key) => !others.has(key));

  // Going back, or clearing, changes the address under controls that keep what they show; what was just sent from them
  // does not, and must not undo what was chosen since.
  const sent = useRef<string>(undefined);
  useEffect(() => {
    const isOurs = sent.current === search;
    sent.current = undefined;
    if (isOurs) return;
    const params = new URLSearchParams(search);
    for (const control of ref.current?.querySelectorAll<HTMLInputElement | HTMLSelectElement>("input, select") ?? [])
      control.value = params.get(control.name) ?? "";
  }, [search]);

  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = [...new FormData(event.currentTarget)].filter(([, value]) => value !== "") as [string, string][];
    sent.current = chosen.length ? `?${new URLSearchParams(chosen)}` : "";
    void navigate({ search: sent.current }, { preventScrollReset: true });
  };

  return (
    <search aria-label={label} className="no-print">
      <form className={styles.filters} method="get" action={action} onSubmit={submit} ref={ref}>
        {field}
        {Children.toArray(children).length > 1 ? (
          <>
            <Disclosure summary={m.ui_filters()} open={isChosen}>
              {null}
            </Disclosure>
            <div className={styles.others}>{children}</div>
          </>
        ) : (
          children
        )}
        <div className={styles.acts}>
          <Button type="submit" small>
            {m.ui_filter()}
          </Button>
          {search && search !== cleared && (
            <Link to={{ search: cleared }} preventScrollReset>
              {m.ui_clear_filters()}
            </Link>
          )}
        </div>
      </form>
    </search>
  );
}

/** Value of a filter in the address; empty where it does not filter. */
const useFilter = (name: string) => useSearchParams()[0].get(name) ?? "";

interface SearchProps {
  name: string;
  label: string;
}

/** Words to look for. */
export const SearchField = ({ name, label }: SearchProps) => (
  <label className={styles.search}>
    <span>{label}</span>
    <span className={styles.box}>
      <Icon name="search" size={18} />
      <input type="search" name={name} defaultValue={useFilter(name)} enterKeyHint="search" />
    </span>
  </label>
);

interface FilterProps {
  name: string;
  label: string;
  /** Each with the language of its label, when it is not that of the page. */
  options: readonly { value: string; label: string; lang?: string | undefined }[];
  /** Name of « no filter »: « Toutes les régions ». */
  all: string;
}

/** One filter: a list, where the first entry filters nothing. */
export const FilterSelect = ({ name, label, options, all }: FilterProps) => (
  <label className={styles.filter}>
    <span>{label}</span>
    <select name={name} defaultValue={useFilter(name)}>
      <option value="">{all}</option>
      {options.map((option) => (
        <option value={option.value} lang={option.lang} key={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  </label>
);

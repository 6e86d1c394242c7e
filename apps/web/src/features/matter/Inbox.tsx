import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type KeyboardEvent, useId, useRef } from "react";
import { Link } from "react-router-dom";
import type { Inbox_matters } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { told } from "../../shared/counted.ts";
import { daysSince } from "../../shared/daysSince.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Key } from "../../ui/Key.tsx";
import { useKeys } from "../../ui/useKeys.ts";
import { useMedia } from "../../ui/useMedia.ts";
import styles from "./Inbox.module.css";
import { actNames, matterNames } from "./matter.labels.ts";
import { MatterIcon } from "./MatterIcon.tsx";
import { Take } from "./Take.tsx";
import { taken } from "./taken.tsx";

const fragment: TypedDocumentNode<Inbox_matters> = gql`
  fragment Inbox_matters on MatterConnection {
    nodes {
      id
      kind
      count
      group {
        id
        name
      }
      since
      due
      promised
      title
      excerpt
      number
      path
      ...Taken_matter @unmask
    }
  }
  ${taken}
`;

type Waiting = Inbox_matters["nodes"][number];

interface Props {
  matters: readonly Waiting[];
  /** Says of which group each is, where there are several. */
  groups: boolean;
}

/** Days after which a wait is late. */
const late = 2;

/** Waiting matters, the oldest promise first: J and K go from line to line, Enter opens. */
export function Inbox({ matters, groups }: Props) {
  const list = useRef<HTMLUListElement>(null);
  const keyed = useMedia("(pointer: fine)");
  const go = (step: number) => walk(list.current!, step);
  useKeys({ j: () => go(1), k: () => go(-1) });
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys between the links inside */}
      <ul className={styles.inbox} aria-label={m.matter_list()} onKeyDown={arrows} ref={list}>
        {matters.map((matter, index) => (
          <Line matter={matter} groups={groups} last={index === matters.length - 1} key={matter.id} />
        ))}
      </ul>
      {keyed && matters.length > 1 && (
        <p className={styles.keys}>
          <Key>J</Key> <Key>K</Key> {m.matter_keys()}
        </p>
      )}
    </>
  );
}

Inbox.fragment = fragment;

/** Goes to another line; from outside the list, to its first one. */
function walk(list: HTMLElement, step: number) {
  const links = [...list.querySelectorAll<HTMLElement>("[data-matter]")];
  const at = links.findIndex((link) => link.closest("li")!.contains(document.activeElement));
  links[at < 0 ? 0 : at + step]?.focus();
}

/** Arrows scroll the page, but within the list. */
function arrows(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
  walk(event.currentTarget, step);
  event.preventDefault();
}

function Line({ matter, groups, last }: { matter: Waiting; groups: boolean; last: boolean }) {
  const { kind, count, group, title, excerpt, number, path } = matter;
  const id = useId();
  const said = told(count, () => String(count), m.matter_more_than);
  const name = matterNames[kind]({ count, said, title: title ?? "", number: number ?? 0 });
  const reading = kind === "READING";
  return (
    <li className={matter.promised || matter.since ? undefined : styles.calm}>
      <MatterIcon kind={kind} />
      <p>
        <Link to={path} id={id} data-matter>
          {name}
        </Link>
        {(excerpt || (groups && group)) && (
          <small lang={contentLang()}>
            {excerpt}
            {excerpt && groups && group && " · "}
            {groups && group?.name}
          </small>
        )}
      </p>
      <div className={styles.when}>
        <Since matter={matter} />
        <Take matter={matter} about={id} />
      </div>
      <ButtonLink
        to={path}
        small
        primary={reading && last}
        className={reading ? `${styles.act} ${styles.main}` : styles.act}
        aria-describedby={id}
        tabIndex={-1}
      >
        {actNames[kind]()}
      </ButtonLink>
    </li>
  );
}

/** Since when it waits, else until when it may. */
function Since({ matter: { since, due } }: { matter: Waiting }) {
  if (since) {
    const count = daysSince(since);
    return (
      <span className={count >= late ? styles.late : undefined}>
        {count > 0 ? m.matter_since({ count }) : m.matter_since_today()}
      </span>
    );
  }
  return due ? <span>{m.matter_due({ date: formatDate(due, "short") })}</span> : null;
}

import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type KeyboardEvent, useId } from "react";
import { Link } from "react-router-dom";
import type { Inbox_matters } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { told } from "../../shared/counted.ts";
import { daysSince } from "../../shared/daysSince.ts";
import { ButtonLink } from "../../ui/Button.tsx";
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
export const Inbox = ({ matters, groups }: Props) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys between the links inside
  <ul className={styles.inbox} aria-label={m.matter_list()} onKeyDown={walk}>
    {matters.map((matter, index) => (
      <Line matter={matter} groups={groups} last={index === matters.length - 1} key={matter.id} />
    ))}
  </ul>
);

Inbox.fragment = fragment;

function walk(event: KeyboardEvent<HTMLElement>) {
  const step = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 }[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey) return;
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-matter]")];
  const line = (event.target as HTMLElement).closest("li");
  links[links.findIndex((link) => line?.contains(link)) + step]?.focus();
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

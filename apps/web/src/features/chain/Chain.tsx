import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { Chain_group } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { daysSince } from "../../shared/daysSince.ts";
import { roleNames } from "../../shared/roles.ts";
import { Icon } from "../../ui/Icon.tsx";
import { dayOf, type Link as ChainLink, stepNames, stopped, valueOf, waitNames } from "./chain.labels.ts";
import styles from "./Chain.module.css";

const fragment: TypedDocumentNode<Chain_group> = gql`
  fragment Chain_group on WorkingGroup {
    id
    chain {
      current
      objective {
        id
        number
        name
      }
      links {
        step
        state
        count
        questionnaireState
        synthesisState
        version
        on
        path
        waits {
          kind
          count
          role
          mine
          since
        }
      }
    }
  }
`;

const states = { DONE: m.chain_state_DONE, WAITING: m.chain_state_WAITING, TO_COME: m.chain_state_TO_COME };
const classes = { DONE: undefined, WAITING: styles.waiting, TO_COME: styles.later };

/** One line an objective, eight links each: what is done, what waits, for whom and since when, what is to come. */
export function Chain({ chain }: { chain: NonNullable<Chain_group["chain"]> }) {
  const steps = chain[0]?.links.map(({ step }) => step) ?? [];
  return (
    <section className={styles.wide} aria-label={m.chain_title()}>
      <table className={styles.chain}>
        <caption className="visually-hidden">{m.chain_caption()}</caption>
        <thead>
          <tr>
            <th scope="col">{m.chain_title()}</th>
            {steps.map((step) => (
              <th scope="col" key={step}>
                {stepNames[step]()}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {chain.map(({ objective, current, links }) => (
            <tr className={current ? styles.now : undefined} key={objective.id}>
              <th scope="row" lang={contentLang()}>
                {objective.number}. {objective.name}
              </th>
              {links.map((link) => (
                <td className={classes[link.state]} key={link.step}>
                  <span className={styles.label}>{stepNames[link.step]()}</span>
                  {link.path ? (
                    <Link to={link.path}>
                      <Told link={link} />
                    </Link>
                  ) : (
                    <div>
                      <Told link={link} />
                    </div>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

Chain.fragment = fragment;

/** Link of the chain: its count, what waits there, and for whom. */
function Told({ link }: { link: ChainLink }) {
  const { state, step, waits } = link;
  const first = waits[0];
  const count = waits.reduce((sum, wait) => sum + wait.count, 0);
  const day = dayOf(link);
  const said = step === "READING" ? [] : waits;
  return (
    <>
      <span className={styles.bar} aria-hidden="true">
        <i>{state === "DONE" ? <Icon name="tick" size={10} /> : state === "WAITING" && stopped(count, 100)}</i>
      </span>
      <b>{valueOf(link)}</b>
      {day && <span className={styles.said}>{day}</span>}
      {said.length > 0 && (
        <span className={styles.said}>
          {said.map(({ kind, count: some }) => waitNames[kind]({ count: stopped(some, 100) })).join(", ")}
        </span>
      )}
      {first && <span className={styles.who}>{whoOf(first)}</span>}
      <span className="visually-hidden"> ({states[state]()})</span>
    </>
  );
}

/** For whom, and since how many days. */
function whoOf({ role, mine, since }: ChainLink["waits"][number]): string {
  const who = mine ? m.chain_you() : roleNames[role]();
  const days = since ? daysSince(since) : 0;
  return days > 0 ? m.chain_who_since({ who, days }) : who;
}

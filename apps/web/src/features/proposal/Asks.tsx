import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { Asks_proposal } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Chip } from "../../ui/Chip.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Part } from "../../ui/Part.tsx";
import { Row } from "../../ui/Ruled.tsx";
import styles from "./Asks.module.css";
import { FromWords } from "./FromWords.tsx";

const fragment: TypedDocumentNode<Asks_proposal> = gql`
  fragment Asks_proposal on Proposal {
    id
    asks {
      id
      text
      interlocutor {
        id
        slug
        name
      }
      words {
        id
        authorName
        nameIsUnverified
        organisationName
      }
    }
  }
`;

interface Props {
  proposal: FragmentType<Asks_proposal>;
  /** Outcome of the ask of an office; null before it is carried there. */
  statusOf: (interlocutorId: string) => ReactNode;
}

/** Asks by office, with their outcome, those that were carried first; offices whose ask is not written yet are folded. Nothing where it asks nobody. */
export function Asks({ proposal, statusOf }: Props) {
  const { asks } = useSuspenseFragment({ fragment, from: proposal }).data;
  const isCarried = ({ interlocutor }: (typeof asks)[number]) => Boolean(statusOf(interlocutor.id));
  const written = asks.filter(({ text }) => text).toSorted((a, b) => Number(isCarried(b)) - Number(isCarried(a)));
  const unwritten = asks.filter(({ text }) => !text);
  if (!asks.length) return null;
  return (
    <Row>
      <Part level={2} id="asks" heading={m.proposal_asks()}>
        <div lang={contentLang()}>
          <ul>
            {written.map(({ id, text, words, interlocutor: { id: of, slug, name } }) => (
              <li className={styles.ask} key={id}>
                <div>
                  <b>{text}</b>
                  <p>
                    {m.proposal_ask_to()} <Link to={paths.interlocutor(slug)}>{name}</Link>
                    {words && " · "}
                    <FromWords words={words} />
                  </p>
                </div>
                <p>{statusOf(of) ?? <Chip tone="toCome">{m.proposal_ask_not_carried()}</Chip>}</p>
              </li>
            ))}
          </ul>
          {unwritten.length > 0 && (
            <Disclosure summary={m.proposal_asks_unwritten({ count: unwritten.length })}>
              <ul>
                {unwritten.map(({ id, interlocutor: { slug, name } }) => (
                  <li key={id}>
                    <Link to={paths.interlocutor(slug)}>{name}</Link>
                  </li>
                ))}
              </ul>
            </Disclosure>
          )}
        </div>
      </Part>
    </Row>
  );
}

Asks.fragment = fragment;

import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { Asks_proposal } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
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
        organisationName
      }
    }
  }
`;

/** Offices asked, each with its request. */
export function Asks(props: { proposal: FragmentType<Asks_proposal> }) {
  const { asks } = useSuspenseFragment({ fragment, from: props.proposal }).data;
  return (
    <ul lang={contentLang()}>
      {asks.map(({ id, text, words, interlocutor: { slug, name } }) => (
        <li className={styles.ask} key={id}>
          <Link to={paths.interlocutor(slug)}>{name}</Link>
          <div>
            {text ? <b>{text}</b> : <span className="quiet">{m.proposal_ask_unwritten()}</span>}
            {words && (
              <p>
                <FromWords words={words} />
              </p>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}

Asks.fragment = fragment;

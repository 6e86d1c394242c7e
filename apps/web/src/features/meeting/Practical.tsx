import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import type { Practical_meeting } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import styles from "./Meeting.module.css";

const fragment: TypedDocumentNode<Practical_meeting> = gql`
  fragment Practical_meeting on Meeting {
    id
    onlineLink
    relayRooms
    access
    childcare
    signLanguage
    captions
    capacity
  }
`;

/** Practical notes of a meeting: the way there, and what those who come will find. */
export function Practical({ meeting }: { meeting: Practical_meeting }) {
  const { onlineLink, relayRooms, access, childcare, signLanguage, captions, capacity } = meeting;
  const offered = [
    signLanguage && m.meeting_sign(),
    captions && m.meeting_captions(),
    capacity !== null && m.meeting_seats({ count: capacity }),
  ].filter((text) => text !== false);
  return (
    <div className="flow">
      <dl className={styles.practical}>
        {onlineLink && (
          <Fact name={m.meeting_join()}>
            <a href={onlineLink} rel="noreferrer">
              {onlineLink.replace(/^https?:\/\//, "")}
            </a>
          </Fact>
        )}
        {relayRooms.length > 0 && (
          <Fact name={m.meeting_relay()}>
            <ul lang={contentLang()}>
              {relayRooms.map((room) => (
                <li key={room}>{room}</li>
              ))}
            </ul>
          </Fact>
        )}
        {access && (
          <Fact name={m.meeting_access()}>
            <span className="verbatim" lang={contentLang()}>
              {access}
            </span>
          </Fact>
        )}
        {childcare && (
          <Fact name={m.meeting_childcare()}>
            <span lang={contentLang()}>{childcare}</span>
          </Fact>
        )}
      </dl>
      {offered.length > 0 && <p>{offered.join(" · ")}</p>}
    </div>
  );
}

Practical.fragment = fragment;

/** True if there is anything to say of coming. */
export const isPractical = (it: Practical_meeting) =>
  [it.onlineLink, it.access, it.childcare, it.signLanguage, it.captions, it.capacity, it.relayRooms.length].some(
    Boolean,
  );

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

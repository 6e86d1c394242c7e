import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { Agenda_meeting } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { When } from "../../ui/When.tsx";
import styles from "./Meeting.module.css";

const fragment: TypedDocumentNode<Agenda_meeting> = gql`
  fragment Agenda_meeting on Meeting {
    id
    startsAt
    agenda {
      id
      minutes
      title
      detail
      lead
    }
  }
`;

interface Props {
  meeting: FragmentType<Agenda_meeting>;
  /** Lines that a point takes up, by its id. */
  under?: (pointId: string) => ReactNode;
}

/** The points of an agenda, each at its hour. */
export function Agenda({ meeting, under }: Props) {
  const { data } = useSuspenseFragment({ fragment, from: meeting });
  const startOf = (index: number) => {
    const before = data.agenda.slice(0, index).reduce((total, { minutes }) => total + minutes, 0);
    return new Date(Date.parse(data.startsAt) + before * 60_000).toISOString();
  };
  return (
    <ol className={styles.points}>
      {data.agenda.map(({ id, minutes, title, detail, lead }, index) => (
        <li key={id}>
          <div>
            <When date={startOf(index)} format="clock" />
            <p className="quiet">{m.meeting_minutes_count({ count: minutes })}</p>
          </div>
          <div>
            <h3 lang={contentLang()}>{title}</h3>
            {detail && (
              <p className="quiet" lang={contentLang()}>
                {detail}
              </p>
            )}
            {lead && <p className="quiet">{m.meeting_led({ lead })}</p>}
            {under?.(id)}
          </div>
        </li>
      ))}
    </ol>
  );
}

Agenda.fragment = fragment;

import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { InterlocutorCard_interlocutor } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Fictional } from "../../ui/Notice.tsx";

const fragment: TypedDocumentNode<InterlocutorCard_interlocutor> = gql`
  fragment InterlocutorCard_interlocutor on Interlocutor {
    id
    slug
    name
    remit
    isTheMoment
    timing
    territory {
      id
      name
    }
    fictional
    asks {
      id
    }
  }
`;

interface Props {
  interlocutor: FragmentType<InterlocutorCard_interlocutor>;
  /** State of the handovers to this office. */
  children?: ReactNode;
}

/** An office in a list: what it can decide, how much is asked of it. */
export function InterlocutorCard({ interlocutor, children }: Props) {
  const { data } = useSuspenseFragment({ fragment, from: interlocutor });
  return (
    <Card
      as="li"
      foot={
        <>
          <span>{m.interlocutor_asked({ count: data.asks.length })}</span>
          {children}
          {data.fictional && <Fictional />}
        </>
      }
    >
      <h3>
        <Link to={paths.interlocutor(data.slug)} lang={contentLang()}>
          {data.name}
        </Link>
      </h3>
      <p lang={contentLang()}>{data.remit}</p>
      {data.territory && <p className="quiet">{data.territory.name}</p>}
      {data.isTheMoment && (
        <p>
          <Chip tone="open">{m.interlocutor_moment()}</Chip> <small lang={contentLang()}>{data.timing}</small>
        </p>
      )}
    </Card>
  );
}

InterlocutorCard.fragment = fragment;

import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { AmendmentCard_amendment } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { partNames } from "../../i18n/vocabulary.ts";
import { authorOf } from "../../i18n/voices.ts";
import { HiddenPlace } from "../../shared/HiddenPlace.tsx";
import { paths } from "../../paths.ts";
import { Report } from "../../shared/Report.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { Verified } from "../../shared/Verified.tsx";
import { When } from "../../ui/When.tsx";
import { stateNames, stateTones } from "./amendment.labels.ts";
import { Author } from "../../shared/Author.tsx";

const fragment: TypedDocumentNode<AmendmentCard_amendment> = gql`
  fragment AmendmentCard_amendment on Amendment {
    id
    state
    part
    text
    hiddenFor
    authorName
    nameIsUnverified
    proposedOn
    fictional
    organisation {
      ...Verified_organisation @unmask
    }
    territory {
      id
      name
    }
  }
  ${Verified.fragment}
`;

interface Props {
  /** The address of the proposal. */
  slug: string;
  amendment: FragmentType<AmendmentCard_amendment>;
}

/** Amendment in a list: its state, its words, author and date. */
export function AmendmentCard({ slug, amendment }: Props) {
  const { data } = useSuspenseFragment({ fragment, fragmentName: "AmendmentCard_amendment", from: amendment });
  if (data.hiddenFor)
    return (
      <Card as="li">
        <HiddenPlace because={data.hiddenFor} />
      </Card>
    );
  return (
    <Card as="li">
      <p className="cluster">
        <Chip tone={stateTones[data.state]}>{stateNames[data.state]()}</Chip>
        <Chip>{partNames[data.part]()}</Chip>
        {data.fictional && <Fictional />}
      </p>
      <h3>
        {data.text ? (
          <Link to={paths.amendment(slug, data.id)} lang={contentLang()}>
            {data.text}
          </Link>
        ) : (
          <Link to={paths.amendment(slug, data.id)}>{m.amendment_withdrawn_words()}</Link>
        )}
      </h3>
      <p className="quiet">
        <Author of={data} />
        <Verified organisation={data.organisation} />
        {data.territory && ` · ${data.territory.name}`} · <When date={data.proposedOn} />
      </p>
      {data.text && <Report kind="AMENDMENT" textId={data.id} of={authorOf(data)} />}
    </Card>
  );
}

AmendmentCard.fragment = fragment;

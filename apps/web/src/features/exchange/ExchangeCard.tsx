import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { ExchangeCard_exchange } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Report } from "../../shared/Report.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { When } from "../../ui/When.tsx";
import { directionNames, kindNames, standingOf } from "./exchange.labels.ts";

const fragment: TypedDocumentNode<ExchangeCard_exchange> = gql`
  fragment ExchangeCard_exchange on Exchange {
    id
    direction
    kind
    title
    sector
    state
    status
    authorName
    organisation
    expiresOn
    fictional
    territory {
      id
      name
    }
  }
`;

interface Props {
  exchange: FragmentType<ExchangeCard_exchange>;
  /** The names of sectors, by key. */
  sectorNames: ReadonlyMap<string, string>;
}

/** A notice in a list: looked for or offered, what, where, until when. */
export function ExchangeCard({ exchange, sectorNames }: Props) {
  const { data } = useSuspenseFragment({ fragment, from: exchange });
  return (
    <Card as="li" foot={data.fictional && <Fictional />}>
      <p className="cluster">
        <Chip tone={data.direction === "NEED" ? "toCome" : "done"}>{directionNames[data.direction]()}</Chip>
        <Chip>{kindNames[data.kind]()}</Chip>
        {(data.state !== "OPEN" || data.status !== "VISIBLE") && <Chip>{standingOf(data)}</Chip>}
      </p>
      <h3 lang={contentLang()}>
        <Link to={paths.exchange(data.id)}>{data.title || m.exchange_hidden()}</Link>
      </h3>
      <p className="quiet">
        {[sectorNames.get(data.sector), data.territory.name, data.organisation ?? data.authorName]
          .filter(Boolean)
          .join(" · ")}
        <br />
        {m.exchange_until()} <When date={data.expiresOn} />
      </p>
      {data.status === "VISIBLE" && <Report kind="EXCHANGE" textId={data.id} of={data.title} />}
    </Card>
  );
}

ExchangeCard.fragment = fragment;

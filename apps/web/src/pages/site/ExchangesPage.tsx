import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useHref, useLoaderData, useSearchParams } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { ExchangeCard } from "../../features/exchange/ExchangeCard.tsx";
import { directionNames, kindNames } from "../../features/exchange/exchange.labels.ts";
import { useInstance } from "../../frame/instance.ts";
import type { ExchangesPage, ExchangesPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { useViewer } from "../../graphql/instance.tsx";
import { keysOf, termLabel } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Filters, FilterSelect } from "../../ui/Filters.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { More } from "../../ui/More.tsx";
import { Pager } from "../../ui/Pager.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { regionChoice, termChoice } from "../../shared/choices.tsx";

const query: TypedDocumentNode<ExchangesPage, ExchangesPageVariables> = gql`
  query ExchangesPage($filter: ExchangeFilter!, $after: String) {
    exchanges(filter: $filter, first: 24, after: $after) {
      total
      nodes {
        id
        ...ExchangeCard_exchange
      }
      pageInfo {
        endCursor
        hasNextPage
      }
    }
    sectors: terms(kind: SECTOR) {
      ...TermChoice_term @unmask
    }
    regions: territories(kind: REGION) {
      ...RegionChoice_territory @unmask
    }
  }
  ${ExchangeCard.fragment}
  ${termChoice}
  ${regionChoice}
`;

const oneOf = <Key extends string>(names: Record<Key, unknown>, name: string | null) =>
  name && Object.hasOwn(names, name) ? (name as Key) : null;

export const loader = (args: LoaderFunctionArgs) => {
  const params = new URL(args.request.url).searchParams;
  const get = (name: string) => params.get(name)?.trim() || null;
  const filter = {
    direction: oneOf(directionNames, get("direction")),
    kind: oneOf(kindNames, get("kind")),
    sector: get("sector"),
    territory: get("territory"),
  };
  return preload(args, query, { filter, after: get("after") });
};

/** « Je cherche, je propose »: who does the same, who lacks what. */
export function Component() {
  const { exchanges, sectors, regions } = useReadQuery(useLoaderData<typeof loader>()).data;
  const [params] = useSearchParams();
  const viewer = useViewer();
  const toWrite = useHref(paths.exchangeWrite());
  const { sendsMail } = useInstance();
  const sectorNames = new Map(sectors.map((term) => [term.key, termLabel(term)]));
  return (
    <Ruled>
      <PageHead title={m.exchange_title()} lead={m.exchange_lead()}>
        <div className="cluster no-print">
          <ButtonLink primary to={viewer ? paths.exchangeWrite() : paths.signIn(toWrite)}>
            {viewer ? m.exchange_post() : m.exchange_sign_in()}
          </ButtonLink>
          <More to={paths.initiatives()}>{m.initiative_title()}</More>
        </div>
        {!sendsMail && <Notice>{m.exchange_no_mail()}</Notice>}
      </PageHead>
      <Row>
        <Filters label={m.exchange_filters()}>
          <FilterSelect
            name="direction"
            label={m.exchange_direction()}
            all={m.exchange_direction_all()}
            options={keysOf(directionNames).map((value) => ({ value, label: directionNames[value]() }))}
          />
          <FilterSelect
            name="kind"
            label={m.exchange_kind()}
            all={m.exchange_kind_all()}
            options={keysOf(kindNames).map((value) => ({ value, label: kindNames[value]() }))}
          />
          <FilterSelect
            name="sector"
            label={m.exchange_sector()}
            all={m.exchange_sector_all()}
            options={[...sectorNames].map(([value, label]) => ({ value, label }))}
          />
          <FilterSelect
            name="territory"
            label={m.exchange_territory()}
            all={m.exchange_territory_all()}
            options={regions.map(({ slug, name }) => ({ value: slug, label: name }))}
          />
        </Filters>
      </Row>
      <Row heading={<output>{m.exchange_count({ count: exchanges.total })}</output>}>
        {exchanges.nodes.length > 0 ? (
          <ul className="cards">
            {exchanges.nodes.map((exchange) => (
              <ExchangeCard exchange={exchange} sectorNames={sectorNames} key={exchange.id} />
            ))}
          </ul>
        ) : (
          <Empty title={params.size > 0 ? m.exchange_none() : m.exchange_none_yet()}>
            {params.size > 0 && <More to={paths.exchanges()}>{m.exchange_all()}</More>}
          </Empty>
        )}
        <Pager pageInfo={exchanges.pageInfo} label={m.exchange_title()} />
      </Row>
    </Ruled>
  );
}

import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { lazy, Suspense } from "react";
import { Link, type LoaderFunctionArgs, useHref, useLoaderData, useLocation } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { ExchangeCard } from "../../features/exchange/ExchangeCard.tsx";
import { directionNames, kindNames, standingOf } from "../../features/exchange/exchange.labels.ts";
import { InitiativeCard } from "../../features/initiative/InitiativeCard.tsx";
import { useInstance } from "../../frame/instance.ts";
import type { ExchangePage, ExchangePageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { useViewer } from "../../graphql/instance.tsx";
import { contentLang } from "../../i18n/content.ts";
import { termLabel } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { HiddenPlace } from "../../shared/HiddenPlace.tsx";
import { Report } from "../../shared/Report.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Fictional, Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { When } from "../../ui/When.tsx";
import { termChoice } from "../../shared/choices.tsx";

const query: TypedDocumentNode<ExchangePage, ExchangePageVariables> = gql`
  query ExchangePage($id: ID!) {
    exchange(id: $id) {
      id
      direction
      kind
      title
      text
      sector
      authorName
      organisation
      postedOn
      expiresOn
      state
      status
      statusReason
      hiddenFor
      fictional
      territory {
        id
        slug
        name
      }
      initiative {
        id
        slug
        name
      }
      viewerCan {
        edit
        hide
        ask
      }
      viewerIntroduction {
        id
        state
      }
      answering {
        id
        ...ExchangeCard_exchange
      }
      near {
        id
        ...ExchangeCard_exchange
      }
      initiatives {
        id
        ...InitiativeCard_initiative
      }
    }
    sectors: terms(kind: SECTOR) {
      ...TermChoice_term @unmask
    }
  }
  ${ExchangeCard.fragment}
  ${InitiativeCard.fragment}
  ${termChoice}
`;

/** Loaded for people who are signed in only. */
const loadActs = () => import("../../features/exchange/ExchangeActs.tsx");
const Meet = lazy(async () => ({ default: (await loadActs()).Meet }));
const Keep = lazy(async () => ({ default: (await loadActs()).Keep }));

export const loader = (args: LoaderFunctionArgs) => preload(args, query, { id: args.params.id! }, "exchange");

/** Notice of something looked for or offered, similar notices beside it, and the way to be introduced. */
export function Component() {
  const { exchange, sectors } = useReadQuery(useLoaderData<typeof loader>()).data;
  const it = exchange!;
  const viewer = useViewer();
  const here = useHref(useLocation());
  const { sendsMail } = useInstance();
  const sectorNames = new Map(sectors.map((term) => [term.key, termLabel(term)]));
  const list = (some: typeof it.near) => (
    <ul className="cards">
      {some.map((other) => (
        <ExchangeCard exchange={other} sectorNames={sectorNames} key={other.id} />
      ))}
    </ul>
  );
  if (it.hiddenFor && !it.title)
    return (
      <Ruled>
        <meta name="robots" content="noindex" />
        <PageHead kicker={<Link to={paths.exchanges()}>{m.exchange_title()}</Link>} title={m.exchange_hidden()}>
          <HiddenPlace because={it.hiddenFor} />
        </PageHead>
      </Ruled>
    );
  return (
    <Ruled>
      <PageHead
        margin={directionNames[it.direction]()}
        note={sectorNames.get(it.sector)}
        kicker={<Link to={paths.exchanges()}>{m.exchange_title()}</Link>}
        title={it.title || m.exchange_hidden()}
        lang={it.title ? contentLang() : undefined}
      >
        <p className="cluster">
          <Chip tone={it.direction === "NEED" ? "toCome" : "done"}>{directionNames[it.direction]()}</Chip>
          <Chip>{kindNames[it.kind]()}</Chip>
          {(it.state !== "OPEN" || it.status !== "VISIBLE") && <Chip>{standingOf(it)}</Chip>}
          {it.fictional && <Fictional />}
        </p>
        {it.status === "HELD" && <Notice>{m.exchange_held()}</Notice>}
        {it.statusReason && <Notice>{m.exchange_hidden_why({ reason: it.statusReason })}</Notice>}
        {it.text && (
          <p className="prose verbatim" lang={contentLang()}>
            {it.text}
          </p>
        )}
        <ul className="quiet">
          <li>
            <Link to={paths.territory(it.territory.slug)}>{it.territory.name}</Link>
          </li>
          {it.authorName && <li>{m.exchange_by({ name: it.authorName })}</li>}
          {it.organisation && <li>{m.exchange_for({ name: it.organisation })}</li>}
          {it.initiative && (
            <li>
              <Link to={paths.initiative(it.initiative.slug)}>{m.exchange_for({ name: it.initiative.name })}</Link>
            </li>
          )}
          <li>
            {m.exchange_until()} <When date={it.expiresOn} />
          </li>
        </ul>
        {it.status === "VISIBLE" && <Report kind="EXCHANGE" textId={it.id} of={it.title} />}
        {(it.viewerCan.edit || it.viewerCan.hide || it.status === "HIDDEN") && (
          <Suspense>
            <Keep exchange={it} />
          </Suspense>
        )}
      </PageHead>
      {it.state === "OPEN" && it.status === "VISIBLE" && (
        <Row heading={m.exchange_meet()} id="meet">
          {!sendsMail && <Notice>{m.exchange_no_mail()}</Notice>}
          {sendsMail && !it.viewerCan.edit && <p className="prose">{m.exchange_meet_lead()}</p>}
          {viewer ? (
            <Suspense>
              <Meet exchange={it} viewer={viewer} />
            </Suspense>
          ) : (
            sendsMail && (
              <p className="no-print">
                <ButtonLink to={paths.signIn(here)}>{m.exchange_meet_sign_in()}</ButtonLink>
              </p>
            )
          )}
        </Row>
      )}
      {it.answering.length > 0 && (
        <Row
          heading={it.direction === "NEED" ? m.exchange_answering_NEED() : m.exchange_answering_OFFER()}
          note={m.exchange_near()}
        >
          {list(it.answering)}
        </Row>
      )}
      {it.near.length > 0 && (
        <Row
          heading={it.direction === "NEED" ? m.exchange_near_NEED() : m.exchange_near_OFFER()}
          note={m.exchange_near()}
        >
          {list(it.near)}
        </Row>
      )}
      {it.initiatives.length > 0 && (
        <Row heading={m.exchange_initiatives()} note={m.exchange_near()}>
          <ul className="cards">
            {it.initiatives.map((initiative) => (
              <InitiativeCard initiative={initiative} sectorNames={sectorNames} key={initiative.id} />
            ))}
          </ul>
        </Row>
      )}
    </Ruled>
  );
}

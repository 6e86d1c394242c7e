import { gql, type TypedDocumentNode } from "@apollo/client";
import { type Field, type NamesOf, ofKind } from "@cahier/schema/fields";
import { m } from "@cahier/schema/messages";
import { lazy, Suspense } from "react";
import { Link, type LoaderFunctionArgs, redirect, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { VoiceCard } from "../../features/contribution/VoiceCard.tsx";
import { cardNames, figureNames, initiativeSheet, shownFields } from "../../features/initiative/fields.tsx";
import { Linked } from "../../features/initiative/Linked.tsx";
import { stageNames } from "../../features/initiative/stages.ts";
import { ProposalCard } from "../../features/proposal/ProposalCard.tsx";
import { reactionCount } from "../../features/reaction/ReactionList.tsx";
import { Reactions } from "../../features/reaction/Reactions.tsx";
import { DocumentList } from "../../features/document/DocumentList.tsx";
import { Serving } from "../../features/document/Serving.tsx";
import type { InitiativePage, InitiativePageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { formatDate } from "../../i18n/dates.ts";
import { formatEuros, formatNumber } from "../../i18n/numbers.ts";
import { termLabels } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { HiddenPlace } from "../../shared/HiddenPlace.tsx";
import { Report } from "../../shared/Report.tsx";
import { BarList } from "../../ui/BarList.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional, Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import styles from "./Chain.module.css";
import { initiativeTerms } from "../../shared/choices.tsx";

const query: TypedDocumentNode<InitiativePage, InitiativePageVariables> = gql`
  query InitiativePage($slug: String!) {
    initiative(slug: $slug) {
      id
      serving {
        ...DocumentList_document @unmask
      }
      ...InitiativeSheet @unmask
      state
      viewerCan {
        judge
        attach
      }
      fictional
      contributions {
        id
        ...VoiceCard_contribution
      }
      exampleOf {
        id
        proves
        proposal {
          id
          ...ProposalCard_proposal
        }
      }
      reactions {
        id
        kind
        hiddenFor
        ...Reactions_reaction
      }
    }
    initiativeHiddenFor(slug: $slug)
    initiativeWithdrawnOn(slug: $slug)
    ...InitiativeTerms_query @unmask
  }
  ${DocumentList.fragment}
  ${initiativeSheet}
  ${VoiceCard.fragment}
  ${ProposalCard.fragment}
  ${Reactions.fragment}
  ${initiativeTerms}
`;

type Initiative = NonNullable<InitiativePage["initiative"]>;

/** Loaded for writers of proposals only. */
const Attach = lazy(async () => ({
  default: (await import("../../features/initiative/initiative.mutations.tsx")).Attach,
}));

/** The address that a sheet had before words of its name were masked leads to the one that it has. */
export function loader(args: LoaderFunctionArgs) {
  const slug = args.params.slug!;
  return preload(args, query, { slug }, ({ initiative, initiativeHiddenFor, initiativeWithdrawnOn }) => {
    if (initiative && initiative.slug !== slug) throw redirect(paths.initiative(initiative.slug));
    return initiative ?? initiativeHiddenFor ?? initiativeWithdrawnOn;
  });
}

/** The sheet of an example from the field, or the place of one that a moderator hid or that its author took back. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  if (data.initiative) return <Sheet data={data} initiative={data.initiative} />;
  const gone = data.initiativeWithdrawnOn;
  return (
    <Ruled>
      <meta name="robots" content="noindex" />
      <PageHead
        kicker={<Link to={paths.initiatives()}>{m.initiative_title()}</Link>}
        title={gone ? m.initiative_withdrawn() : m.initiative_hidden()}
      >
        {gone && <p className="quiet">{m.initiative_withdrawn_on({ date: formatDate(gone) })}</p>}
        {data.initiativeHiddenFor && <HiddenPlace because={data.initiativeHiddenFor} />}
      </PageHead>
    </Ruled>
  );
}

/** The sheet itself: what it holds to, what it yields, what it proves. */
function Sheet({ data, initiative: it }: { data: InitiativePage; initiative: Initiative }) {
  const { contributions, exampleOf, reactions } = it;
  const stage = it.stage && stageNames[it.stage]?.();
  return (
    <Ruled>
      <PageHead
        margin={it.startedYear && m.initiative_since({ year: it.startedYear })}
        note={stage}
        kicker={<Link to={paths.initiatives({ sector: it.sector })}>{termLabels(data.sectors, [it.sector])[0]}</Link>}
        title={it.name}
        lang={contentLang()}
        lead={<p lang={contentLang()}>{it.summary}</p>}
      >
        <div className="cluster">
          <span>
            {it.town && `${it.town}, `}
            <Link to={paths.territory(it.territory.slug)}>{it.territory.name}</Link>
          </span>
          {it.organisationType && <Chip>{termLabels(data.organisationTypes, [it.organisationType])[0]}</Chip>}
          <ShareButton title={it.name} />
          {it.fictional && <Fictional />}
        </div>
        {it.state !== "VALIDATED" && <Notice>{m.initiative_not_validated()}</Notice>}
        <Report kind="INITIATIVE" textId={it.id} of={it.name} />
        {it.viewerCan.judge && <More to={paths.initiativeJudge(it.slug)}>{m.initiative_judge()}</More>}
      </PageHead>
      {it.criteria.length > 0 ? (
        <Row heading={m.initiative_criteria()} note={m.initiative_criteria_note()}>
          <div className={styles.beside}>
            <BarList
              max={3}
              bars={it.criteria.map(({ key, score }) => ({
                key,
                label: termLabels(data.criteria, [key])[0]!,
                value: score,
                text: m.initiative_criterion_score({ score }),
              }))}
            />
            <Figures initiative={it} />
          </div>
          {it.criteria.some(({ reason }) => reason) && (
            <dl className="flow">
              {it.criteria.map(
                ({ key, reason }) =>
                  reason && (
                    <div key={key}>
                      <dt>
                        <b>{termLabels(data.criteria, [key])[0]}</b>
                      </dt>
                      <dd lang={contentLang()}>{reason}</dd>
                    </div>
                  ),
              )}
            </dl>
          )}
        </Row>
      ) : (
        <Row>
          <Figures initiative={it} />
        </Row>
      )}
      <Row>
        <div className="cards" lang={contentLang()}>
          {ofKind(shownFields, "text", "lines").map((name) => (
            <List title={cardNames[name]()} items={[it[name] ?? []].flat()} key={name} />
          ))}
        </div>
      </Row>
      <Row heading={m.initiative_proposals()}>
        {exampleOf.length ? (
          <ul className={styles.wide}>
            {exampleOf.map(({ id, proves, proposal }) => (
              <ProposalCard proposal={proposal} key={id}>
                {proves && (
                  <span>
                    <b>{m.initiative_what_it_proves()}</b> <span lang={contentLang()}>{proves}</span>
                  </span>
                )}
              </ProposalCard>
            ))}
          </ul>
        ) : (
          <Empty title={m.initiative_proposals_none()}>
            <More to={paths.proposals()}>{m.proposal_title()}</More>
          </Empty>
        )}
        {it.viewerCan.attach && (
          <Suspense>
            <Attach slug={it.slug} />
          </Suspense>
        )}
      </Row>
      <Row heading={m.initiative_contributions()}>
        {contributions.length ? (
          <ul className={styles.wide}>
            {contributions.map((contribution) => (
              <VoiceCard contribution={contribution} key={contribution.id} />
            ))}
          </ul>
        ) : (
          <p className="quiet">{m.initiative_contributions_none()}</p>
        )}
      </Row>
      <Serving documents={it.serving} serves={paths.initiative(it.slug)} />
      <Row heading={m.reaction_title()} margin={reactionCount(reactions)}>
        <Reactions subject="INITIATIVE" subjectId={it.id} reactions={reactions} />
      </Row>
    </Ruled>
  );
}

const List = ({ title, items }: { title: string; items: readonly string[] }) =>
  items.length > 0 && (
    <Card>
      <h2>{title}</h2>
      <ul className="flow">
        {items.map((item) => (
          <li key={item}>
            <Linked text={item} />
          </li>
        ))}
      </ul>
    </Card>
  );

function Figures({ initiative }: { initiative: Initiative }) {
  const figures = ofKind(shownFields, "count").flatMap((name) => {
    const count = initiative[name];
    return count === null ? [] : { name, label: figureNames[name]({ count }), text: figureText(name, count) };
  });
  return (
    figures.length > 0 && (
      <Card as="aside" tone="note">
        <h2>{m.initiative_people()}</h2>
        <dl className={styles.figures}>
          {figures.map(({ name, label, text }) => (
            <div key={name}>
              <dt>{label}</dt>
              <dd className="figure">{text}</dd>
            </div>
          ))}
        </dl>
      </Card>
    )
  );
}

/** « 12 », « 12 000 € ». */
function figureText(name: NamesOf<typeof shownFields, "count">, count: number) {
  const field: Field = shownFields[name];
  return "unit" in field ? formatEuros(count) : formatNumber(count);
}

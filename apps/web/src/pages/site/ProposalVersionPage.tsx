import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { InitiativeCard } from "../../features/initiative/InitiativeCard.tsx";
import { KeyPointItem } from "../../features/keyPoint/KeyPointItem.tsx";
import { Verbatim } from "../../features/passage/Verbatim.tsx";
import { Fingerprint } from "../../features/proposal/Fingerprint.tsx";
import { VersionCauses } from "../../features/proposal/VersionCauses.tsx";
import type { ProposalVersionPage, ProposalVersionPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { keysOf, partNames, termLabel } from "../../i18n/vocabulary.ts";
import { numberOf, paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional, Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { When } from "../../ui/When.tsx";
import styles from "./Chain.module.css";
import { versionWords } from "../../features/proposal/versionWords.fragment.tsx";
import { TitleLink } from "../../shared/TitleLink.tsx";
import { Of } from "../../shared/Of.tsx";

const query: TypedDocumentNode<ProposalVersionPage, ProposalVersionPageVariables> = gql`
  query ProposalVersionPage($slug: String!, $number: Int!) {
    proposal(slug: $slug) {
      id
      slug
      number
      title
      fictional
      versions {
        id
        number
      }
      versionNumbered(number: $number) {
        keptAt
        authorName
        hash
        ...VersionWords_version @unmask
        statements {
          keyPoints {
            id
            ...KeyPointItem_keyPoint
          }
          passages {
            id
            ...Verbatim_passage
          }
        }
        asks {
          interlocutor {
            slug
          }
        }
        initiatives {
          id
          ...InitiativeCard_initiative
        }
        ...VersionCauses_version
      }
    }
  }
  ${KeyPointItem.fragment}
  ${Verbatim.fragment}
  ${InitiativeCard.fragment}
  ${VersionCauses.fragment}
  ${versionWords}
`;

type Version = NonNullable<NonNullable<ProposalVersionPage["proposal"]>["versionNumbered"]>;

export const loader = (args: LoaderFunctionArgs) =>
  preload(
    args,
    query,
    { slug: args.params.slug!, number: numberOf(args.params.number) },
    ({ proposal }) => proposal?.versionNumbered,
  );

/** A proposal as it stood: its words to the letter, and what they rested on as far as it can be read today. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const it = data.proposal!;
  const version = it.versionNumbered!;
  const inForce = it.versions[0]!.number;
  return (
    <Ruled>
      <PageHead
        margin={m.proposal_number(it)}
        note={m.version_number(version)}
        kicker={<TitleLink to={paths.proposal(it.slug)}>{it.title}</TitleLink>}
        title={version.title}
        tab={`${m.version_number(version)} · ${it.title}`}
        lang={contentLang()}
        lead={<p lang={contentLang()}>{version.summary}</p>}
      >
        <div className="cluster">
          {version.levers.map((lever) => (
            <Chip key={lever.key}>{termLabel(lever)}</Chip>
          ))}
          {it.fictional && <Fictional />}
        </div>
        {version.number < inForce && (
          <Notice>
            {m.version_not_in_force({ number: version.number, inForce })}{" "}
            <More to={paths.proposalDifference(it.slug, version.number, inForce)}>{m.version_since()}</More>
          </Notice>
        )}
        <div className="cluster">
          <More to={paths.proposalVersions(it.slug)}>{m.version_title()}</More>
          <ShareButton title={`${m.version_number(version)} · ${it.title}`} />
        </div>
      </PageHead>
      <Row heading={m.version_why()}>
        <p>
          <When date={version.keptAt} original />
          {version.authorName && `, ${m.version_by({ name: version.authorName })}`}
        </p>
        {version.number === 1 && <p>{m.version_first()}</p>}
        <VersionCauses slug={it.slug} version={version} />
        <Fingerprint hash={version.hash} />
      </Row>
      <Words version={version} />
    </Ruled>
  );
}

function Words({ version }: { version: Version }) {
  const { statements, objections, asks, carriers, works, initiatives } = version;
  return (
    <>
      {keysOf(partNames).map((part) => {
        const those = statements.filter((statement) => statement.part === part);
        return (
          those.length > 0 && (
            <Row heading={partNames[part]()} key={part}>
              <ul className="flow">
                {those.map((statement) => (
                  <li className="flow" key={statement.statementId}>
                    <p className={styles.claim} lang={contentLang()}>
                      {statement.text}
                    </p>
                    <RestedOn statement={statement} />
                  </li>
                ))}
              </ul>
            </Row>
          )
        );
      })}
      {objections.length > 0 && (
        <Row heading={m.proposal_objections()}>
          <ul className={styles.wide} lang={contentLang()}>
            {objections.map(({ objectionId, text, reply }) => (
              <Card as="li" key={objectionId}>
                <h3>{text}</h3>
                {reply ? <p>{reply}</p> : <p className="quiet">{m.proposal_objection_no_reply()}</p>}
              </Card>
            ))}
          </ul>
        </Row>
      )}
      {initiatives.length > 0 && (
        <Row heading={m.proposal_examples()}>
          <ul className="cards">
            {initiatives.map((initiative) => (
              <InitiativeCard initiative={initiative} key={initiative.id} />
            ))}
          </ul>
        </Row>
      )}
      {works.length > 0 && (
        <Row heading={m.version_heading_works()}>
          <ul lang={contentLang()}>
            {works.map(({ workId, title, reference }) => (
              <li key={workId}>{`${title}, ${reference}`}</li>
            ))}
          </ul>
        </Row>
      )}
      <Row heading={m.proposal_asks()}>
        <ul className="flow" lang={contentLang()}>
          {asks.map(({ askId, text, interlocutor }) => (
            <li key={askId}>
              <Link to={paths.interlocutor(interlocutor.slug)}>{interlocutor.name}</Link>
              {m.ui_colon()}
              {text ?? m.proposal_ask_unwritten()}
            </li>
          ))}
          <li>
            {m.proposal_carriers()}
            {m.ui_colon()}
            {carriers.join(", ") || m.proposal_carriers_none()}
          </li>
        </ul>
      </Row>
    </>
  );
}

function RestedOn({ statement: { keyPoints, passages, text } }: { statement: Version["statements"][number] }) {
  if (keyPoints.length + passages.length === 0) return <p className="quiet">{m.proposal_no_source()}</p>;
  return (
    <Disclosure
      summary={
        <>
          {m.version_rested_on()}
          <Of>{text.slice(0, 60)}</Of>
        </>
      }
    >
      <div className="flow">
        {keyPoints.length > 0 && (
          <ul>
            {keyPoints.map((keyPoint) => (
              <KeyPointItem keyPoint={keyPoint} mixed key={keyPoint.id} />
            ))}
          </ul>
        )}
        {passages.length > 0 && (
          <ul className="cards">
            {passages.map((passage) => (
              <Verbatim passage={passage} key={passage.id} />
            ))}
          </ul>
        )}
      </div>
    </Disclosure>
  );
}

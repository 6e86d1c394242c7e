import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { lazy, Suspense } from "react";
import { Link, type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import type { LanguageKitPage, LanguageKitPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { withLanguage } from "../../shared/withLanguage.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { CopyButton } from "../../ui/CopyButton.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional, Notice } from "../../ui/Notice.tsx";
import { PrintButton } from "../../ui/PrintButton.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import { ShareButton } from "../../ui/ShareButton.tsx";
import { When } from "../../ui/When.tsx";
import styles from "./Chain.module.css";
import { Of } from "../../shared/Of.tsx";

const query: TypedDocumentNode<LanguageKitPage, LanguageKitPageVariables> = gql`
  query LanguageKitPage($group: String) {
    languageKit(group: $group) {
      id
      oneSentence
      thirtySeconds
      arguments {
        text
        synthesis {
          id
          slug
          title
        }
      }
      sayRather {
        avoid
        prefer
        why
      }
      commitments
      objections {
        text
        reply
      }
      beyondFood {
        beyond
        of
        unsaid
      }
      version
      viewerCan {
        edit
      }
      fictional
      versions {
        id
        number
        oneSentence
        thirtySeconds
        writtenOn
        writtenBy
        why
      }
    }
    syntheses {
      id
      title
    }
  }
`;

/** Loaded for its editors only. */
const WriteKit = lazy(async () => ({ default: (await import("../../features/languageKit/WriteKit.tsx")).WriteKit }));

/** A site without a group has no kit yet, and its page says so; a group that is unknown has no page. */
export function loader(args: LoaderFunctionArgs) {
  const group = new URL(args.request.url).searchParams.get("group");
  return preload(args, query, { group }, group ? "languageKit" : undefined);
}

type Kit = NonNullable<LanguageKitPage["languageKit"]>;

/** Language kit: words shared by all, to read, copy, print and say. */
export function Component() {
  const { languageKit, syntheses } = useReadQuery(useLoaderData<typeof loader>()).data;
  if (!languageKit) return <NoKit />;
  const kit = languageKit;
  return (
    <Ruled>
      <PageHead title={m.languageKit_title()} lead={withLanguage(m.languageKit_lead(), m.languageKit_in_french)}>
        <div className="cluster">
          {kit.version > 0 && (
            <CopyButton text={`${kit.oneSentence}\n\n${kit.thirtySeconds}`}>{m.languageKit_copy_all()}</CopyButton>
          )}
          <ShareButton title={m.languageKit_title()} />
          <PrintButton />
          {kit.fictional && <Fictional />}
        </div>
        <More to={paths.glossary()}>{m.languageKit_glossary()}</More>
        {kit.viewerCan.edit && (
          <Suspense>
            <WriteKit kit={kit} syntheses={syntheses} key={kit.id} />
          </Suspense>
        )}
      </PageHead>
      {kit.version > 0 ? <Words kit={kit} /> : <NoWords />}
      {kit.beyondFood && (
        <Row heading={m.languageKit_beyond()}>
          <Beyond {...kit.beyondFood} />
        </Row>
      )}
      {kit.versions.length > 0 && <Versions kit={kit} />}
    </Ruled>
  );
}

/** Why nothing is written, and what it will be written from. */
const NoWords = () => (
  <Row>
    <Empty title={m.languageKit_none()}>
      <p>{m.languageKit_none_text()}</p>
      <More to={paths.proposals()}>{m.proposal_title()}</More>
    </Empty>
  </Row>
);

const NoKit = () => (
  <Ruled>
    <PageHead title={m.languageKit_title()} lead={withLanguage(m.languageKit_lead(), m.languageKit_in_french)}>
      <More to={paths.glossary()}>{m.languageKit_glossary()}</More>
    </PageHead>
    <NoWords />
  </Ruled>
);

function Words({ kit }: { kit: Kit }) {
  return (
    <>
      <Row heading={m.languageKit_one()}>
        <p className={styles.claim} lang={contentLang()}>
          {kit.oneSentence}
        </p>
        <CopyButton text={kit.oneSentence}>{m.languageKit_copy_one()}</CopyButton>
      </Row>
      <Row heading={m.languageKit_thirty()}>
        <p className="prose verbatim" lang={contentLang()}>
          {kit.thirtySeconds}
        </p>
        <CopyButton text={kit.thirtySeconds}>{m.languageKit_copy_thirty()}</CopyButton>
      </Row>
      {kit.arguments.length > 0 && (
        <Row heading={m.languageKit_arguments()}>
          <ul className="cards">
            {kit.arguments.map(({ text, synthesis }) => (
              <Card as="li" key={text}>
                <p lang={contentLang()}>{text}</p>
                {synthesis && (
                  <p>
                    <Link to={paths.synthesis(synthesis.slug)}>
                      {m.languageKit_argument_from({ title: synthesis.title })}
                    </Link>
                  </p>
                )}
              </Card>
            ))}
          </ul>
        </Row>
      )}
      {kit.sayRather.length > 0 && (
        <Row heading={m.languageKit_rather()}>
          <DataTable
            caption={m.languageKit_table()}
            captionHidden
            head={[m.languageKit_avoid(), m.languageKit_prefer(), m.languageKit_why()]}
            rows={kit.sayRather.map(({ avoid, prefer, why }) => ({
              key: avoid,
              cells: [
                <s lang={contentLang()} key="avoid">
                  {avoid}
                </s>,
                <b lang={contentLang()} key="prefer">
                  {prefer}
                </b>,
                <span lang={contentLang()} key="why">
                  {why}
                </span>,
              ],
            }))}
          />
        </Row>
      )}
      {kit.commitments.length > 0 && (
        <Row heading={m.languageKit_commitments()}>
          <ul className="flow" lang={contentLang()}>
            {kit.commitments.map((text) => (
              <li className="prose" key={text}>
                <Notice tone="done">{text}</Notice>
              </li>
            ))}
          </ul>
        </Row>
      )}
      {kit.objections.length > 0 && (
        <Row heading={m.languageKit_objections()}>
          <ul className={styles.wide}>
            {kit.objections.map(({ text, reply }) => (
              <Card as="li" key={text}>
                <h3 lang={contentLang()}>{text}</h3>
                <p lang={contentLang()}>{reply}</p>
                <CopyButton text={reply}>
                  {m.languageKit_copy_reply()}
                  <Of>{text}</Of>
                </CopyButton>
              </Card>
            ))}
          </ul>
        </Row>
      )}
    </>
  );
}

/** Share of contributions that go beyond food, with the number it is a share of. */
const Beyond = ({ beyond, of, unsaid }: NonNullable<Kit["beyondFood"]>) =>
  of > 0 ? (
    <>
      <p className={styles.claim}>{m.languageKit_beyond_figure({ share: Math.round((100 * beyond) / of) })}</p>
      <p className="quiet">{m.languageKit_beyond_of({ beyond, of, unsaid })}</p>
      <p>
        <More to={paths.contributions()}>{m.contribution_title()}</More>
      </p>
    </>
  ) : (
    <p className="quiet">{m.languageKit_beyond_none()}</p>
  );

const Versions = ({ kit }: { kit: Kit }) => (
  <Row heading={m.languageKit_versions()}>
    <ol className="flow" reversed>
      {kit.versions.map((version, index) => (
        <Card as="li" key={version.id}>
          <p className="quiet cluster">
            <b>{m.languageKit_version(version)}</b>
            <When date={version.writtenOn} />
            {version.writtenBy && <span>{m.languageKit_written_by({ name: version.writtenBy })}</span>}
          </p>
          {version.why && <p lang={contentLang()}>{version.why}</p>}
          {index > 0 && (
            <div lang={contentLang()}>
              <p>{version.oneSentence}</p>
              <p>{version.thirtySeconds}</p>
            </div>
          )}
        </Card>
      ))}
    </ol>
  </Row>
);

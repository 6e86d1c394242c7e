import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useReadQuery } from "../../graphql/read.ts";
import { DocumentList } from "../../features/document/DocumentList.tsx";
import { Serving } from "../../features/document/Serving.tsx";
import type { ReactNode } from "react";
import { Link, type LoaderFunctionArgs, redirect, useLoaderData } from "react-router-dom";
import { fieldNames, interlocutorSheet, listedFields } from "../../features/interlocutor/fields.tsx";
import { HandoverCard } from "../../features/handover/HandoverCard.tsx";
import { WatchLink } from "../../features/watch/WatchLink.tsx";
import type { InterlocutorPage, InterlocutorPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { monthName } from "../../i18n/dates.ts";
import { levelNames, termLabels } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { ButtonLink } from "../../ui/Button.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Empty } from "../../ui/Empty.tsx";
import { Icon } from "../../ui/Icon.tsx";
import { More } from "../../ui/More.tsx";
import { Fictional } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";
import styles from "./Chain.module.css";
import { termChoice } from "../../shared/choices.tsx";

const query: TypedDocumentNode<InterlocutorPage, InterlocutorPageVariables> = gql`
  query InterlocutorPage($slug: String!) {
    interlocutor(slug: $slug) {
      id
      serving {
        ...DocumentList_document @unmask
      }
      ...InterlocutorSheet @unmask
      isTheMoment
      viewerCan {
        edit
      }
      note2012
      noteToday
      fictional
      asks {
        id
        text
        proposal {
          id
          slug
          number
          title
        }
      }
      handovers {
        id
        state
        handedOverOn
        reply {
          on
        }
        ...HandoverCard_handover
      }
    }
    categories: terms(kind: INTERLOCUTOR_CATEGORY) {
      ...TermChoice_term @unmask
    }
  }
  ${DocumentList.fragment}
  ${interlocutorSheet}
  ${HandoverCard.fragment}
  ${termChoice}
`;

/** The address of an office that was merged leads to the one that stays. */
export function loader(args: LoaderFunctionArgs) {
  const slug = args.params.slug!;
  return preload(args, query, { slug }, ({ interlocutor }) => {
    if (interlocutor && interlocutor.slug !== slug) throw redirect(paths.interlocutor(interlocutor.slug));
    return interlocutor;
  });
}

/** An office: what it can decide, all that was asked of it, and its answer or its silence. */
export function Component() {
  const { data } = useReadQuery(useLoaderData<typeof loader>());
  const it = data.interlocutor!;
  const { asks, handovers } = it;
  const { mail, url, postal } = it.contact;
  const facts = [
    ...listedFields.map((name) => ({
      label: fieldNames[name](),
      text: name === "months" ? it.months.map(monthName).join(", ") : it[name],
    })),
    { label: m.interlocutor_note2012(), text: it.note2012 },
    { label: m.interlocutor_noteToday(), text: it.noteToday },
  ].filter(({ text }) => text);
  return (
    <Ruled>
      <PageHead
        margin={termLabels(data.categories, [it.category])[0]}
        note={levelNames[it.level]()}
        kicker={<Link to={paths.interlocutors()}>{m.interlocutor_title()}</Link>}
        title={it.name}
        lang={contentLang()}
        lead={<p lang={contentLang()}>{it.remit}</p>}
      >
        <div className="cluster">
          {it.isTheMoment && <Chip tone="open">{m.interlocutor_moment()}</Chip>}
          {it.territory && <Link to={paths.territory(it.territory.slug)}>{it.territory.name}</Link>}
          <WatchLink small kind="OFFICE" id={it.id} page={paths.interlocutor(it.slug)} />
          {it.fictional && <Fictional />}
        </div>
        {it.viewerCan.edit && (
          <p>
            <ButtonLink small to={paths.interlocutorEdit(it.slug)}>
              <Icon name="pen" size={17} />
              {m.interlocutor_edit()}
            </ButtonLink>
          </p>
        )}
      </PageHead>
      <Row>
        <dl className={styles.figures}>
          {figuresOf(it).map(({ label, count }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd className="figure">{count}</dd>
            </div>
          ))}
        </dl>
      </Row>
      <Serving documents={it.serving} serves={paths.interlocutor(it.slug)} />
      <Row heading={m.interlocutor_handovers()}>
        {handovers.length ? (
          <ul className={styles.wide}>
            {handovers.map((handover) => (
              <HandoverCard handover={handover} without="interlocutor" key={handover.id} />
            ))}
          </ul>
        ) : (
          <Empty title={m.interlocutor_handovers_none()}>
            <More to={paths.handovers()}>{m.interlocutor_board()}</More>
          </Empty>
        )}
      </Row>
      <Row heading={m.interlocutor_asks()} margin={m.interlocutor_asked({ count: asks.length })}>
        {asks.length ? (
          <ul className={styles.wide} lang={contentLang()}>
            {asks.map(({ id, text, proposal }) => (
              <Card
                as="li"
                foot={
                  <Link to={paths.proposal(proposal.slug)}>
                    {m.proposal_number(proposal)}
                    {m.ui_colon()}
                    {proposal.title}
                  </Link>
                }
                key={id}
              >
                {text ? <h3>{text}</h3> : <p className="quiet">{m.interlocutor_ask_unwritten()}</p>}
              </Card>
            ))}
          </ul>
        ) : (
          <p className="quiet">{m.interlocutor_asks_none()}</p>
        )}
      </Row>
      {(mail || url || postal) && (
        <Row heading={m.interlocutor_contact()} note={m.interlocutor_offices()}>
          <dl className={styles.facts}>
            {mail && <Fact label={m.interlocutor_field_contactMail()} text={<a href={`mailto:${mail}`}>{mail}</a>} />}
            {url && (
              <Fact
                label={m.interlocutor_field_contactUrl()}
                text={
                  <a href={url} rel="noopener nofollow">
                    {url.replace(/^https?:\/\//, "").replace(/\/$/, "")}
                  </a>
                }
              />
            )}
            {postal && <Fact label={m.interlocutor_field_contactPostal()} text={postal} />}
          </dl>
        </Row>
      )}
      {facts.length > 0 && (
        <Row heading={m.interlocutor_how()}>
          <dl className={styles.facts}>
            {facts.map(({ label, text }) => (
              <Fact label={label} text={text} key={label} />
            ))}
          </dl>
        </Row>
      )}
    </Ruled>
  );
}

/** Of what was carried: answered, awaited, silent. Of all that is asked, whether it was carried or not. */
function figuresOf({ asks, handovers }: NonNullable<InterlocutorPage["interlocutor"]>) {
  const handed = handovers.filter(({ handedOverOn }) => handedOverOn);
  const silent = handed.filter(({ state }) => state === "OVERDUE").length;
  const answered = handed.filter(({ reply }) => reply).length;
  return [
    { label: m.interlocutor_figure_asked({ count: asks.length }), count: asks.length },
    { label: m.interlocutor_figure_handed({ count: handed.length }), count: handed.length },
    { label: m.interlocutor_figure_answered({ count: answered }), count: answered },
    { label: m.interlocutor_figure_silent(), count: silent },
  ];
}

const Fact = ({ label, text }: { label: string; text: ReactNode }) => (
  <>
    <dt>{label}</dt>
    <dd lang={contentLang()}>{text}</dd>
  </>
);

import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { lazy, Suspense } from "react";
import { Link, type LoaderFunctionArgs, redirect, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { stateNames, stateTones } from "../../features/organisation/organisation.labels.ts";
import { Said } from "../../features/organisation/Said.tsx";
import type { OrganisationPage, OrganisationPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { contentLang } from "../../i18n/content.ts";
import { termLabel } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { termChoice } from "../../shared/choices.tsx";
import { HiddenPlace } from "../../shared/HiddenPlace.tsx";
import { Report } from "../../shared/Report.tsx";
import { ButtonLink } from "../../ui/Button.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const Belonging = lazy(async () => ({
  default: (await import("../../features/organisation/Belonging.tsx")).Belonging,
}));
const Judge = lazy(async () => ({ default: (await import("../../features/organisation/Judge.tsx")).Judge }));

const query: TypedDocumentNode<OrganisationPage, OrganisationPageVariables> = gql`
  query OrganisationPage($slug: String!) {
    organisation(slug: $slug) {
      id
      slug
      name
      nameIsUnverified
      kind
      state
      status
      about
      website
      hiddenFor
      refusedBecause
      ownRole
      administrators
      version
      territory {
        id
        slug
        name
      }
      viewerCan {
        keep
        judge
        ask
      }
      ...Said_organisation @unmask
    }
    kinds: terms(kind: ORGANISATION_TYPE) {
      ...TermChoice_term @unmask
    }
  }
  ${Said.fragment}
  ${termChoice}
`;

/** The address that an organisation had before words of its name were masked leads to the one that it has. */
export function loader(args: LoaderFunctionArgs) {
  const slug = args.params.slug!;
  return preload(args, query, { slug }, ({ organisation }) => {
    if (organisation && organisation.slug !== slug) throw redirect(paths.organisation(organisation.slug));
    return organisation;
  });
}

/** An organisation: what it says of itself, whether it is confirmed, and all that it said. */
export function Component() {
  const { organisation, kinds } = useReadQuery(useLoaderData<typeof loader>()).data;
  const it = organisation!;
  const kicker = <Link to={paths.organisations()}>{m.organisation_title()}</Link>;
  if (it.hiddenFor && !it.name)
    return (
      <Ruled>
        <meta name="robots" content="noindex" />
        <PageHead title={m.organisation_hidden()} kicker={kicker}>
          <HiddenPlace because={it.hiddenFor} />
        </PageHead>
      </Ruled>
    );
  const kind = kinds.find(({ key }) => key === it.kind);
  return (
    <Ruled>
      <PageHead
        margin={kind && termLabel(kind)}
        kicker={kicker}
        title={it.nameIsUnverified ? m.vocabulary_unverified({ name: it.name }) : it.name}
        tab={it.name}
        lang={contentLang()}
      >
        <p className="cluster">
          <Chip tone={stateTones[it.state]}>{stateNames[it.state]()}</Chip>
        </p>
        {it.state === "REGISTERED" && <p className="quiet">{m.organisation_waits()}</p>}
        {it.refusedBecause && (
          <Notice tone="warn">
            {m.organisation_refused_because()}
            {m.ui_colon()}
            {it.refusedBecause}
          </Notice>
        )}
        <p className="prose verbatim" lang={contentLang()}>
          {it.about}
        </p>
        <ul className="quiet">
          {it.territory && (
            <li>
              <Link to={paths.territory(it.territory.slug)}>{it.territory.name}</Link>
            </li>
          )}
          {it.website && (
            <li>
              <a href={it.website} rel="nofollow ugc noopener">
                {it.website}
              </a>
            </li>
          )}
          {it.administrators.length > 0 && <li>{m.organisation_kept_by({ names: it.administrators.join(", ") })}</li>}
        </ul>
        {it.viewerCan.keep && (
          <p className="no-print">
            <ButtonLink to={paths.organisationEdit(it.slug)}>{m.organisation_keep()}</ButtonLink>
          </p>
        )}
        {it.status === "VISIBLE" && <Report kind="ORGANISATION" textId={it.id} of={it.name} />}
      </PageHead>
      {it.viewerCan.judge && (
        <Row heading={m.organisation_judge()} id="judge">
          <Suspense>
            <Judge id={it.id} version={it.version} keepers={it.administrators.length} />
          </Suspense>
        </Row>
      )}
      {(it.viewerCan.ask || it.ownRole) && (
        <Row heading={m.organisation_belong()} id="belong">
          <Suspense>
            <Belonging id={it.id} role={it.ownRole} confirmed={it.state === "CONFIRMED" || it.state === "CLOSED"} />
          </Suspense>
        </Row>
      )}
      <Said organisation={it} />
    </Ruled>
  );
}

import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { useSuspenseFragment } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { Said_organisation } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Row } from "../../ui/Ruled.tsx";
import { When } from "../../ui/When.tsx";

const fragment: TypedDocumentNode<Said_organisation> = gql`
  fragment Said_organisation on Organisation {
    id
    contributions {
      id
      excerpt
      goesOn
      asked
      contributedOn
    }
    reactions {
      id
      text
      reactedOn
      page {
        path
        title
      }
    }
    amendments {
      id
      text
      proposedOn
      proposal {
        id
        slug
        title
      }
    }
  }
`;

/** All that an organisation said in its name, newest first, each leading to its place. */
export function Said({ organisation }: { organisation: FragmentType<Said_organisation> }) {
  const { data } = useSuspenseFragment({ fragment, from: organisation });
  const { contributions, reactions, amendments } = data;
  const list = [
    {
      heading: m.organisation_contributions({ count: contributions.length }),
      items: contributions.map(({ id, excerpt, goesOn, asked, contributedOn: on }) => ({
        ...{ id, on, about: asked, to: paths.contribution(id), text: goesOn ? `${excerpt}…` : excerpt },
      })),
    },
    {
      heading: m.organisation_reactions({ count: reactions.length }),
      items: reactions.map(({ id, text, page, reactedOn: on }) => ({
        ...{ id, on, text, about: page?.title ?? null, to: page?.path ?? "" },
      })),
    },
    {
      heading: m.organisation_amendments({ count: amendments.length }),
      items: amendments.map(({ id, text, proposal, proposedOn: on }) => ({
        ...{ id, on, text, about: proposal.title, to: paths.amendment(proposal.slug, id) },
      })),
    },
  ].filter(({ items }) => items.length > 0);
  if (list.length === 0)
    return (
      <Row heading={m.organisation_said()}>
        <p className="quiet">{m.organisation_said_nothing()}</p>
      </Row>
    );
  return list.map(({ heading, items }) => (
    <Row heading={heading} key={heading}>
      <ul className="flow">
        {items.map(({ id, text, about, to, on }) => (
          <li key={id}>
            {about && (
              <p className="quiet" lang={contentLang()}>
                {about}
              </p>
            )}
            <p className="verbatim" lang={contentLang()}>
              {text}
            </p>
            <p className="quiet">
              <Link to={to}>{m.organisation_see()}</Link> · <When date={on} />
            </p>
          </li>
        ))}
      </ul>
    </Row>
  ));
}

Said.fragment = fragment;

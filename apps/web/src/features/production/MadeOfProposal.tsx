import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { MadeOfProposal_proposal } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { proposalStateNames } from "../../i18n/vocabulary.ts";
import { paths } from "../../paths.ts";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Disclosure } from "../../ui/Disclosure.tsx";
import { Download } from "../../ui/Download.tsx";
import { files, formats } from "./production.files.ts";
import { ProposalFiles } from "./ProposalFiles.tsx";
import { proposalAsks } from "../../shared/proposalAsks.tsx";
import { Of } from "../../shared/Of.tsx";

const fragment: TypedDocumentNode<MadeOfProposal_proposal> = gql`
  fragment MadeOfProposal_proposal on Proposal {
    ...ProposalAsks_proposal @unmask
    handovers {
      id
      interlocutor {
        id
        name
      }
    }
  }
  ${proposalAsks}
`;

/** Documents of a proposal, ready at once: its dossier, its page, and a letter to each office that is or was asked. */
export function MadeOfProposal({ proposal }: { proposal: FragmentType<MadeOfProposal_proposal> }) {
  const { data: it } = useSuspenseFragment({ fragment, fragmentName: "MadeOfProposal_proposal", from: proposal });
  const carried = it.handovers.map(({ id, interlocutor }) => ({
    id,
    name: interlocutor.name,
    href: (format: (typeof formats)[number][0]) => files.letter(id, format),
  }));
  const asked = it.asks
    .filter(({ text, interlocutor }) => text && !it.handovers.some((each) => each.interlocutor.id === interlocutor.id))
    .map(({ id, interlocutor }) => ({
      id,
      name: interlocutor.name,
      href: (format: (typeof formats)[number][0]) => files.askLetter(it.slug, id, format),
    }));
  const letters = [...carried, ...asked];
  return (
    <Card as="li">
      <div className="production-made">
        <div className="cluster">
          <h3>
            <Link to={paths.proposal(it.slug)} lang={contentLang()}>
              {it.number}. {it.title}
            </Link>
          </h3>
          <Chip tone={it.state === "DRAFT" ? "toCome" : "neutral"}>{proposalStateNames[it.state]()}</Chip>
        </div>
        <ProposalFiles slug={it.slug} of={it.title} />
      </div>
      {letters.length > 0 && (
        <Disclosure
          summary={
            <>
              {m.production_letters({ count: letters.length })}
              <Of>{it.title}</Of>
            </>
          }
        >
          <p className="prose quiet">{m.production_letters_lead()}</p>
          <ul className="flow">
            {letters.map(({ id, name, href }) => (
              <li key={id}>
                <p lang={contentLang()}>{name}</p>
                <ul className="cluster">
                  {formats.map(([format, say]) => (
                    <li key={format}>
                      <Download href={href(format)} label={m.production_take_letter_to({ name, format: say() })}>
                        {say()}
                      </Download>
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </Card>
  );
}

MadeOfProposal.fragment = fragment;

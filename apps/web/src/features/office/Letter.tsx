import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { Letter_office } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { peopleAndRegions } from "../../i18n/vocabulary.ts";
import { Card } from "../../ui/Card.tsx";
import styles from "./Letter.module.css";

const fragment: TypedDocumentNode<Letter_office> = gql`
  fragment Letter_office on OfficeLetter {
    contact
    group {
      id
      name
    }
    handover {
      id
      ask
      carrierName
      carrierTerritory {
        id
        name
      }
      interlocutor {
        id
        name
      }
      proposal {
        id
        slug
        title
        summary
        peopleCount
        regionCount
        statements {
          id
          part
          text
        }
        objections {
          id
          text
        }
        examples {
          id
          proves
          initiative {
            id
            name
            territory {
              id
              name
            }
          }
        }
      }
    }
  }
`;

type Props = Pick<Letter_office, "contact" | "group"> & { handover: NonNullable<Letter_office["handover"]> };

/** Letter to an office: the sender, the ask, the reasons, examples, and known limits. */
export function Letter({ contact, group, handover }: Props) {
  const { ask, carrierName, carrierTerritory, interlocutor, proposal } = handover;
  const { statements, objections, examples, peopleCount } = proposal;
  const saidAs = (part: string) => statements.find((statement) => statement.part === part)?.text;
  const why = saidAs("PROBLEM") ?? saidAs("ARGUMENT");
  const limit = saidAs("LIMIT") ?? objections[0]?.text;
  const [example] = examples;
  return (
    <Card as="article">
      <div className={styles.letter}>
        <p className={styles.from} lang={contentLang()}>
          <b>{carrierName ?? group?.name ?? m.handover_carrier_group()}</b>
          {carrierTerritory && carrierTerritory.name !== carrierName && `, ${carrierTerritory.name}`}
          {carrierName && group && m.office_on_behalf({ group: group.name })}
        </p>
        <p className={styles.to}>{m.office_kicker({ office: interlocutor.name })}</p>
        <h1 lang={contentLang()}>{ask}</h1>
        <p>{m.production_letter_salutation()}</p>
        <p>
          {m.production_letter_opening({ title: proposal.title, standing: peopleAndRegions(proposal) })}{" "}
          <span lang={contentLang()}>{proposal.summary}</span>
        </p>
        {why && <Told of={m.office_why()} words={why} />}
        {example && (
          <Told
            of={m.office_example()}
            words={`${example.initiative.name} (${example.initiative.territory.name})${example.proves ? `${m.ui_colon()}${example.proves}` : "."}`}
          />
        )}
        {limit && <Told of={m.office_limits()} words={limit} />}
        <p>
          {peopleCount > 0 ? m.office_closing({ count: peopleCount }) : m.office_closing_none()}{" "}
          {contact && m.office_contact({ contact })}
        </p>
      </div>
    </Card>
  );
}

const Told = ({ of, words }: { of: string; words: string }) => (
  <p>
    <b>{of}</b> <span lang={contentLang()}>{words}</span>
  </p>
);

Letter.fragment = fragment;

import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import type { Arguments_supply } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { authorOf } from "../../i18n/voices.ts";
import { Report } from "../../shared/Report.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Row } from "../../ui/Ruled.tsx";
import { When } from "../../ui/When.tsx";
import { RateArgument } from "./RateArgument.tsx";
import { SupplyHere } from "./SupplyHere.tsx";

const fragment: TypedDocumentNode<Arguments_supply> = gql`
  fragment Arguments_supply on Supply {
    id
    slot
    source
    takenAs
    contribution {
      id
      body
      authorName
      organisationName
      contributedOn
      region {
        id
        name
      }
    }
  }
`;

interface Props {
  proposalId: string;
  args: readonly Arguments_supply[];
  /** True if more can be given. */
  open: boolean;
}

/** Arguments for and against a proposal. Nothing ranks them; ratings of their use are for the writers. */
export const Arguments = ({ proposalId, args, open }: Props) =>
  (open || args.length > 0) && (
    <Row id="arguments" heading={m.supply_arguments()} margin={m.supply_arguments_count({ count: args.length })}>
      <p className="quiet">{m.supply_arguments_lead()}</p>
      {(["FOR", "AGAINST"] as const).map((side) => {
        const those = args.filter(({ slot }) => slot === side);
        return (
          those.length > 0 && (
            <section key={side}>
              <h3>{side === "FOR" ? m.supply_FOR() : m.supply_AGAINST()}</h3>
              <ul className="cards">
                {those.map((argument) => (
                  <Argument argument={argument} key={argument.id} />
                ))}
              </ul>
            </section>
          )
        );
      })}
      {open && (
        <SupplyHere
          proposalId={proposalId}
          slot="ARGUMENT"
          call={m.supply_argument_call()}
          summary={m.supply_argument_give()}
        />
      )}
    </Row>
  );

Arguments.fragment = fragment;

const Argument = ({ argument: { id, source, takenAs, contribution } }: { argument: Arguments_supply }) => (
  <Card as="li" id={id}>
    <p className="verbatim" lang={contentLang()}>
      {contribution.body}
    </p>
    {source && (
      <p className="quiet" lang={contentLang()}>
        {m.supply_source_is({ source })}
      </p>
    )}
    <p className="quiet">
      <b>{authorOf(contribution)}</b>
      {contribution.region && ` · ${contribution.region.name}`} · <When date={contribution.contributedOn} />
    </p>
    {takenAs && <Chip>{m.supply_taken()}</Chip>}
    <RateArgument id={id} />
    <Report kind="SUPPLY" textId={id} of={authorOf(contribution)} />
  </Card>
);

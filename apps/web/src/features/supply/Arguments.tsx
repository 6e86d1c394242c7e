import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { longestList } from "@cahier/schema/limits";
import { m } from "@cahier/schema/messages";
import type { Arguments_supply, MoreArguments, MoreArgumentsVariables } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { authorOf } from "../../i18n/voices.ts";
import { HiddenPlace } from "../../shared/HiddenPlace.tsx";
import { Report } from "../../shared/Report.tsx";
import { Card } from "../../ui/Card.tsx";
import { Chip } from "../../ui/Chip.tsx";
import { Part } from "../../ui/Part.tsx";
import { useRest } from "../../ui/useRest.tsx";
import { When } from "../../ui/When.tsx";
import { RateArgument } from "./RateArgument.tsx";
import { Author } from "../../shared/Author.tsx";

const fragment: TypedDocumentNode<Arguments_supply> = gql`
  fragment Arguments_supply on Supply {
    id
    slot
    source
    takenAs
    hiddenFor
    contribution {
      id
      body
      authorName
      nameIsUnverified
      organisationName
      contributedOn
      region {
        id
        name
      }
    }
  }
`;

const query: TypedDocumentNode<MoreArguments, MoreArgumentsVariables> = gql`
  query MoreArguments($slug: String!, $slot: SupplySlot!, $after: ID!) {
    proposal(slug: $slug) {
      id
      arguments(slot: $slot, after: $after) {
        ...Arguments_supply @unmask
      }
    }
  }
  ${fragment}
`;

/** Arguments of each side that are shown at a time. */
const most = longestList / 2;

interface Props {
  slug: string;
  args: readonly Arguments_supply[];
}

/** Arguments for and against a proposal. Nothing ranks them; ratings of their use are for the writers. */
export const Arguments = ({ slug, args }: Props) =>
  args.length > 0 && (
    <Part
      id="arguments"
      heading={m.supply_arguments()}
      note={args.length < most ? m.supply_arguments_count({ count: args.length }) : undefined}
    >
      <p className="quiet">{m.supply_arguments_lead()}</p>
      {(["FOR", "AGAINST"] as const).map((side) => (
        <Side slug={slug} side={side} args={args.filter(({ slot }) => slot === side)} key={side} />
      ))}
    </Part>
  );

Arguments.fragment = fragment;

/** Arguments of one side. */
function Side({ slug, side, args }: { slug: string; side: "FOR" | "AGAINST"; args: readonly Arguments_supply[] }) {
  const client = useApolloClient();
  const { rest, control } = useRest({
    begun: args,
    most,
    async ask(after) {
      const variables = { slug, slot: side, after };
      return (await client.query({ query, variables, fetchPolicy: "no-cache" })).data?.proposal?.arguments;
    },
  });
  if (args.length === 0) return null;
  return (
    <section>
      <h4>{side === "FOR" ? m.supply_FOR() : m.supply_AGAINST()}</h4>
      <ul className="cards">
        {[...args, ...rest].map((argument) => (
          <Argument argument={argument} key={argument.id} />
        ))}
      </ul>
      {control}
    </section>
  );
}

const Argument = ({ argument }: { argument: Arguments_supply }) =>
  argument.hiddenFor ? (
    <Card as="li" id={argument.id}>
      <HiddenPlace because={argument.hiddenFor} />
    </Card>
  ) : (
    <ShownArgument argument={argument} />
  );

const ShownArgument = ({ argument: { id, source, takenAs, contribution } }: { argument: Arguments_supply }) => (
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
      <b>
        <Author of={contribution} />
      </b>
      {contribution.region && ` · ${contribution.region.name}`} · <When date={contribution.contributedOn} />
    </p>
    {takenAs && <Chip>{m.supply_taken()}</Chip>}
    <RateArgument id={id} />
    <Report kind="SUPPLY" textId={id} of={authorOf(contribution)} />
  </Card>
);

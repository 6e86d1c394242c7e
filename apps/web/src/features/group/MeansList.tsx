import { type FragmentType, gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { useSuspenseFragment } from "../../graphql/read.ts";
import type { MeansList_group } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { Card } from "../../ui/Card.tsx";
import { Fold } from "../../ui/Part.tsx";

const fragment: TypedDocumentNode<MeansList_group> = gql`
  fragment MeansList_group on WorkingGroup {
    id
    means {
      label
      indicator
    }
  }
`;

/** The ways to the final goal, on a line that is opened, each with what tells that it is reached; nothing before they are written. */
export function MeansList({ group }: { group: FragmentType<MeansList_group> }) {
  const { data } = useSuspenseFragment({ fragment, from: group });
  if (data.means.length === 0) return null;
  return (
    <Fold heading={m.theme_means()} note={m.theme_means_note()}>
      <ol className="cards">
        {data.means.map(({ label, indicator }, index) => (
          <Card
            as="li"
            foot={
              <span>
                <b>{m.theme_indicator()}</b>
                {m.ui_colon()}
                <span lang={contentLang()}>{indicator}</span>
              </span>
            }
            key={label}
          >
            <b className="figure" aria-hidden="true">
              {index + 1}
            </b>
            <h4 lang={contentLang()}>{label}</h4>
          </Card>
        ))}
      </ol>
    </Fold>
  );
}

MeansList.fragment = fragment;

import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import type { ListMore_curation } from "../../graphql/operations.generated.ts";
import { contentLang } from "../../i18n/content.ts";
import { paths } from "../../paths.ts";
import { Chip } from "../../ui/Chip.tsx";

const fragment: TypedDocumentNode<ListMore_curation> = gql`
  fragment ListMore_curation on Curation {
    count
    group {
      id
      slug
      name
    }
  }
`;

interface Props {
  /** Number of appeals that the viewer may decide. */
  appeals: number;
  curations: readonly ListMore_curation[];
}

/** Appeals and what people supply to proposals, under the lists of texts that wait: each leads to its desk. */
export function ListMore({ appeals, curations }: Props) {
  const waiting = curations.filter(({ count }) => count > 0);
  return (
    <>
      <section>
        <h2>
          {m.moderation_appeals()} {appeals > 0 && <Chip>{appeals}</Chip>}
        </h2>
        {appeals > 0 ? (
          <ul>
            <li>
              <a href="#appeals">{m.moderation_desk_appeals({ count: appeals })}</a>
            </li>
          </ul>
        ) : (
          <p className="quiet">{m.moderation_appeals_none()}</p>
        )}
      </section>
      {curations.length > 0 && (
        <section>
          <h2>
            {m.moderation_curation_list()}{" "}
            {waiting.length > 0 && <Chip>{waiting.reduce((sum, { count }) => sum + count, 0)}</Chip>}
          </h2>
          {waiting.length > 0 ? (
            <ul>
              {waiting.map(({ count, group }) => (
                <li key={group.id}>
                  <Link to={paths.curation(group.slug)}>
                    {m.curation_head({ count })}
                    <span className="quiet" lang={contentLang()}>
                      {group.name}
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          ) : (
            <p className="quiet">{m.curation_none()}</p>
          )}
        </section>
      )}
    </>
  );
}

ListMore.fragment = fragment;

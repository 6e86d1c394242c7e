import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import type { ReactNode } from "react";
import type { HomeOfTeam } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { told } from "../../shared/counted.ts";
import { More } from "../../ui/More.tsx";
import { Line, Part } from "../../ui/Part.tsx";
import { matterNames } from "./matter.labels.ts";

const query: TypedDocumentNode<HomeOfTeam> = gql`
  query HomeOfTeam {
    matters(first: 3) {
      count
      nodes {
        id
        kind
        count
        title
        number
        path
      }
    }
    viewer {
      id
      ownRoles {
        id
        role
        endedOn
        territory {
          id
          slug
          name
        }
      }
    }
  }
`;

/** Work that waits for somebody of the team, and the territory of a referent; `otherwise` for people without a role. */
export function OfTeam({ otherwise }: { otherwise: ReactNode }) {
  const { data } = useQuery(query, { fetchPolicy: "cache-and-network" });
  const roles = (data?.viewer?.ownRoles ?? []).filter(({ role, endedOn }) => role !== "MEMBER" && !endedOn);
  if (!data || roles.length === 0) return otherwise;
  const { count, nodes } = data.matters;
  const territories = new Map(
    roles.flatMap(({ territory }) => (territory ? [[territory.id, territory] as const] : [])),
  );
  return (
    <Part heading={count > 0 ? m.matter_count({ count }) : m.matter_none()}>
      <ul>
        {nodes.map((it) => (
          <Line key={it.id}>
            <More to={it.path}>
              {matterNames[it.kind]({
                count: it.count,
                said: told(it.count, () => String(it.count), m.matter_more_than),
                title: it.title ?? "",
                number: it.number ?? 0,
              })}
            </More>
          </Line>
        ))}
      </ul>
      <p className="cluster">
        {[...territories.values()].slice(0, 2).map(({ id, slug, name }) => (
          <More to={paths.territory(slug)} key={id}>
            {m.response_own_region_read({ name })}
          </More>
        ))}
        <More to={paths.desk()}>{m.shell_desk()}</More>
      </p>
    </Part>
  );
}

import { gql, type TypedDocumentNode } from "@apollo/client";
import { useQuery } from "@apollo/client/react";
import { m } from "@cahier/schema/messages";
import { useEffect, useState } from "react";
import { Link } from "react-router-dom";
import type { NearInitiatives, NearInitiativesVariables } from "../../graphql/operations.generated.ts";
import { paths } from "../../paths.ts";
import { Notice } from "../../ui/Notice.tsx";

const query: TypedDocumentNode<NearInitiatives, NearInitiativesVariables> = gql`
  query NearInitiatives($name: String!, $town: String) {
    nearInitiatives(name: $name, town: $town) {
      id
      slug
      name
      town
      territory {
        id
        name
      }
    }
  }
`;

/** Existing initiatives with a similar name, looked up once typing stops. */
export function Near({ name, town }: { name: string; town: string }) {
  const [asked, setAsked] = useState({ name: "", town: "" });
  useEffect(() => {
    const soon = setTimeout(() => setAsked({ name: name.trim(), town: town.trim() }), 400);
    return () => clearTimeout(soon);
  }, [name, town]);
  const { data } = useQuery(query, {
    variables: { name: asked.name, town: asked.town || null },
    skip: asked.name.length < 4,
  });
  const found = asked.name.length < 4 ? [] : (data?.nearInitiatives ?? []);
  return (
    <div aria-live="polite">
      {found.length > 0 && (
        <Notice>
          <p>{m.initiative_near()}</p>
          <ul>
            {found.map(({ id, slug, name: known, town: place, territory }) => (
              <li key={id}>
                <Link to={paths.initiative(slug)} target="_blank" rel="noopener">
                  {known}
                </Link>
                {`, ${[place, territory.name].filter(Boolean).join(", ")}`}
              </li>
            ))}
          </ul>
        </Notice>
      )}
    </div>
  );
}

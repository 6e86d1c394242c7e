import { gql, type TypedDocumentNode } from "@apollo/client";
import { m } from "@cahier/schema/messages";
import { type LoaderFunctionArgs, useLoaderData } from "react-router-dom";
import { useReadQuery } from "../../graphql/read.ts";
import { ThemeCard } from "../../features/theme/ThemeCard.tsx";
import type { ThemesPage, ThemesPageVariables } from "../../graphql/operations.generated.ts";
import { preload } from "../../graphql/preload.ts";
import { PageHead, Row, Ruled } from "../../ui/Ruled.tsx";

const query: TypedDocumentNode<ThemesPage, ThemesPageVariables> = gql`
  query ThemesPage {
    axes {
      id
      slug
      position
      name
      keywords
      themes {
        id
        ...ThemeCard_theme
      }
    }
  }
  ${ThemeCard.fragment}
`;

export const loader = (args: LoaderFunctionArgs) => preload(args, query, {});

/** The axes of this site and their themes, in their order. */
export function Component() {
  const { axes } = useReadQuery(useLoaderData<typeof loader>()).data;
  return (
    <Ruled>
      <PageHead title={m.theme_title()} lead={m.theme_lead()} />
      {axes.map(({ id, slug, position, name, keywords, themes }) => (
        <Row id={slug} margin={m.theme_axis({ position })} note={keywords.join(", ")} heading={name} key={id}>
          <ul className="cards">
            {themes.map((theme) => (
              <ThemeCard theme={theme} axis={position} key={theme.id} />
            ))}
          </ul>
        </Row>
      ))}
    </Ruled>
  );
}

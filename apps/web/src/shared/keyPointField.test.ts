import { ApolloClient, ApolloLink, InMemoryCache } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { type ComponentProps, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { KeyPointField, keyPointsFound } from "./KeyPointField.tsx";

const keyPoint = (n: number, slug: string) => ({
  __typename: "KeyPoint" as const,
  id: `id-${n}`,
  number: n,
  sentence: `Le quai ${n}.`,
  objective: { __typename: "Objective" as const, id: `of-${slug}`, slug },
});

/** Options and search of the field, where three are at hand. */
function drawn(more: boolean, props: Partial<ComponentProps<typeof KeyPointField>> = {}) {
  const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.empty() });
  client.writeQuery({
    query: keyPointsFound,
    variables: { search: "", objective: "objectif-4" },
    data: {
      readingDesk: {
        __typename: "ReadingDesk",
        keyPointsAtHand: {
          __typename: "KeyPointsAtHand",
          more,
          keyPoints: [keyPoint(1, "objectif-1"), keyPoint(2, "objectif-4"), keyPoint(3, "objectif-1")],
        },
      },
    },
  });
  const html = renderToStaticMarkup(
    createElement(
      ApolloProvider,
      { client } as ComponentProps<typeof ApolloProvider>,
      createElement(KeyPointField, { label: "Lequel", objective: "objectif-4", ...props }),
    ),
  );
  return {
    searched: html.includes('type="search"'),
    offered: [...html.matchAll(/<option[^>]* value="(id-[^"]+)"/g)].map(([, value]) => value),
  };
}

test("what says something already is chosen among key points of the objective first, then others, each once", () => {
  expect(drawn(false)).toEqual({ searched: false, offered: ["id-2", "id-1", "id-3"] });
  expect(drawn(true, { here: [{ id: "id-3", number: 3, sentence: "Le quai 3." }] })).toEqual({
    searched: true,
    offered: ["id-3", "id-2", "id-1"],
  });
  expect(drawn(false, { except: ["id-2"] }).offered).toEqual(["id-1", "id-3"]);
});

import { ApolloClient, ApolloLink, InMemoryCache } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { type ComponentProps, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { InitiativeField, initiativesFound, most } from "./InitiativeField.tsx";

const initiative = (n: number) => ({
  __typename: "Initiative" as const,
  id: `id-${n}`,
  slug: `initiative-${n}`,
  name: `La halle ${n}`,
});

/** Options and search of the field, where the register holds `many` initiatives. */
function drawn(many: number, props: Partial<ComponentProps<typeof InitiativeField>> = {}) {
  const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.empty() });
  client.writeQuery({
    query: initiativesFound,
    variables: { search: "" },
    data: {
      initiatives: {
        __typename: "InitiativeConnection",
        nodes: Array.from({ length: Math.min(many, most) }, (_, n) => initiative(n)),
        pageInfo: { __typename: "PageInfo", hasNextPage: many > most },
      },
    },
  });
  const html = renderToStaticMarkup(
    createElement(
      ApolloProvider,
      { client } as ComponentProps<typeof ApolloProvider>,
      createElement(InitiativeField, {
        name: "initiative",
        label: "Laquelle",
        none: "Aucune",
        send: "slug",
        ...props,
      }),
    ),
  );
  return {
    searched: html.includes('type="search"'),
    offered: [...html.matchAll(/<option value="([^"]+)"/g)].map(([, value]) => value),
    selected: /<option[^>]* value="([^"]*)" selected|<option value="([^"]*)" selected/.exec(html)?.slice(1).join(""),
  };
}

test("an initiative is chosen out of a list that has an end; where the register goes on, words find the others", () => {
  expect(drawn(most)).toMatchObject({ searched: false });
  const long = drawn(most + 1);
  expect(long.searched).toBe(true);
  expect(long.offered.length).toBe(most);
});

test("a form that opens keeps the initiative that was chosen, however far in the register it stands", () => {
  const { offered, selected } = drawn(most + 1, { chosen: initiative(900) });
  expect(offered[0]).toBe("initiative-900");
  expect(selected).toBe("initiative-900");
});

test("an initiative that is an example already is not offered once more", () => {
  expect(drawn(3, { send: "id", except: ["id-1"] }).offered).toEqual(["id-0", "id-2"]);
});

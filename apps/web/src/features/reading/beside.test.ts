import { ApolloClient, ApolloLink, InMemoryCache } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { type ComponentProps, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router-dom";
import { expect, test } from "vitest";
import { Beside } from "./Beside.tsx";

const asked = (id: string, type: string, label: string) =>
  ({ __typename: "Question", id, code: id, label, type }) as const;

const written = (id: string, code: string, label: string, body: string) => ({
  __typename: "ReadingText",
  id,
  contribution: { __typename: "Contribution", id, body, question: asked(code, "LONG_TEXT", label) },
});

test("beside a text stands the rest of its response, and an office that is named goes to the register from there", () => {
  const cache = new InMemoryCache();
  const item = {
    __typename: "ReadingText",
    id: "t1",
    answers: [
      {
        __typename: "ClosedAnswer",
        question: asked("4.1", "SINGLE_CHOICE", "Le problème"),
        words: ["Trouver un lieu"],
      },
      {
        __typename: "ClosedAnswer",
        question: asked("4.5", "SHORT_TEXT", "Quel service"),
        words: ["La DRAC & la Région"],
      },
    ],
    ofResponse: [
      written("t1", "4.2", "Que proposez-vous", "Un lieu ouvert."),
      written("t2", "4.10", "Un exemple", "Nous avons attendu un an."),
    ],
  };
  cache.writeFragment({ fragment: Beside.fragment, data: item as never });
  const client = new ApolloClient({ cache, link: ApolloLink.empty() });
  const beside = createElement(Beside, { item: item as never });
  const html = renderToStaticMarkup(
    createElement(
      ApolloProvider,
      { client } as ComponentProps<typeof ApolloProvider>,
      createElement(MemoryRouter, null, beside),
    ),
  );
  const order = ["Trouver un lieu", "Un lieu ouvert.", "La DRAC &amp; la Région", "Nous avons attendu un an."];
  const places = order.map((words) => html.indexOf(words));
  expect(places.every((place, index) => place > (places[index - 1] ?? -1))).toBe(true);
  expect(html.match(/href="[^"]*\/interlocutors\/new[^"]*"/g)).toEqual([
    `href="/interlocutors/new?name=${encodeURIComponent("La DRAC & la Région").replaceAll("'", "&#x27;")}"`,
  ]);
});

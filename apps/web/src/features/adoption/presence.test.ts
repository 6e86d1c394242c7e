import { ApolloClient, ApolloLink, InMemoryCache } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { type ComponentProps, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { MemoryRouter } from "react-router-dom";
import { expect, test } from "vitest";
import { Adopt } from "./Adopt.tsx";

const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.empty() });
const drawn = (hasPresence: boolean, recordPresence: boolean) => {
  const meeting = {
    ...{ id: "1", slug: "reunion-4", title: "Quatrième réunion", startsAt: "2026-11-25T13:00:00Z" },
    ...{ present: null, hasPresence, viewerCan: { recordPresence } },
  };
  const proposal = { id: "1", version: 1, adoptingMeetings: [meeting], recordedAdoption: null };
  const page = createElement(
    MemoryRouter,
    {},
    createElement(Adopt, { proposal } as unknown as ComponentProps<typeof Adopt>),
  );
  return renderToStaticMarkup(createElement(ApolloProvider, { client } as ComponentProps<typeof ApolloProvider>, page));
};

test("whoever records an adoption is led to say who was there where they may, else to the meeting, with who does", () => {
  expect(drawn(false, true)).toContain('href="/meetings/reunion-4/presence"');
  expect(drawn(false, false)).not.toContain("/presence");
  expect(drawn(false, false)).toMatch(/L’animation du groupe le note\s: <a[^>]*href="\/meetings\/reunion-4"/);
  expect(drawn(true, false)).not.toContain("L’animation du groupe");
});

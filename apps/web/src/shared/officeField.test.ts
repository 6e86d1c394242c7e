import { ApolloClient, ApolloLink, InMemoryCache } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { type ComponentProps, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { mostOffered, OfficeField, officesOnce } from "./OfficeField.tsx";

const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.empty() });
const office = (n: number) => ({ slug: `office-${n}`, name: `La mairie ${n}` });
const offices = (many: number) => Array.from({ length: many }, (_, n) => office(n));

const drawn = (props: Partial<ComponentProps<typeof OfficeField>>) =>
  renderToStaticMarkup(
    createElement(
      ApolloProvider,
      { client } as ComponentProps<typeof ApolloProvider>,
      createElement(OfficeField, { name: "interlocutor", label: "À qui", offices: [], ...props }),
    ),
  );
const offered = (html: string) => [...html.matchAll(/<option value="([^"]+)"/g)].map(([, slug]) => slug);

test("an office is chosen out of a list that has an end; where the register goes on, words find the others", () => {
  expect(drawn({ offices: offices(mostOffered - 1) })).not.toContain('type="search"');
  const long = drawn({ offices: offices(mostOffered) });
  expect(long).toContain('type="search"');
  expect(offered(long).length).toBe(mostOffered);
});

test("the office that is chosen is among those offered, though the list that came does not hold it", () => {
  const far = office(900);
  const html = drawn({ offices: offices(mostOffered), chosen: far });
  expect(offered(html)[0]).toBe(far.slug);
  expect(html).toMatch(/<option value="office-900" selected/);
});

test("an office that a proposal asks twice is offered once, before the others; one that is to go is not", () => {
  const asked = officesOnce([office(2), office(1), office(2)]);
  expect(offered(drawn({ offices: offices(4), asked, except: "office-3" }))).toEqual([
    "office-2",
    "office-1",
    "office-0",
  ]);
});

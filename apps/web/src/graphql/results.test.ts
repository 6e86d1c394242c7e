import { ApolloLink } from "@apollo/client";
import { of } from "rxjs";
import { expect, test } from "vitest";
import { createClient } from "./client.ts";
import { gql } from "./gql.ts";
import { resultsFirst } from "./results.ts";

const query = gql("query Page($slug: String!, $first: Int) { title(slug: $slug, first: $first) }") as never;

test("a page begins with the results that came with it, each of them once; anything else is asked for", async () => {
  const asked: object[] = [];
  const network = new ApolloLink(({ variables }) => {
    asked.push(variables);
    return of({ data: { title: "asked" } });
  });
  const came = { operationName: "Page", variables: { slug: "a" }, data: { title: "came" } };
  const client = createClient({ link: resultsFirst([came]).concat(network) });
  const ask = async (variables: object) => {
    const { data } = await client.query({ query, variables, fetchPolicy: "network-only" });
    return (data as { title: string }).title;
  };

  expect(await ask({ slug: "b" })).toBe("asked");
  // A page leaves out what has no value, in the API as in a browser.
  expect(await ask({ slug: "a", first: undefined })).toBe("came");
  expect(await ask({ slug: "a" })).toBe("asked");
  expect(asked).toEqual([{ slug: "b" }, { slug: "a" }]);
});

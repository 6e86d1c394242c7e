import { ApolloLink, Observable } from "@apollo/client";
import { unwrapQueryRef } from "@apollo/client/react/internal";
import { type LoaderFunctionArgs, RouterContextProvider } from "react-router-dom";
import { expect, test } from "vitest";
import { createClient } from "./client.ts";
import { gql } from "./gql.ts";
import { apolloClient, cameWithPage, preload } from "./preload.ts";

const query = gql("query Page { title }") as never;

/** A client whose network is there for so many answers, then lost. */
function losing(answers: number) {
  let left = answers;
  const link = new ApolloLink(
    () =>
      new Observable((reader) => {
        if (left-- <= 0) return reader.error(new TypeError("Failed to fetch"));
        reader.next({ data: { title: "Un camion" } });
        reader.complete();
      }),
  );
  const client = createClient({ link });
  const context = new RouterContextProvider(new Map([[apolloClient, client]]));
  return { client, args: { context } as unknown as LoaderFunctionArgs };
}

test("a page that was read stays where it is asked again without a network", async () => {
  const { client, args } = losing(1);
  const page = unwrapQueryRef((await preload(args, query, {})) as never);
  const stop = page.retain();
  await client.refetchQueries({ include: ["Page"] });
  expect(await page.promise).toMatchObject({ data: { title: "Un camion" } });
  stop();
});

test("a page that was never read says that there is no network", async () => {
  await expect(preload(losing(0).args, query, {})).rejects.toThrow("Failed to fetch");
});

test("a page begins with the results that came with it, each of them once; anything else is asked for", async () => {
  const { args } = losing(1);
  const named = gql("query Named($slug: String!, $first: Int = 3) { title(slug: $slug, first: $first) }") as never;
  const came = { operationName: "Named", variables: { slug: "a" }, data: { title: "Une halle" } };
  (args.context as RouterContextProvider).set(cameWithPage, [came]);
  const read = async (variables: object) => {
    let title = "";
    await preload(args, named, variables, (data: { title: string }) => (title = data.title));
    return title;
  };
  expect(await read({ slug: "b" })).toBe("Un camion");
  // A field without a value is left out of a page that is written down.
  expect(await read({ slug: "a", first: undefined })).toBe("Une halle");
  await expect(read({ slug: "c" })).rejects.toThrow("Failed to fetch");
});

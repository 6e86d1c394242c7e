import { ApolloLink, Observable } from "@apollo/client";
import { unwrapQueryRef } from "@apollo/client/react/internal";
import { type LoaderFunctionArgs, RouterContextProvider } from "react-router-dom";
import { expect, test } from "vitest";
import { createClient } from "./client.ts";
import { gql } from "./gql.ts";
import { apolloClient, preload } from "./preload.ts";

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

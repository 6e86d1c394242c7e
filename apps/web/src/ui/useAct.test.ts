import { ApolloClient, ApolloLink, gql, InMemoryCache, Observable, type TypedDocumentNode } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { type ComponentProps, createElement } from "react";
import { renderToString } from "react-dom/server";
import { expect, test } from "vitest";
import type { Problem } from "./problems.ts";
import { useAct } from "./useAct.ts";

interface Input {
  words: string;
}

const say: TypedDocumentNode<{ say: { problems: Problem[] } }, { input: Input }> = gql`
  mutation Say($input: SayInput!) {
    say(input: $input) {
      problems {
        code
      }
    }
  }
`;

/** An act, the words that left in their order, and how they are answered. */
function acting() {
  const left: string[] = [];
  const answers: (() => void)[] = [];
  const link = new ApolloLink(
    ({ variables }) =>
      new Observable((observer) => {
        left.push((variables.input as Input).words);
        answers.push(() => {
          observer.next({ data: { say: { __typename: "Said", problems: [] } } });
          observer.complete();
        });
      }),
  );
  const client = new ApolloClient({ link, cache: new InMemoryCache() });
  let run!: (input: Input) => Promise<unknown>;
  const Pressed = () => {
    ({ run } = useAct(say));
    return null;
  };
  renderToString(
    createElement(ApolloProvider, { client } as ComponentProps<typeof ApolloProvider>, createElement(Pressed)),
  );
  return { left, answers, press: (words: string) => run({ words }) };
}

test("an act pressed again while it is on its way is sent once, whatever others are answered meanwhile", async () => {
  const { left, answers, press } = acting();
  const first = press("Un four");
  const other = press("Un moulin");
  expect(press("Un moulin")).toBe(other);
  answers[0]!();
  await first;
  const again = press("Un moulin");
  expect(left).toEqual(["Un four", "Un moulin"]);
  answers[1]!();
  expect(await again).toEqual(await other);
  // Once it is answered it may be done anew.
  void press("Un moulin");
  expect(left).toEqual(["Un four", "Un moulin", "Un moulin"]);
});

import { ApolloClient, ApolloLink, InMemoryCache } from "@apollo/client";
import { ApolloProvider } from "@apollo/client/react";
import { type ComponentProps, createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { MinorityPositionKind } from "../../graphql/operations.generated.ts";
import { SignMinorityPosition } from "./SignMinorityPosition.tsx";

const client = new ApolloClient({ cache: new InMemoryCache(), link: ApolloLink.empty() });
const position = (kind: MinorityPositionKind, more: object) => ({
  ...{
    id: "1",
    kind,
    status: "VISIBLE" as const,
    viewerSigned: true,
    isAttached: true,
    viewerSpeaks: true,
    organisations: [],
  },
  territory: { slug: "bretagne", name: "Bretagne" },
  ...more,
});
const drawn = (kind: MinorityPositionKind, more: object = {}, over = false) =>
  renderToStaticMarkup(
    createElement(
      ApolloProvider,
      { client } as ComponentProps<typeof ApolloProvider>,
      createElement(SignMinorityPosition, { position: position(kind, more), viewer: { displayName: "Nadia" }, over }),
    ),
  );

test("before a region takes a position back, its referent reads what becomes of those who signed beside it", () => {
  expect(drawn("MINORITY")).toContain("la garde comme sienne");
  // A reserve, or a way of doing it at home, goes with its signatures.
  for (const kind of ["RESERVE", "LOCAL_VARIANT"] as const) {
    expect(drawn(kind)).not.toContain("la garde comme sienne");
    expect(drawn(kind)).toContain("elle disparaît, avec les signatures");
  }
});

test("nobody is offered to sign what a moderator hid: who speaks for its region takes it back", () => {
  const hidden = { status: "HIDDEN", isAttached: false, viewerSigned: false };
  expect(drawn("MINORITY", { viewerSigned: false })).toContain(">Signer<");
  expect(drawn("MINORITY", hidden)).not.toContain(">Signer<");
  expect(drawn("MINORITY", hidden)).toMatch(/<summary>.*Retirer la position de «\sBretagne\s»/);
});

test("beside a text that takes no more signatures, one takes back what one gave, and is asked for nothing", () => {
  expect(drawn("MINORITY", {}, true)).toContain("Retirer ma signature");
  expect(drawn("MINORITY", {}, true)).toContain("Retirer la position de");
  expect(drawn("MINORITY", { viewerSigned: false, viewerSpeaks: false }, true)).not.toContain("Signer");
});

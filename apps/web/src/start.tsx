/**
 * A page is hydrated at once. In short steps (`startTransition`) a slow phone is blocked a little less, and one
 * click in twenty that comes meanwhile is lost: a link that does nothing is worse than one that waits.
 */
import type { TypePolicies } from "@apollo/client";
import { BaseHttpLink } from "@apollo/client/link/http";
import { ApolloProvider } from "@apollo/client/react";
import { StrictMode } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { createBrowserRouter, type RouteObject, RouterContextProvider, RouterProvider } from "react-router-dom";
import { createClient } from "./graphql/client.ts";
import { apolloClient } from "./graphql/preload.ts";
import { basenameOf, localeComesFrom, localeOf } from "./i18n/locale.ts";
import { paths } from "./paths.ts";
import { deviceValue } from "./ui/device.ts";

/** Brings a document to life with the pages of its routes. */
export function start(routes: RouteObject[], policies?: TypePolicies) {
  const locale = localeOf(location.pathname);
  localeComesFrom(() => locale);

  const state = document.getElementById("apollo")?.textContent;
  const client = createClient({
    // A rehearsal answers at an address of its own, which its pages name.
    link: new BaseHttpLink({ uri: document.documentElement.dataset.graphql ?? "/graphql" }),
    policies,
    state: state ? JSON.parse(state) : undefined,
  });

  const router = createBrowserRouter(routes, {
    basename: basenameOf(locale),
    getContext: () => new RouterContextProvider(new Map([[apolloClient, client]])),
  });

  const app = (
    <StrictMode>
      <ApolloProvider client={client}>
        <RouterProvider router={router} />
      </ApolloProvider>
    </StrictMode>
  );

  const root = document.getElementById("root")!;

  /** The first loaders read the cache that came with the page; hydrating before they have would show nothing, and differ. */
  function whenReady(draw: () => void) {
    if (router.state.initialized) return draw();
    const stop = router.subscribe(({ initialized }) => {
      if (!initialized) return;
      stop();
      draw();
    });
  }

  /** A personal page came as a shell, without what is in it: it is drawn anew rather than compared. */
  const isWritten = () => root.hasChildNodes() && !root.querySelector("[data-waiting]");

  // Responses handed over without a network leave from whatever page is opened next.
  const leave = () => {
    if (deviceValue("waiting")) void import("./leave.tsx").then((it) => it.leave(client)).catch(() => undefined);
  };
  addEventListener("load", leave);
  addEventListener("online", leave);

  // The field of the search, where it is, takes the key first.
  addEventListener("keydown", (event) => {
    if (event.key !== "k" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void router.navigate(paths.search());
  });

  whenReady(() => (isWritten() ? hydrateRoot(root, app) : createRoot(root).render(app)));
}

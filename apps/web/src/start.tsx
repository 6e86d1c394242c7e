/**
 * A page is hydrated in one go. In short steps (`startTransition`) a slow phone is blocked a little less, and one
 * click in twenty that comes meanwhile is lost: a link that does nothing is worse than one that waits.
 */
import type { ApolloClient, TypePolicies } from "@apollo/client";
import type { PageResult } from "@cahier/schema/page";
import { BaseHttpLink } from "@apollo/client/link/http";
import { ApolloProvider } from "@apollo/client/react";
import { type ReactNode, StrictMode, useEffect, useLayoutEffect, useState } from "react";
import { createRoot, hydrateRoot } from "react-dom/client";
import { createBrowserRouter, type RouteObject, RouterContextProvider, RouterProvider } from "react-router-dom";
import { isLost } from "./frame/lost.ts";
import { createClient } from "./graphql/client.ts";
import { headers } from "./graphql/headers.ts";
import { patientFetch } from "./graphql/patientFetch.ts";
import { apolloClient, cameWithPage } from "./graphql/preload.ts";
import { basenameOf, localeComesFrom, localeOf } from "./i18n/locale.ts";
import { paths } from "./paths.ts";
import { deviceValue, hasDisk } from "./ui/device.ts";
import { withResolvers } from "./ui/es2024.ts";

interface Options {
  policies?: TypePolicies;
  /** True if a page that came whole stays as it is where one of its files does not come, to be begun again. */
  stays?: boolean;
}

/**
 * Brings a document to life with the pages of its routes; settles once it answers to what is done, and fails where the
 * page stays as it is.
 */
export function start(routes: RouteObject[], { policies, stays = false }: Options): Promise<void> {
  const locale = localeOf(location.pathname);
  localeComesFrom(() => locale);

  const came = document.getElementById("results")?.textContent;
  const results = came ? (JSON.parse(came) as PageResult[]) : [];
  const client = createClient({
    // A rehearsal answers at an address of its own, which its pages name.
    link: new BaseHttpLink({
      uri: document.documentElement.dataset.graphql ?? "/graphql",
      headers,
      fetch: patientFetch,
    }),
    policies,
  });

  const root = document.getElementById("root")!;

  /** A personal page came as a shell, without what is in it: it is drawn anew rather than compared. */
  const isWritten = root.hasChildNodes() && !root.querySelector("[data-waiting]");

  const router = createBrowserRouter(routes, {
    basename: basenameOf(locale),
    // A page that came whole needs no loading: the browser has scrolled it already, and the router leaves it there.
    ...(isWritten && { hydrationData: {} }),
    getContext() {
      const context = new RouterContextProvider();
      context.set(apolloClient, client);
      context.set(cameWithPage, results);
      return context;
    },
  });

  const { promise: alive, resolve, reject } = withResolvers<void>();

  const app = (
    <StrictMode>
      <ApolloProvider client={client}>
        <Alive onAlive={resolve} isWritten={isWritten}>
          <RouterProvider router={router} />
        </Alive>
      </ApolloProvider>
    </StrictMode>
  );

  /** The first loaders read the results that came with the page; hydrating before they have would show nothing, and differ. */
  function whenReady(draw: () => void) {
    if (router.state.initialized) return draw();
    const stop = router.subscribe(({ initialized }) => {
      if (!initialized) return;
      stop();
      draw();
    });
  }

  whenReady(() => {
    const lost = Object.values(router.state.errors ?? {}).find(isLost);
    if (lost && isWritten && stays) {
      router.dispose();
      return reject(lost);
    }
    listen(router, client);
    if (isWritten && isHere()) hydrateRoot(root, app);
    else createRoot(root).render(app);
  });
  return alive;
}

/** False where one went back to another page of the visit meanwhile: what came is not what is to be shown. */
function isHere() {
  const [came] = performance.getEntriesByType("navigation");
  return !came || came.name.split("#")[0] === location.href.split("#")[0];
}

/** Listeners that every page has. */
function listen(router: ReturnType<typeof createBrowserRouter>, client: ApolloClient) {
  // Responses handed over without a network leave from whatever page is opened next, be it after a crash.
  const tryToLeave = async () => {
    if (await hasDisk()) await (await import("./recover.ts")).recover();
    if (deviceValue("waiting")) await (await import("./leave.tsx")).leave(client);
  };
  const leave = () => void tryToLeave().catch(() => undefined);
  if (document.readyState === "complete") leave();
  else addEventListener("load", leave);
  addEventListener("online", leave);

  // The focus stays near what was pressed.
  const press = (event: Event) => {
    const held = document.activeElement!;
    const path = event.composedPath();
    void import("./ui/nearFocus.ts").then((it) => it.keepNear(held, path)).catch(() => undefined);
  };
  addEventListener("click", press);
  addEventListener("submit", press);

  // The field of the search, where it is, takes the key first.
  addEventListener("keydown", (event) => {
    if (event.key !== "k" || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    void router.navigate(paths.search());
  });
}

interface AliveProps {
  onAlive: () => void;
  isWritten: boolean;
  children: ReactNode;
}

/** All that the document shows: once it is there, it says so, and a page that was being read stays where it was. */
function Alive({ onAlive, isWritten, children }: AliveProps) {
  const [scroll] = useState(() => scrollY);
  // The router begins at the top of a page, and the browser shows nothing before this.
  useLayoutEffect(() => {
    if (isWritten) scrollTo({ top: scroll, behavior: "instant" });
  }, [isWritten, scroll]);
  useEffect(onAlive, [onAlive]);
  return children;
}

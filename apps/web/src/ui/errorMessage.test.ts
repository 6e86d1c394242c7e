import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { createStaticRouter, StaticRouterProvider } from "react-router-dom";
import { afterEach, expect, test, vi } from "vitest";
import { ErrorMessage, loadOnce } from "./ErrorMessage.tsx";

afterEach(() => void vi.unstubAllGlobals());

/** Page in place of one that cannot be shown because of an error. */
function drawn(error: Error, onLine: boolean) {
  vi.stubGlobal("navigator", { onLine });
  const routes = [{ id: "page", path: "/", element: null, errorElement: createElement(ErrorMessage) }];
  const router = createStaticRouter(routes, {
    matches: [{ params: {}, pathname: "/", pathnameBase: "/", route: routes[0]! }],
    errors: { page: error },
    location: { pathname: "/", search: "", hash: "", key: "", state: null },
  } as never);
  const context = { basename: "", errors: { page: error }, loaderData: {}, actionData: null } as never;
  return renderToString(createElement(StaticRouterProvider, { router, context, hydrate: false }));
}

test("files of a former build that are gone are told as a new version, never as a network that is cut", () => {
  const gone = new TypeError("Failed to fetch dynamically imported module: /assets/MeetingPage-x.js");
  expect(drawn(gone, true)).toContain("Nouvelle version");
  expect(drawn(new Error("Unable to preload CSS for /assets/MeetingPage-x.css"), true)).toContain("Nouvelle version");
  expect(drawn(gone, false)).not.toContain("Nouvelle version");
  expect(drawn(new TypeError("Failed to fetch"), true)).not.toContain("Nouvelle version");
});

test("the address is loaded again by itself, once, and not before the site answers", async () => {
  vi.useFakeTimers();
  const kept = new Map<string, string>();
  const reload = vi.fn<() => void>();
  vi.stubGlobal("sessionStorage", {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  });
  const at = (href: string) => vi.stubGlobal("location", { href, reload });
  const answers = (ok: boolean) =>
    vi.stubGlobal("fetch", () => (ok ? Promise.resolve({ ok }) : Promise.reject(new TypeError("Failed to fetch"))));
  answers(true);
  at("https://cahier.example/meetings");
  await loadOnce();
  await loadOnce();
  expect(reload).toHaveBeenCalledTimes(1);
  // A site that is being started again: the browser would say that nobody is there.
  answers(false);
  at("https://cahier.example/proposals");
  void loadOnce();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(reload).toHaveBeenCalledTimes(1);
  answers(true);
  await vi.advanceTimersByTimeAsync(5000);
  expect(reload).toHaveBeenCalledTimes(2);
  // Somebody who went elsewhere meanwhile stays there.
  answers(false);
  at("https://cahier.example/glossary");
  void loadOnce();
  at("https://cahier.example/search");
  answers(true);
  await vi.advanceTimersByTimeAsync(5000);
  expect(reload).toHaveBeenCalledTimes(2);
  at("https://cahier.example/themes");
  vi.stubGlobal("sessionStorage", undefined);
  await loadOnce();
  expect(reload).toHaveBeenCalledTimes(2);
  vi.useRealTimers();
});

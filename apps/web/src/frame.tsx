import { redirectDocument, type RouteObject } from "react-router-dom";
import { siteLoader } from "./graphql/site.tsx";
import { ErrorMessage } from "./ui/ErrorMessage.tsx";
import { Layout } from "./ui/Layout.tsx";
import { Waiting } from "./ui/Waiting.tsx";

export interface Handle {
  /** For one person's eyes: the API sends the shell, and the browser asks for the rest. */
  personal?: boolean;
  /** While one writes: nothing at the bottom of the screen. */
  writing?: boolean;
  /** Of those who have an account: it comes in the document of the team. */
  team?: boolean;
}

/** The id of a route is the name of its page: the API finds by it the scripts to preload. */
export const pageIn =
  (files: Record<string, () => Promise<RouteObject>>) =>
  (id: string, path: string, handle: Handle = {}): RouteObject[] => {
    const lazy = files[`./pages/${id}.tsx`];
    if (!lazy) return [];
    if (handle.personal && import.meta.env.SSR) return [{ id, path, handle, Component: Waiting }];
    return [{ id, path, handle, lazy: lazy as never }];
  };

/**
 * Addresses whose pages come in another document: what is for the team is not carried by the site of everybody. The
 * document that was sent for an address has its page, or nobody has.
 */
export const elsewhere = (addresses: string[]): RouteObject[] =>
  addresses.map((path) => ({
    path,
    Component: Waiting,
    loader({ request }) {
      if (import.meta.env.SSR || new URL(request.url).pathname === location.pathname)
        throw new Response(null, { status: 404 });
      return redirectDocument(request.url);
    },
  }));

/** Everything stands in the frame of the site. */
export const siteOf = (children: RouteObject[]): RouteObject[] => [
  {
    id: "site",
    loader: siteLoader,
    shouldRevalidate: () => false,
    Component: Layout,
    ErrorBoundary: ErrorMessage,
    children: [
      {
        ErrorBoundary: ErrorMessage,
        children,
      },
    ],
  },
];

import { gql, type TypedDocumentNode } from "@apollo/client";
import { getLocale } from "@cahier/schema/runtime";
import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState, useSyncExternalStore } from "react";
import type { LoaderFunctionArgs } from "react-router-dom";
import type {
  InstanceOfPage,
  InstanceOfPageVariables,
  ViewerOfPage,
  ViewerOfPageVariables,
} from "./operations.generated.ts";
import { contentIsIn } from "../i18n/content.ts";
import { addressIn } from "../i18n/locale.ts";
import { preload } from "./preload.ts";

export const instanceQuery: TypedDocumentNode<InstanceOfPage, InstanceOfPageVariables> = gql`
  query InstanceOfPage {
    instance {
      id
      demonstration
      sendsMail
      shiftWeeks
      name
      logo
      accent
      languages
      france
    }
  }
`;

const only = { BOTH: null, FRENCH: "fr", ENGLISH: "en" } as const;

/**
 * Loads the facts of the instance: the same for everybody, so that pages can be cached and shared. Where it has one
 * language, an address in the other leads to the same page in that one.
 */
export const instanceLoader = (args: LoaderFunctionArgs) =>
  preload(args, instanceQuery, {}, ({ instance }) => {
    const language = only[instance.languages];
    contentIsIn(language ?? "fr");
    if (!import.meta.env.SSR || !language || language === getLocale()) return true;
    const { origin, pathname, search } = new URL(args.request.url);
    const location = origin + addressIn(language, pathname.replace(/^\/en(?=\/|$)/, "") + search);
    throw new Response(null, { status: 302, headers: { location } });
  });

const viewerQuery: TypedDocumentNode<ViewerOfPage, ViewerOfPageVariables> = gql`
  query ViewerOfPage {
    viewer {
      id
      displayName
    }
  }
`;

/** Set beside the session, and readable: it says that there is somebody to ask about, never who. */
export const mayBeSignedIn = () => /(^|; )signed-in=/.test(document.cookie);

/**
 * Reads the person signed in, once the page is in the browser; null for a visitor, without a request. Undefined while
 * somebody is asked about.
 */
export function useViewer() {
  const client = useApolloClient();
  const mayBe = useSyncExternalStore(never, mayBeSignedIn, () => false);
  const [viewer, setViewer] = useState<ViewerOfPage["viewer"]>();
  useEffect(() => {
    if (!mayBe) return undefined;
    const watched = client.watchQuery({ query: viewerQuery }).subscribe(({ data, dataState }) => {
      if (dataState === "complete") setViewer(data.viewer);
    });
    return () => watched.unsubscribe();
  }, [client, mayBe]);
  return mayBe ? viewer : null;
}

const never = () => () => undefined;

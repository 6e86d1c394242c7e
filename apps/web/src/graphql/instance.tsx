import { gql, type TypedDocumentNode } from "@apollo/client";
import { useApolloClient } from "@apollo/client/react";
import { useEffect, useState } from "react";
import type { LoaderFunctionArgs } from "react-router-dom";
import type {
  InstanceOfPage,
  InstanceOfPageVariables,
  ViewerOfPage,
  ViewerOfPageVariables,
} from "./operations.generated.ts";
import { preload } from "./preload.ts";

const instanceQuery: TypedDocumentNode<InstanceOfPage, InstanceOfPageVariables> = gql`
  query InstanceOfPage {
    instance {
      id
      demonstration
      shiftWeeks
      name
      logo
      accent
      english
      france
    }
  }
`;

/** Loads the facts of the instance: the same for everybody, so that pages can be cached and shared. */
export const instanceLoader = (args: LoaderFunctionArgs) => preload(args, instanceQuery, {});

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

/** Reads the person signed in, once the page is in the browser; null for a visitor, without a request. */
export function useViewer() {
  const client = useApolloClient();
  const [viewer, setViewer] = useState<ViewerOfPage["viewer"]>(null);
  useEffect(() => {
    if (!mayBeSignedIn()) return undefined;
    const watched = client.watchQuery({ query: viewerQuery }).subscribe(({ data, dataState }) => {
      if (dataState === "complete") setViewer(data.viewer);
    });
    return () => watched.unsubscribe();
  }, [client]);
  return viewer;
}

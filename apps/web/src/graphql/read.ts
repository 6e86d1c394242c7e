import { useReadQuery as readCache, useSuspenseFragment as readFragmentOfCache } from "@apollo/client/react";

/** Reads the result of a page's query: in a browser from its cache, in the API as it came (decision 0040). */
export const useReadQuery = import.meta.env.SSR ? (((page) => page) as typeof readCache) : readCache;

/** Reads a fragment of it: in the API an object still has the fields of all its fragments. */
export const useSuspenseFragment = import.meta.env.SSR
  ? ((({ from }) => ({ data: from })) as typeof readFragmentOfCache)
  : readFragmentOfCache;

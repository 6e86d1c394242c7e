import { createContext } from "react";

/** Slug of the proposal whose sentences are given their sources. */
export const SourcesContext = createContext("");

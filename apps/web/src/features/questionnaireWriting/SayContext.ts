import { createContext } from "react";

/** Says something to those who listen: what moved, and where to. */
export const SayContext = createContext<(words: string) => void>(() => undefined);

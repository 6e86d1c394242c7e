import { createContext, useContext, useSyncExternalStore } from "react";

/** Facts about the instance that every page has. */
export interface Instance {
  demonstration: boolean;
  /** Without it nobody is asked for an address to be written to. */
  sendsMail: boolean;
  /** By how many whole weeks the dates of 2012 were moved to this year. */
  shiftWeeks: number;
  /** Empty while nobody named it. */
  name: string;
  /** Address of its logo. */
  logo: string | null;
  /** Languages that pages are read in. */
  languages: "BOTH" | "FRENCH" | "ENGLISH";
  /** True if its territories are those of France, which have a map. */
  france: boolean;
}

export const InstanceContext = createContext<Instance>({
  demonstration: false,
  sendsMail: true,
  shiftWeeks: 0,
  name: "",
  logo: null,
  languages: "BOTH",
  france: true,
});

export const useInstance = () => useContext(InstanceContext);

const never = () => () => undefined;

/** Origin of the site, as « https://… », for paper. Empty until the browser knows it. */
export const useOrigin = () =>
  useSyncExternalStore(
    never,
    () => location.origin,
    () => "",
  );

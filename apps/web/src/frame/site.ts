import { createContext, useContext, useSyncExternalStore } from "react";

/** What every page knows of the site itself. */
export interface Site {
  demonstration: boolean;
  /** By how many whole weeks the dates of 2012 were moved to this year. */
  shiftWeeks: number;
}

export const SiteContext = createContext<Site>({ demonstration: false, shiftWeeks: 0 });

export const useSite = () => useContext(SiteContext);

const never = () => () => undefined;

/** Where the site is reached, as « https://… »: what paper says. Empty until the browser knows it. */
export const useOrigin = () =>
  useSyncExternalStore(
    never,
    () => location.origin,
    () => "",
  );

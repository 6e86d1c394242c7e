import { createContext, useContext } from "react";

/** What every page knows of the site itself. */
export interface Site {
  demonstration: boolean;
  /** By how many whole weeks the dates of 2012 were moved to this year. */
  shiftWeeks: number;
}

export const SiteContext = createContext<Site>({ demonstration: false, shiftWeeks: 0 });

export const useSite = () => useContext(SiteContext);

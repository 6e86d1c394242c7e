import { createContext, useContext, useSyncExternalStore } from "react";

/** Facts about the instance that every page has. */
export interface Instance {
  demonstration: boolean;
  /** By how many whole weeks the dates of 2012 were moved to this year. */
  shiftWeeks: number;
}

export const InstanceContext = createContext<Instance>({ demonstration: false, shiftWeeks: 0 });

export const useInstance = () => useContext(InstanceContext);

const never = () => () => undefined;

/** Origin of the site, as « https://… », for paper. Empty until the browser knows it. */
export const useOrigin = () =>
  useSyncExternalStore(
    never,
    () => location.origin,
    () => "",
  );

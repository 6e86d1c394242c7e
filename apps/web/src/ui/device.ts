import { useSyncExternalStore } from "react";

const changed = new EventTarget();

function subscribe(listener: () => void) {
  changed.addEventListener("change", listener);
  addEventListener("storage", listener);
  return () => {
    changed.removeEventListener("change", listener);
    removeEventListener("storage", listener);
  };
}

/** Value kept on this device under a name; null without one, and where a device keeps nothing. */
export function deviceValue(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Keeps something on this device; false when it cannot. */
export function keepOnDevice(name: string, value: string): boolean {
  try {
    localStorage.setItem(name, value);
    changed.dispatchEvent(new Event("change"));
    return true;
  } catch {
    return false;
  }
}

/** Value kept on this device, as it changes in any tab; null while the page comes from the API. */
export const useDeviceValue = (name: string) =>
  useSyncExternalStore(
    subscribe,
    () => deviceValue(name),
    () => null,
  );

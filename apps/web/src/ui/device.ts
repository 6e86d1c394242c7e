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

/** Tells the page that something kept on this device has changed. */
export const sayChanged = () => changed.dispatchEvent(new Event("change"));

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
    sayChanged();
    return true;
  } catch {
    return false;
  }
}

/** False for who never typed here, and where a browser does not tell: no disk of theirs knows better. */
export async function hasDisk() {
  try {
    return (await indexedDB.databases()).length > 0;
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

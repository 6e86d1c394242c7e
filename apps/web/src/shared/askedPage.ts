import { deviceValue, keepOnDevice } from "../ui/device.ts";

const name = "asked";

/** As long as two links to sign in live, in milliseconds. */
const lives = 1_800_000;

/** Keeps the page that somebody was sent to sign in from: the link of a mail opens in another tab. */
export const keepAskedPage = (path: string) => keepOnDevice(name, JSON.stringify({ path, until: Date.now() + lives }));

/** Address to go to once signed in: the page that was asked for, once and on this site alone; else another one. */
export function askedPageOr(other: string): string {
  try {
    const { path, until } = JSON.parse(deviceValue(name)!) as { path: string; until: number };
    localStorage.removeItem(name);
    const { origin, href } = new URL(path, location.origin);
    return origin === location.origin && Date.now() < until ? href : other;
  } catch {
    return other;
  }
}

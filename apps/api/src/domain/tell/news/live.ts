/**
 * Open pages are told that something came, as public addresses alone. Each process looks on its own, and only while a
 * page listens; it keeps a bounded number of them, and one more is told to listen no longer.
 */
import { PassThrough } from "node:stream";
import type { EntityManager } from "typeorm";
import { isUnavailable } from "../../../platform/server/unavailable.ts";
import { log } from "../../../platform/log.ts";
import { newsSince, pagesOf } from "./news.queries.ts";

export interface LiveLimits {
  /** Most listeners of one process, and of one address, behind which a whole meeting may sit. */
  all: number;
  fromOne: number;
  /** Milliseconds between two looks, and between two beats that keep a connection open. */
  look: number;
  beat: number;
}

const liveLimits: LiveLimits = { all: 1000, fromOne: 300, look: 10_000, beat: 25_000 };

/** Most bytes that wait for a browser: one that reads nothing, and keeps its connection, would have all that comes kept for it. */
const mostUnread = 65_536;

/** The furthest back that a page that comes back is told of. */
const furthestBack = 3_600_000;

/** Listeners of one process. */
export function liveNews(db: EntityManager, limits = liveLimits) {
  const listeners = new Map<PassThrough, string>();
  let since = new Date();
  let timers: NodeJS.Timeout[] = [];
  let busy = false;

  /** Events between two instants, as they are sent. The id is the instant, which a returning browser sends back. */
  async function cameSince(from: Date, now: Date): Promise<string | null> {
    const news = await newsSince(db, from, now);
    if (news.length === 0) return null;
    const pages = await pagesOf(db, news);
    return `id: ${now.toISOString()}\ndata: ${JSON.stringify({ pages })}\n\n`;
  }

  function tell(words: string) {
    for (const listener of listeners.keys())
      if (listener.writableLength + listener.readableLength > mostUnread) listener.destroy();
      else listener.write(words);
  }

  async function look() {
    if (busy) return;
    busy = true;
    const now = new Date();
    try {
      const came = await cameSince(since, now);
      since = now;
      if (came) tell(came);
    } catch (error) {
      // A database that is away for a while is said elsewhere, and once.
      if (!isUnavailable(error)) log.error("live", error);
    } finally {
      busy = false;
    }
  }

  function begin() {
    since = new Date();
    timers = [setInterval(() => void look(), limits.look), setInterval(() => tell(":\n\n"), limits.beat)];
    for (const timer of timers) timer.unref();
  }

  const end = () => {
    for (const timer of timers) clearInterval(timer);
    timers = [];
  };

  return {
    look,
    count: () => listeners.size,
    /** A stream of what comes, for one browser; null where there are too many. */
    async listen(address: string, lastId: string | undefined): Promise<PassThrough | null> {
      const fromOne = [...listeners.values()].filter((one) => one === address).length;
      if (listeners.size >= limits.all || fromOne >= limits.fromOne) return null;
      const stream = new PassThrough();
      if (listeners.size === 0) begin();
      listeners.set(stream, address);
      stream.once("close", () => {
        listeners.delete(stream);
        if (listeners.size === 0) end();
      });
      // Comes back at its own moment: not all together after a restart.
      stream.write(`retry: ${4000 + Math.round(Math.random() * 6000)}\n\n`);
      const now = new Date();
      const last = new Date(lastId ?? "");
      if (Number.isNaN(last.getTime()) || last > now) return stream;
      const from = new Date(Math.max(last.getTime(), now.getTime() - furthestBack));
      const came = await cameSince(from, now).catch(() => null);
      if (came && !stream.destroyed) stream.write(came);
      return stream;
    },
    /** Ends them all: they come back by themselves, here or to another process. */
    close() {
      end();
      for (const listener of listeners.keys()) listener.end();
    },
  };
}

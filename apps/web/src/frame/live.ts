/** Events that a page listens to: addresses of pages that changed. */
export type Heard = (pages: string[]) => void;

const hearers = new Set<Heard>();
let begun = false;

/**
 * One connection for all the tabs of a browser: the tab that holds the lock listens, and tells the others. Where a
 * browser cannot share one, or saves data, nothing is asked.
 */
export function listen(hear: Heard): () => void {
  hearers.add(hear);
  if (!begun) begin();
  return () => void hearers.delete(hear);
}

function begin() {
  begun = true;
  const saves = (navigator as Navigator & { connection?: { saveData?: boolean } }).connection?.saveData;
  if (saves || !("locks" in navigator) || !("BroadcastChannel" in window) || !("EventSource" in window)) return;
  const channel = new BroadcastChannel("live");
  const tell = (pages: string[]) => {
    for (const hear of hearers) hear(pages);
  };
  channel.addEventListener("message", ({ data }) => tell(data as string[]));
  void navigator.locks.request(
    "live",
    () =>
      new Promise<void>((release) => {
        let source: EventSource;
        const open = () => {
          source = new EventSource("/live");
          source.addEventListener("message", ({ data }) => {
            const { pages } = JSON.parse(data as string) as { pages: string[] };
            channel.postMessage(pages);
            tell(pages);
          });
          // Refused for good: another tab need not try either, until it is opened anew.
          source.addEventListener("error", () => source.readyState === EventSource.CLOSED && release());
        };
        open();
        // Without a network nothing is tried, again and again.
        addEventListener("offline", () => source.close());
        addEventListener("online", open);
        addEventListener("pagehide", () => {
          source.close();
          release();
        });
      }),
  );
}

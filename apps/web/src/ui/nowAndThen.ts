/** Milliseconds between two looks: the longest until what others do shows. */
const period = 20_000;

/**
 * Looks now and then at what others do on a page that several people have open, and when one comes back to it, until it is
 * stopped. While one looks away, it does not.
 */
export function nowAndThen(look: () => void) {
  const now = () => {
    if (!document.hidden) look();
  };
  const timer = setInterval(now, period);
  document.addEventListener("visibilitychange", now);
  addEventListener("focus", now);
  addEventListener("online", now);
  return () => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", now);
    removeEventListener("focus", now);
    removeEventListener("online", now);
  };
}

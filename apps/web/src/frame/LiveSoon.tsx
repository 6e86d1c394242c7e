import { type ComponentType, useEffect, useState } from "react";

/** Listens for what comes, once the page is at rest: no first page waits for it, and none misses it where it cannot be had. */
export function LiveSoon() {
  const [Live, setLive] = useState<ComponentType | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => {
      if (!navigator.onLine) return;
      import("./Live.tsx").then(
        (it) => setLive(() => it.Live),
        () => undefined,
      );
    }, 3000);
    return () => clearTimeout(timer);
  }, []);
  return Live && <Live />;
}

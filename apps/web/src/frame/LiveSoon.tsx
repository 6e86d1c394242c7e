import { lazy, Suspense, useEffect, useState } from "react";

const Live = lazy(() => import("./Live.tsx").then((it) => ({ default: it.Live })));

/** Listens for what comes, once the page is at rest: no first page waits for it. */
export function LiveSoon() {
  const [rests, setRests] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setRests(true), 3000);
    return () => clearTimeout(timer);
  }, []);
  return rests ? (
    <Suspense>
      <Live />
    </Suspense>
  ) : null;
}

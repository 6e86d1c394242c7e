import { useEffect, useState } from "react";
import { keptNames } from "./kept.ts";

/**
 * The end of the name under which this device has kept something, of those that begin so: the newest, as the page
 * opens. A form that waits for a press to open is in sight by it; null without any.
 */
export function useKeptBefore(prefix: string | undefined) {
  const [found, setFound] = useState<{ prefix: string; rest: string }>();
  useEffect(() => {
    if (prefix === undefined) return undefined;
    let isHere = true;
    void keptNames(prefix).then(([name]) => {
      if (isHere && name) setFound({ prefix, rest: name.slice(prefix.length) });
    });
    return () => {
      isHere = false;
    };
  }, [prefix]);
  return found && found.prefix === prefix ? found.rest : null;
}

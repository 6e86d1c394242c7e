import { lazy, Suspense } from "react";
import { useInstance } from "../frame/instance.ts";
import { FranceMap, type MapProps } from "./FranceMap.tsx";

/** Loaded where territories have no shape only. */
const TerritoryBars = lazy(async () => ({ default: (await import("./TerritoryBars.tsx")).TerritoryBars }));

/** Counts by territory: on the map of France, and as bars where territories have no shape. */
export function TerritoryMap(props: MapProps) {
  if (useInstance().france) return <FranceMap {...props} />;
  return (
    <Suspense>
      <TerritoryBars {...props} />
    </Suspense>
  );
}

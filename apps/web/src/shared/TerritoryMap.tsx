import { Link } from "react-router-dom";
import { useInstance } from "../frame/instance.ts";
import { BarList } from "../ui/BarList.tsx";
import { FranceMap, type MapProps } from "./FranceMap.tsx";

/** Counts by territory: on the map of France, and as bars where territories have no shape. */
export function TerritoryMap(props: MapProps) {
  return useInstance().france ? <FranceMap {...props} /> : <TerritoryBars {...props} />;
}

const TerritoryBars = ({ values, hrefFor, caption, highlight }: MapProps) => (
  <figure className="flow">
    <BarList
      bars={values.map(({ code, label, count }) => ({
        key: code,
        label: (
          <Link to={hrefFor(code)} aria-current={code === highlight || undefined}>
            {label}
          </Link>
        ),
        value: count,
        text: String(count),
      }))}
    />
    <figcaption className="quiet">{caption}</figcaption>
  </figure>
);

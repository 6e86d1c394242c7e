import { m } from "@cahier/schema/messages";
import type { Fate_fate } from "../graphql/operations.generated.ts";

const partsOf = ({ takenUp, explained, waiting }: Fate_fate) =>
  [
    { name: m.fate_taken({ count: takenUp }), count: takenUp, fill: "var(--daffodil)" },
    { name: m.fate_explained({ count: explained }), count: explained, fill: "var(--sap)" },
    { name: m.fate_waiting({ count: waiting }), count: waiting, fill: "var(--madder)" },
  ].filter(({ count }) => count > 0);

/** The bar alone, where words say the same: nobody hears it. To be selected with `@unmask`. */
export const FateStrip = ({ fate }: { fate: Fate_fate }) => {
  const parts = partsOf(fate);
  const share = (count: number) => `${(100 * count) / fate.texts}%`;
  const before = (at: number) => share(parts.slice(0, at).reduce((sum, { count }) => sum + count, 0));
  if (parts.length === 0) return null;
  return (
    <svg width="100%" height="14" stroke="var(--paper)" strokeWidth="3" aria-hidden="true">
      {parts.map(({ name, count, fill }, at) => (
        <rect x={before(at)} width={share(count)} height="14" fill={fill} key={name} />
      ))}
    </svg>
  );
};

/** The fate of all texts given there, as a bar whose parts are named under it, in their order. To be selected with `@unmask`. */
export const FateBar = ({ fate }: { fate: Fate_fate }) => {
  const parts = partsOf(fate);
  if (parts.length === 0) return null;
  return (
    <div className="flow">
      <p>
        <b>{m.fate_texts({ count: fate.texts })}</b>
      </p>
      <FateStrip fate={fate} />
      <ul className="cluster quiet">
        {parts.map(({ name, fill }) => (
          <li className="cluster" key={name}>
            {/* It stands in the space before its words. */}
            <svg width="4" height="12" overflow="visible" aria-hidden="true">
              <rect width="12" height="12" rx="2" fill={fill} />
            </svg>
            {name}
          </li>
        ))}
      </ul>
      <p className="wide quiet">{m.fate_meaning()}</p>
    </div>
  );
};

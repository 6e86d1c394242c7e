import { m } from "@cahier/schema/messages";
import { Link } from "react-router-dom";
import { paths } from "../../paths.ts";
import type { Version } from "./writing.tsx";

/** « 175 passages : 160 cités, 9 écartés, 6 à placer »: how far the version is from accounting for all of them. */
export function Accounted({ version, slug }: { version: Version; slug: string }) {
  const { cited, setAside, unaccounted, nothingToAdd } = version.accounting;
  const total = cited + setAside + unaccounted;
  return (
    <div className="writing-accounted">
      <p>
        <b>{m.synthesis_accounted({ count: total })}</b> {m.synthesis_accounted_parts({ cited, setAside })}{" "}
        {unaccounted > 0 ? (
          <Link to={paths.synthesisWrite(slug, { view: "place" })}>{m.synthesis_to_place({ count: unaccounted })}</Link>
        ) : (
          m.synthesis_to_place({ count: 0 })
        )}
      </p>
      <progress max={total || 1} value={total ? cited + setAside : 1} aria-label={m.synthesis_accounted_progress()} />
      {nothingToAdd > 0 && <p className="quiet">{m.synthesis_nothing_to_add({ count: nothingToAdd })}</p>}
    </div>
  );
}

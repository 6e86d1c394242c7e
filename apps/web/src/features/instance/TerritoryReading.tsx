import { m } from "@cahier/schema/messages";
import { useEffect, useRef } from "react";
import { formatNumber } from "../../i18n/numbers.ts";
import { Button } from "../../ui/Button.tsx";
import { DataTable } from "../../ui/DataTable.tsx";
import { faultNames, type Reading } from "./territories.tsx";

interface Props {
  reading: Reading;
  /** True where the list is added to; it is replaced otherwise. */
  extend: boolean;
  /** Number of territories whose place it takes. */
  replaced: number;
  busy: boolean;
  onKeep: () => void;
}

/** A list as it was read: what it changes, what is wrong with it, each line under the one that holds it. */
export function TerritoryReading({ reading, extend, replaced, busy, onKeep }: Props) {
  const { lines, regions, within, whole, renamed } = reading;
  const heading = useRef<HTMLHeadingElement>(null);
  // The focus goes to what was read once it is there.
  useEffect(() => {
    if (reading) heading.current?.focus();
  }, [reading]);
  const faulty = lines.filter(({ faults }) => faults.length > 0);
  const counts = [m.territories_count_regions({ count: regions }), m.territories_count_within({ count: within })];
  const changes = regions + within + renamed.length > 0;
  return (
    <section className="flow">
      <h3 tabIndex={-1} ref={heading}>
        {m.territories_reading()}
      </h3>
      <p>
        <b>{extend ? m.territories_added({ count: regions + within }) : counts.slice(0, within ? 2 : 1).join(", ")}</b>
      </p>
      {!extend && faulty.length === 0 && <p>{m.territories_replaces({ count: replaced })}</p>}
      {whole && <p>{m.territories_whole({ name: whole })}</p>}
      {renamed.length > 0 && (
        <ul>
          {renamed.map((one) => (
            <li key={one.code}>{m.territories_renamed(one)}</li>
          ))}
        </ul>
      )}
      {faulty.length > 0 && (
        <>
          <h4>{m.territories_faulty({ count: faulty.length })}</h4>
          <p>{m.territories_mend()}</p>
          <DataTable
            caption={m.territories_faulty({ count: faulty.length })}
            head={[m.territories_line(), m.territories_code(), m.territories_name(), m.territories_fault()]}
            rows={faulty.map(({ line, code, name, faults }) => ({
              key: String(line),
              cells: [
                line,
                code,
                name,
                <ul key="faults">
                  {faults.map(({ kind, value }) => (
                    <li key={kind}>{faultNames[kind]({ value: value ?? "" })}</li>
                  ))}
                </ul>,
              ],
            }))}
          />
        </>
      )}
      {faulty.length === 0 && changes && (
        <Button primary disabled={busy} onClick={onKeep}>
          {extend ? m.territories_keep_extend() : m.territories_keep_replace()}
        </Button>
      )}
      {lines.length > 0 && faulty.length === 0 && <Tree lines={lines} />}
    </section>
  );
}

/** The lines, each under the one that holds it. */
const Tree = ({ lines }: { lines: Reading["lines"] }) => (
  <DataTable
    caption={m.territories_tree()}
    head={[m.territories_name(), m.territories_code(), m.territories_population()]}
    numeric={[2]}
    rows={inOrder(lines).map(({ line, code, name, level, population }) => ({
      key: String(line),
      cells: [
        <span key="name">{`${"\u2003".repeat(Math.max(0, (level ?? 1) - 1))}${name}`}</span>,
        code,
        population === null ? "" : formatNumber(population),
      ],
    }))}
  />
);

/** A line, then those that lie in it. */
function inOrder(lines: Reading["lines"]) {
  const codes = new Set(lines.map(({ code }) => code));
  const below = (parent: string): Reading["lines"] =>
    lines.filter((one) => one.parent === parent).flatMap((one) => [one, ...below(one.code)]);
  return lines.filter(({ parent }) => !parent || !codes.has(parent)).flatMap((one) => [one, ...below(one.code)]);
}

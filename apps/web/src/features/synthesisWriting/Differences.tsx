import { m } from "@cahier/schema/messages";
import { type ReactNode, useId } from "react";
import { Button } from "../../ui/Button.tsx";
import type { Saving } from "../../ui/useSaving.ts";

interface Props<Fields extends object> {
  saving: Saving<Fields>;
  labelOf: (field: keyof Fields) => string;
  /** Value of a field in words. */
  show: (field: keyof Fields, value: unknown) => ReactNode;
  /** Both, one after the other, to be made one by hand. */
  join: (field: keyof Fields, mine: unknown, theirs: unknown) => unknown;
}

/**
 * Somebody saved in between: both texts side by side, and a choice. It takes no focus, since it may come while one
 * types; nothing is saved over the other until one has chosen.
 */
export function Differences<Fields extends object>({ saving, labelOf, show, join }: Props<Fields>) {
  const { edited, undecided, settle, merge } = saving;
  const id = useId();
  const taken = edited.taken.length > 0 && (
    <p className="quiet">{m.synthesis_stale_taken({ fields: edited.taken.map(labelOf).join(", ") })}</p>
  );
  return (
    <>
      <output className="visually-hidden">{undecided.length > 0 && m.synthesis_stale_title()}</output>
      {!undecided.length && taken}
      {undecided.length > 0 && (
        <section className="writing-differences" aria-labelledby={id}>
          <h4 id={id}>{m.synthesis_stale_title()}</h4>
          <p>{m.synthesis_stale_lead()}</p>
          {taken}
          {undecided.map((field) => {
            const of = <span className="visually-hidden">{`${m.ui_colon()}${labelOf(field)}`}</span>;
            const mine = edited.mine[field];
            const theirs = edited.theirs[field];
            return (
              <fieldset key={String(field)}>
                <legend>{labelOf(field)}</legend>
                <div className="writing-both">
                  <div>
                    <b>{m.synthesis_stale_mine()}</b>
                    <div className="verbatim">{show(field, mine)}</div>
                    <Button small onClick={() => settle(field, false)}>
                      {m.synthesis_stale_keep()}
                      {of}
                    </Button>
                  </div>
                  <div>
                    <b>{m.synthesis_stale_theirs()}</b>
                    <div className="verbatim">{show(field, theirs)}</div>
                    <Button small onClick={() => settle(field, true)}>
                      {m.synthesis_stale_take()}
                      {of}
                    </Button>
                  </div>
                </div>
                <Button small onClick={() => merge(field, join(field, mine, theirs) as Fields[keyof Fields])}>
                  {m.synthesis_stale_merge()}
                  {of}
                </Button>
              </fieldset>
            );
          })}
        </section>
      )}
    </>
  );
}

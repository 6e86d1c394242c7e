import { useCallback, useState } from "react";

/** State of a sheet about one text: it begins anew with the next text, while the sheet itself stays. */
export function useOfText<State>(id: string, first: () => State): [State, (state: State) => void] {
  const [kept, keep] = useState(() => ({ id, state: first() }));
  const now = kept.id === id ? kept : { id, state: first() };
  // Before anything below is drawn.
  if (now !== kept) keep(now);
  return [now.state, useCallback((state) => keep({ id, state }), [id])];
}

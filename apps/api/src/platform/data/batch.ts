/** Keys that one request gathers before it asks: fifty rows that each want something make one statement. */
export function batches() {
  const loaders = new Map<string, (key: string) => Promise<unknown>>();

  /**
   * The loader of this name, made at first use: all the keys it is given in one turn go to `fetch` at once.
   * A key that `fetch` does not answer is undefined; the same key is asked once a request.
   */
  return function batch<Value>(
    name: string,
    fetch: (keys: string[]) => Promise<Map<string, Value>>,
  ): (key: string) => Promise<Value | undefined> {
    const known = loaders.get(name);
    if (known) return known as (key: string) => Promise<Value | undefined>;

    const asked = new Map<string, Promise<Value | undefined>>();
    let gathering: { keys: string[]; answer: Promise<Map<string, Value>> } | undefined;
    const loader = (key: string) => {
      const before = asked.get(key);
      if (before) return before;
      gathering ??= gather();
      gathering.keys.push(key);
      const value = gathering.answer.then((values) => values.get(key));
      asked.set(key, value);
      return value;
    };
    const gather = () => {
      const keys: string[] = [];
      const answer = new Promise<Map<string, Value>>((done, failed) => {
        // After every promise that is already on its way, so that siblings at all depths meet here.
        setImmediate(() => {
          gathering = undefined;
          fetch(keys).then(done, failed);
        });
      });
      return { keys, answer };
    };
    loaders.set(name, loader);
    return loader;
  };
}

/** Rows under the key they belong to: what a batch of lists answers with. */
export const grouped = <Row>(rows: Row[], keyOf: (row: Row) => string): Map<string, Row[]> => Map.groupBy(rows, keyOf);

/** The same where each key has one row. */
export const keyed = <Row>(rows: Row[], keyOf: (row: Row) => string) => new Map(rows.map((row) => [keyOf(row), row]));

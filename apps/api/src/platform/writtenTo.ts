/** Things that people write to, and that a group may read first by themselves: a questionnaire, a proposal, a meeting. */

/** A kind of such things. Its room says how it is read: SQL expressions on a row `it` of its table. */
export interface WrittenTo {
  table: string;
  group: string;
  title: string;
  /** The page that the texts about it belong to. */
  path: string;
  /** True while people may write to it. */
  open: string;
}

const kinds: WrittenTo[] = [];

export const declareWrittenTo = (kind: WrittenTo) => void kinds.push(kind);

/** SQL: things of all kinds under a condition on `it`, with `id`, `group_id`, `title`, `path` and `open`. */
export const writtenTo = (where: (kind: WrittenTo) => string) =>
  kinds
    .map(
      (kind) => `select it.id, ${kind.group} as group_id, ${kind.title} as title, ${kind.path} as path,
        (${kind.open}) as open from ${kind.table} it where ${where(kind)}`,
    )
    .join(" union all ");

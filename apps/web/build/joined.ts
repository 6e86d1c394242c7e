/** Facts about a module while files are made of them. */
interface Module {
  code?: string | null;
  isEntry: boolean;
  importedIds: readonly string[];
  dynamicImporters: readonly string[];
}
export type Know = (id: string) => Module | null;

/** Modules that the same pages need, by the numbers of their pages. */
interface Part {
  size: number;
  pages: Set<number>;
  needs: Set<Part>;
  /** A page that another one shows too: it keeps the file of its name. */
  isPage: boolean;
  joinedTo?: Part;
}

/**
 * Bytes of source that one more file of a page weighs as much as: to be asked for, answered and read costs a browser a
 * millisecond, and what is compressed alone is compressed less.
 */
const file = 4000;

/** Weight of a byte on pages that somebody opens first on a telephone, beside the others. */
const weights: [RegExp, number][] = [[/\/(?:Home|Questionnaire)Page\.tsx$/, 20]];

/**
 * Says in which file a module comes. What the same pages need comes together; two such files become one where the bytes
 * that some pages then load in vain weigh less than a file does on the pages that load both.
 */
export function joined(ids: readonly string[], know: Know, isApart: (id: string) => boolean) {
  const reached = new Map<string, Set<number>>();
  const apart = new Set<string>();
  const reach = (id: string, see: (id: string) => boolean) => {
    const left = [id];
    for (let at = left.pop(); at !== undefined; at = left.pop())
      if (see(at)) left.push(...(know(at)?.importedIds ?? []));
  };
  for (const id of ids)
    if (isApart(id) || know(id)?.isEntry) reach(id, (at) => !apart.has(at) && Boolean(apart.add(at)));
  const pages = ids.filter((id) => (know(id)?.dynamicImporters.length ?? 0) > 0);
  for (const [page, id] of pages.entries())
    reach(id, (at) => {
      const by = reached.get(at) ?? new Set();
      if (by.has(page)) return false;
      reached.set(at, by.add(page));
      return true;
    });
  const weight = pages.map((id) => weights.find(([of]) => of.test(id))?.[1] ?? 1);

  const byPages = new Map<string, Part>();
  const partOf = new Map<string, Part>();
  for (const id of ids) {
    const by = reached.get(id);
    if (!by || by.size < 2 || apart.has(id)) continue;
    const name = [...by].toSorted((one, other) => one - other).join();
    const part = byPages.get(name) ?? { size: 0, pages: by, needs: new Set(), isPage: false };
    byPages.set(name, part);
    part.size += know(id)?.code?.length ?? 0;
    part.isPage ||= pages.includes(id);
    partOf.set(id, part);
  }
  for (const [id, part] of partOf)
    for (const needed of know(id)?.importedIds ?? []) {
      const other = partOf.get(needed);
      if (other && other !== part) part.needs.add(other);
    }
  join([...byPages.values()], weight);
  const number = new Map<Part, number>();
  return (id: string) => {
    let part = partOf.get(id);
    while (part?.joinedTo) part = part.joinedTo;
    if (!part || part.isPage) return null;
    if (!number.has(part)) number.set(part, number.size);
    return `joined${number.get(part)}`;
  };
}

/** Joins two parts again and again, those first by which most is won. */
function join(parts: Part[], weight: readonly number[]) {
  const won = (one: Part, other: Part) => {
    let bytes = 0;
    let both = 0;
    for (const page of one.pages)
      if (other.pages.has(page)) both += 1;
      else bytes += other.size * weight[page]!;
    for (const page of other.pages) if (!one.pages.has(page)) bytes += one.size * weight[page]!;
    return both * file - bytes;
  };
  const left = new Set(parts.filter(({ isPage }) => !isPage));
  /** For each part the one it is best joined to. */
  const best = new Map<Part, { to: Part; by: number }>();
  const seek = (one: Part) => {
    best.delete(one);
    for (const other of left) {
      const by = other === one ? 0 : won(one, other);
      if (by > (best.get(one)?.by ?? 0) && !isRound(one, other)) best.set(one, { to: other, by });
    }
  };
  left.forEach((part) => seek(part));
  for (;;) {
    const first = [...best].toSorted(([, one], [, other]) => other.by - one.by)[0];
    if (!first) return;
    const [one, { to: other }] = first;
    if (isRound(one, other)) {
      seek(one);
      continue;
    }
    left.delete(other);
    best.delete(other);
    other.joinedTo = one;
    one.size += other.size;
    for (const page of other.pages) one.pages.add(page);
    for (const needed of other.needs) one.needs.add(needed);
    for (const part of parts) if (part.needs.delete(other)) part.needs.add(one);
    one.needs.delete(one);
    one.needs.delete(other);
    for (const part of left) if (part === one || [one, other].includes(best.get(part)?.to as Part)) seek(part);
    // A chunk that became larger may suit others better now.
    for (const part of left) {
      const by = part === one ? 0 : won(part, one);
      if (by > (best.get(part)?.by ?? 0) && !isRound(part, one)) best.set(part, { to: one, by });
    }
  }
}

/** True if one of two parts needs the other one by a third: joined, they would wait for each other. */
function isRound(one: Part, other: Part) {
  const leads = (from: Part, to: Part) => {
    const seen = new Set<Part>([...from.needs].filter((part) => part !== to));
    for (const part of seen) {
      if (part.needs.has(to)) return true;
      for (const next of part.needs) seen.add(next);
    }
    return false;
  };
  return leads(one, other) || leads(other, one);
}

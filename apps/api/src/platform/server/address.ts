/** Parameters of a search that pages read: the others change nothing on them. */
export const pageParameters = new Set(
  "add after again already asked before category changed channel confirmed copy criterion direction draft draw erased expired for from group groups id inside interlocutor kept key key-point kind large level list mode name nature objections objective of only own paragraph part place plain print proposal q question reading retained ruled search section sector sent served serves silent since slips state statement status stopped territory text theme through to token unknown version view whole why within".split(
    " ",
  ),
);

/** Address under which a public page is kept: parameters that no page reads are dropped. */
export function knownAddress(url: string): string {
  const [path = "", ...rest] = url.split("?");
  const kept = new URLSearchParams();
  for (const [name, value] of new URLSearchParams(rest.join("?")))
    if (pageParameters.has(name) && !kept.has(name)) kept.set(name, value);
  kept.sort();
  return kept.size ? `${path}?${kept.toString()}` : path;
}

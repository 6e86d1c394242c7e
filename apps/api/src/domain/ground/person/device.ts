const browsers: [string, RegExp][] = [
  ["Firefox", /Firefox\//],
  ["Edge", /Edg[A-Z]?[a-z]*\//],
  ["Chrome", /Chrom(?:e|ium)\//],
  ["Safari", /Safari\//],
];

const systems: [string, RegExp][] = [
  ["Android", /Android/],
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Windows", /Windows/],
  ["Mac", /Macintosh/],
  ["Linux", /Linux/],
];

const first = (from: [string, RegExp][], text: string) => from.find(([, sign]) => sign.test(text))?.[0];

/** A device in two words, « Firefox · Linux »: enough for its holder to know it, and no more; null where nothing tells. */
export function deviceInWords(userAgent: string | null | undefined): string | null {
  const text = (userAgent ?? "").slice(0, 300);
  return [first(browsers, text), first(systems, text)].filter(Boolean).join(" · ") || null;
}

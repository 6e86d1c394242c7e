/** A piece of the built web, and those that it cannot do without. */
export interface Chunk {
  file: string;
  imports?: string[];
}

/** Files that a browser loads at first for these chunks: them, and their imports, in turn. */
export function filesOf(manifest: Readonly<Record<string, Chunk>>, keys: string[]) {
  const files = new Set<string>();
  const add = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || files.has(chunk.file)) return;
    files.add(chunk.file);
    chunk.imports?.forEach(add);
  };
  keys.forEach(add);
  return [...files];
}

import { connect, createServer, type Socket } from "node:net";

/** A wire to PostgreSQL that can be cut, or go silent. */
export async function wire(url: string) {
  const target = new URL(url);
  const { hostname, port } = target;
  const ends = new Set<Socket>();
  let state: "sound" | "cut" | "silent" = "sound";
  const server = createServer((near) => {
    if (state === "cut") return near.destroy();
    const far = connect(Number(port), hostname);
    for (const end of [near, far]) {
      ends.add(end);
      end.on("close", () => ends.delete(end)).on("error", () => end.destroy());
    }
    near.on("data", (data) => state === "sound" && far.write(data)).on("close", () => far.destroy());
    far.on("data", (data) => state === "sound" && near.write(data)).on("close", () => near.destroy());
    return near;
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  target.port = String((server.address() as { port: number }).port);
  return {
    url: target.toString(),
    become(next: typeof state) {
      state = next;
      if (next === "cut") for (const end of ends) end.destroy();
    },
    close: () => server.close(),
  };
}

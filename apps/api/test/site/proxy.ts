import { connect, createServer, type Socket } from "node:net";

/**
 * State of a wire: `sound`; `cut`; `silent`, where nothing passes until it is sound again, as with packets sent anew;
 * `mute`, where questions pass and answers are lost with their connection; `slow`, where each piece takes its time; `torn`,
 * where connections end in the middle of what they say.
 */
export type Manner = "sound" | "cut" | "silent" | "mute" | "slow" | "torn";

/** Delay of each piece on a slow wire, and pieces after which a torn one ends. */
const slowness = 400;
const tearing = 7;

/** A wire to PostgreSQL that can be cut, or go silent. */
export async function wire(url: string) {
  const target = new URL(url);
  const { hostname, port } = target;
  const ends = new Set<Socket>();
  let state: Manner = "sound";
  let pieces = 0;
  /** Bytes that a silent wire passes on later. */
  const held: (() => void)[] = [];
  const server = createServer((near) => {
    if (state === "cut") return near.destroy();
    const far = connect(Number(port), hostname);
    for (const end of [near, far]) {
      ends.add(end);
      end.on("close", () => ends.delete(end)).on("error", () => end.destroy());
    }
    // Pieces on their way, each way: no wire lets one overtake another, slow or sound again.
    const underWay = { near: [] as Buffer[], far: [] as Buffer[] };
    const pass = (data: Buffer, to: Socket) => {
      const before = to === far ? underWay.far : underWay.near;
      pieces += 1;
      if (state === "silent") held.push(() => to.destroyed || to.write(data));
      else if (state === "slow" || before.length > 0) {
        before.push(data);
        setTimeout(() => {
          const piece = before.shift()!;
          if (!to.destroyed) to.write(piece);
        }, slowness);
      } else if (state === "torn" && pieces % tearing === 0) to.destroy();
      else if (state === "sound" || state === "torn" || (state === "mute" && to === far)) to.write(data);
    };
    near.on("data", (data) => pass(data, far)).on("close", () => far.destroy());
    far.on("data", (data) => pass(data, near)).on("close", () => near.destroy());
    return near;
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  target.port = String((server.address() as { port: number }).port);
  return {
    url: target.toString(),
    become(next: Manner) {
      const before = state;
      state = next;
      for (const pass of held.splice(0)) pass();
      if (next === "cut" || before === "mute") for (const end of ends) end.destroy();
    },
    close: () => server.close(),
  };
}

import { type Readable, pipeline, Transform } from "node:stream";

/** Bounds of archives of one kind. */
const bounds = {
  /** Made at the same time. */
  making: 2,
  /** Under way: those that wait for whoever reads them slowly are among them. */
  open: 24,
  /** Milliseconds after which one waits for its reader, and no longer for us: it gives up its turn. */
  turn: 20_000,
  /** Bytes that a reader takes in the time of a turn, at least: one that takes fewer is left. */
  least: 64_000,
};

/**
 * Turns of those who download archives, which cost what they are made of. A turn is given back when the archive is made or
 * nobody reads it any more, and a reader who takes nothing does not keep it from the others.
 */
export function archiveTurns({ making: most, open, turn, least } = bounds) {
  let making = 0;
  const under = new Set<Readable>();

  /** The archive, as it is to be sent; null where others have to be done first. */
  return async function take(make: () => Promise<Readable>): Promise<Readable | null> {
    if (making >= most || under.size >= open) return null;
    making++;
    let isMaking = true;
    const done = () => {
      if (isMaking) making--;
      isMaking = false;
    };
    const archive = await make().catch((error: unknown) => {
      done();
      throw error;
    });
    let [made, before] = [0, 0];
    const sent = new Transform({
      transform(piece: Buffer, _, next) {
        made += piece.length;
        next(null, piece);
      },
    });
    const look = setInterval(() => {
      done();
      const taken = made - sent.readableLength;
      if (sent.writableFinished) under.delete(sent);
      else if (taken - before < least) sent.destroy();
      before = taken;
    }, turn);
    look.unref();
    under.add(sent);
    sent.once("close", () => {
      clearInterval(look);
      under.delete(sent);
      done();
    });
    pipeline(archive, sent, (error) => {
      done();
      if (error) sent.destroy(error);
    });
    return sent;
  };
}

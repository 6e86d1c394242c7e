/** The whole of a request takes so many milliseconds at most: then it is told to come back. */
export const deadline = 4000;

/** Work that is not done in time: what it waits for ends by itself, a statement after two seconds. */
export class TooLong extends Error {
  override message = "The request took too long.";
}

/** The result of some work; throws `TooLong` where it does not come in time. */
export async function inTime<Result>(work: Promise<Result>, ms = deadline): Promise<Result> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => (timer = setTimeout(() => fail(new TooLong()), ms)));
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

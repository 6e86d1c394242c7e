/** Answers in place of a page. */
export function refuse(status: number): never {
  throw new Response(null, { status });
}

/**
 * Guards a page of the team by a right on what it is about: a 403 for whoever lacks it, a 401 where nobody is signed in,
 * as when a session ended meanwhile. Where what it is about is not there, its answer is for a 404.
 */
export const allowed = (right: boolean | null | undefined, viewer: object | null) =>
  right === false ? refuse(viewer ? 403 : 401) : right;

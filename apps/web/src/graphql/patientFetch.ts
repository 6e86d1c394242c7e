/** Moment, in ms since this document came, at which another one was last asked for. */
let left = -Infinity;

/** Time to wait for the next document before a failure is told, in ms. */
const patience = 4000;

window.navigation?.addEventListener("navigate", ({ destination }) => {
  if (!destination.sameDocument) left = performance.now();
});

/** A text of blanks by the hundred: an API that reads so much refuses all of it unread. */
const blanks = /"(\s|\\[nrt]){999,}"/g;

/**
 * Asks the API, with no such text, which says nothing. Firefox ends what is asked for as soon as one leaves, while
 * the page is still in sight: that is told only if the page stays, as where a link led to a file.
 */
export const patientFetch: typeof fetch = async (address, asked = {}) => {
  asked.body &&= (asked.body as string).replace(blanks, '""');
  try {
    return await fetch(address, asked);
  } catch (error) {
    if (performance.now() - left < patience) await new Promise((done) => setTimeout(done, patience));
    throw error;
  }
};

/** Moment, in ms since this document came, at which another one was last asked for. */
let left = -Infinity;

/** Time to wait for the next document before a failure is told, in ms. */
const patience = 4000;

window.navigation?.addEventListener("navigate", ({ destination }) => {
  if (!destination.sameDocument) left = performance.now();
});

/**
 * Asks the API. Firefox ends what is asked for as soon as one leaves, while the page is still in sight: that is told
 * only if the page stays, as where a link led to a file.
 */
export const patientFetch: typeof fetch = async (...request) => {
  try {
    return await fetch(...request);
  } catch (error) {
    const isLeft = performance.now() - left < patience;
    if (isLeft) await new Promise((done) => setTimeout(done, patience));
    throw error;
  }
};

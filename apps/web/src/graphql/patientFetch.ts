/** When another document was last asked for, in ms since this one came. */
let left = -Infinity;

/** How long the next document is waited for before what failed is told, in ms. */
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

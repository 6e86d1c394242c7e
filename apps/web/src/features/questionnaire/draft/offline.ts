/** Puts the questionnaire of this page on the device, with all that it takes to fill it in without a network. */
export async function keepForOffline() {
  if (import.meta.env.DEV || !("serviceWorker" in navigator)) return;
  try {
    const found = await navigator.serviceWorker.register("/sw.js");
    const worker = found.installing ?? found.waiting ?? found.active;
    worker?.postMessage(location.pathname);
  } catch {
    // A browser without storage needs a network to answer.
  }
}

/** True where a file of the site did not come, which browsers say in words alone; false where it came, and failed. */
export const isLost = (error: unknown) => error instanceof Error && /import|preload/i.test(error.message);

/** True once the site answers, as it does not while it is being started again. */
export const siteAnswers = () =>
  fetch("/readyz").then(
    ({ ok }) => ok,
    () => false,
  );

/** True where a file of the site did not come, which browsers say in words alone; false where it came, and failed. */
export const isLost = (error: unknown) => error instanceof Error && /import|preload/i.test(error.message);

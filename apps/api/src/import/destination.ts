interface Places {
  /** Of an external database. */
  directUrl: string | null;
  databaseUrl: string | null;
  /** Database of the embedded cluster. */
  embeddedName: string;
}

/** Destination of the rows, in words that tell one site of a machine from another: never a password. */
export function destinationOf({ directUrl, databaseUrl, embeddedName }: Places, folder: string) {
  const url = directUrl ?? databaseUrl;
  if (url) {
    const { host, pathname } = new URL(url);
    return `the database ${pathname.slice(1)} of ${host || "this machine"}`;
  }
  return embeddedName === "instance"
    ? `the instance kept in ${folder}`
    : `the demonstration kept in ${folder} (--empty: the instance)`;
}

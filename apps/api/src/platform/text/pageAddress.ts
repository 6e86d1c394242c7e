/** A page that anybody can open; null for anything else. */
export function pageAddress(text: string): string | null {
  try {
    const { protocol, href, hostname, username } = new URL(/^[a-z][a-z+.-]*:/i.test(text) ? text : `https://${text}`);
    return (protocol === "https:" || protocol === "http:") && hostname.includes(".") && !username ? href : null;
  } catch {
    return null;
  }
}

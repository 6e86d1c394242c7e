/** A browser as small as can be: what it is given to keep, and which process answered. */
export function browsing(origin: string) {
  const cookies = new Map<string, string>();
  const servedBy = new Set<string>();

  async function ask(path: string, { method = "GET", body, type = "application/json" }: Asked = {}) {
    const headers = {
      origin,
      accept: method === "GET" ? "text/html" : "application/json",
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; "),
      "x-forwarded-for": "203.0.113.7",
      ...(body !== undefined && { "content-type": type }),
    };
    const answer = await fetch(origin + path, { method, headers, body, redirect: "manual" });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      cookies.set(name!, value!);
    }
    servedBy.add(answer.headers.get("x-served-by") ?? "");
    return { status: answer.status, text: await answer.text() };
  }

  return {
    servedBy,
    cookies,
    ask,
    post: (path: string, value: object) => ask(path, { method: "POST", body: JSON.stringify(value) }),
    async graphql<Data = any>(query: string, variables: object = {}): Promise<Data> {
      const body = JSON.stringify({ query, variables });
      const { text } = await ask("/graphql", { method: "POST", body });
      return JSON.parse(text).data;
    },
  };
}

interface Asked {
  method?: string;
  body?: string | Uint8Array<ArrayBuffer>;
  type?: string;
}

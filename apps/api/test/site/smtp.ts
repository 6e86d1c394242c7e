import { createServer, type Socket } from "node:net";
import { once } from "node:events";

/**
 * Behaviour of the stub: takes mails, refuses them for now or for good, or stops answering; closes in the middle of a
 * mail, lets nobody sign in, says something for ever and never what is asked; or refuses whom its `refuses` names.
 */
export type Manner = "takes" | "later" | "never" | "hangs" | "cuts" | "knows nobody" | "drips";

/** A mail server for tests: the mails it took, by Message-ID, and its present behaviour. */
export async function smtpStub() {
  const taken: { id: string; to: string; text: string }[] = [];
  const sockets = new Set<Socket>();
  const stub = { manner: "takes" as Manner, tries: 0, taken, refuses: new Map<string, string>() };

  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => {});
    let to = "";
    let data: string | null = null;
    let buffer = "";
    const say = (line: string) => socket.write(`${line}\r\n`);
    if (stub.manner === "drips") {
      const drip = setInterval(() => say("220-wait"), 50);
      socket.once("close", () => clearInterval(drip));
    } else say("220 stub");
    socket.on("data", (chunk) => {
      buffer += chunk.toString("utf8");
      for (let end = buffer.indexOf("\r\n"); end >= 0; end = buffer.indexOf("\r\n")) {
        const line = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        if (data !== null) {
          if (line !== ".") data += `${line}\n`;
          else {
            taken.push({ id: /^message-id: <(.*)>$/im.exec(data)?.[1] ?? "", to, text: data });
            data = null;
            say("250 taken");
          }
        } else if (/^EHLO/i.test(line) && stub.manner === "knows nobody") say("250-stub\r\n250 AUTH PLAIN");
        else if (/^AUTH/i.test(line)) {
          stub.tries++;
          say("535 no");
        } else if (/^(EHLO|HELO)/i.test(line)) say("250 stub");
        else if (/^MAIL/i.test(line)) {
          stub.tries++;
          if (stub.manner === "takes" || stub.manner === "cuts") say("250 ok");
          else if (stub.manner === "later") say("450 later");
          else if (stub.manner === "never") say("550 never");
        } else if (/^RCPT/i.test(line)) {
          to = /<(.*)>/.exec(line)?.[1] ?? "";
          say(stub.refuses.get(to) ?? "250 ok");
        } else if (/^DATA/i.test(line)) {
          data = "";
          if (stub.manner === "cuts") socket.destroy();
          else say("354 go on");
        } else if (/^QUIT/i.test(line)) socket.end("221 bye\r\n");
        else say("250 ok");
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as { port: number };
  return Object.assign(stub, {
    url: `smtp://127.0.0.1:${port}`,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  });
}

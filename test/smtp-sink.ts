import type { AddressInfo } from "node:net";
import { createServer, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** A mail server on this machine that keeps what it is given, as far as nodemailer needs one to speak. */
export async function startSmtpSink({ refuses = false } = {}) {
  const received: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let mail: string[] | null = null;
    let rest = "";
    const say = (line: string) => socket.write(`${line}\r\n`);
    const hear = (line: string) => {
      if (mail && line === ".") {
        received.push(mail.join("\n"));
        mail = null;
        return say("250 kept");
      }
      if (mail) return void mail.push(line.replace(/^\.\./, "."));
      const word = line.slice(0, 4).toUpperCase();
      if (word === "RCPT" && refuses) return say("550 no such mailbox");
      if (word === "DATA") {
        mail = [];
        return say("354 go on");
      }
      return say(word === "QUIT" ? "221 good bye" : "250 well");
    };
    socket.on("data", (bytes) => {
      const lines = (rest + bytes).split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) hear(line);
    });
    say("220 sink");
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, received };
}

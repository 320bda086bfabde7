import { createServer, type RequestListener, type Server } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { CannotStart } from "#db/cannot-start.ts";

export interface Door {
  http: Server;
  /** From now on visitors are let in. */
  open(answer: RequestListener): void;
  /** Takes no new visitors and returns when the last answer is out, or after eight seconds. */
  close(): Promise<void>;
}

/** Takes the port before anything slow is begun, so that a taken one is known at once. Until it is opened, 503. */
export async function buildDoor(port: number, host: string): Promise<Door> {
  let answer: RequestListener = notYet;
  let visitors = 0;
  const http = createServer((request, response) => {
    visitors += 1;
    response.once("close", () => (visitors -= 1));
    answer(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    http.once("error", (error: NodeJS.ErrnoException) => reject(unusable(error, port, host)));
    http.listen(port, host, resolve);
  });
  return {
    http,
    open: (next) => (answer = next),
    close: async () => {
      http.close();
      for (const end = Date.now() + 8_000; visitors > 0 && Date.now() < end; await pause(20))
        http.closeIdleConnections();
      http.closeAllConnections();
    },
  };
}

/** A browser asks again by itself; a balancer sees that it has to wait. */
const notYet: RequestListener = (_, response) => {
  response.writeHead(503, { "content-type": "text/plain; charset=utf-8", "retry-after": "1", refresh: "1" });
  response.end("公仆正在启动，请稍候。 Gongpu is starting, one moment.\n");
};

function unusable(error: NodeJS.ErrnoException, port: number, host: string): Error {
  switch (error.code) {
    case "EADDRINUSE":
      return new CannotStart(
        `端口 ${port} 已被占用，请停止占用它的程序，或用 PORT 指定别的端口。`,
        `Port ${port} is taken: stop the program that uses it, or name another port with PORT.`,
      );
    case "EACCES":
      return new CannotStart(
        `没有使用端口 ${port} 的权限，请用 PORT 指定 1024 以上的端口。`,
        `Port ${port} may not be used without more rights: name one above 1024 with PORT.`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
      return new CannotStart(
        `HOST 的地址 ${host} 不属于本机。`,
        `The address ${host} in HOST is not one of this machine.`,
      );
    default:
      return error;
  }
}

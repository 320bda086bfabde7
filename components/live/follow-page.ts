import type { Me } from "./me.ts";
import { incidents, News, offerNotices, topicsOn } from "./news.ts";
import { renew } from "./renew.ts";
import type { LiveWords } from "./words.ts";

interface Hint {
  topic: string;
  position: number;
  counts?: Record<string, number>;
}

/** Milliseconds. Readers of one page do not all fetch it in the same instant; without a socket it is looked at now and then. */
const pace = { spread: 300, apart: 500, tries: 20, withoutSocket: 30_000, believed: 1_500 };

/**
 * Listens for hints on what this page shows and fetches the newer page, which is held ready for everybody. What may
 * change in place does; what is new is offered by a link and never put in under the reader.
 */
export async function followPage(position: number, me: Me, words: LiveWords, signal: AbortSignal): Promise<void> {
  const topics = topicsOn(document);
  if ((topics.length === 0 && me.personId === null) || signal.aborted) return;
  const { io } = await import("socket.io-client");
  const socket = io({ transports: ["websocket"], reconnectionDelay: 500, reconnectionDelayMax: 3_000 });
  // Whoever listens anyway hears of incidents on every page: the band at its head comes and goes by itself.
  const known = new Map([...topics, incidents].map((topic) => [topic, position]));
  const news = new News(words);
  let wanted = position;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let inVain = 0;

  const look = async () => {
    waiting = undefined;
    const has = await renew().catch(() => null);
    if (has !== null && has >= wanted) {
      inVain = 0;
      news.show();
      // The newer page is still being made, or the network is away.
    } else if (socket.connected && ++inVain < pace.tries) lookSoon(pace.apart);
  };
  const lookSoon = (wait: number) => {
    if (!signal.aborted) waiting ??= setTimeout(look, wait + Math.random() * pace.spread);
  };
  const heard = ({ topic, position: at, counts = {} }: Hint) => {
    if (topic === `person:${me.personId}`) {
      if (counts["notice.told"]) offerNotices(words);
      return void me.ask();
    }
    if (at <= (known.get(topic) ?? 0)) return;
    known.set(topic, at);
    wanted = Math.max(wanted, at);
    inVain = 0;
    news.add(topic, counts);
    lookSoon(0);
  };

  // A process may believe for a second that a sign-in stands which was ended in another: whoever asks too early asks again.
  const askTwice = () => {
    void me.ask();
    setTimeout(() => !signal.aborted && void me.ask(), pace.believed);
  };
  let connectedBefore = false;
  socket.on("connect", () => {
    socket.emit(
      "watch",
      [...known].map(([topic, at]) => ({ topic, position: at })),
    );
    // Whoever was away may have been signed out meanwhile, and the way the old connection ended does not always say so.
    if (connectedBefore) askTwice();
    connectedBefore = true;
  });
  // The platform has ended this socket: its sign-in was revoked. As nobody one may go on reading.
  socket.on("disconnect", (why) => {
    if (why !== "io server disconnect" || signal.aborted) return;
    setTimeout(() => socket.connect(), pace.apart);
  });
  socket.on("hint", heard);
  socket.on("look-again", heard);
  const poll = setInterval(() => {
    if (!socket.connected && !document.hidden) lookSoon(0);
  }, pace.withoutSocket);
  // Back on the network, or back from another tab: at once, not when the next try is due.
  const again = () => {
    if (!socket.connected && !document.hidden) socket.connect();
  };
  addEventListener("online", again, { signal });
  document.addEventListener("visibilitychange", again, { signal });
  signal.addEventListener("abort", () => {
    socket.disconnect();
    clearInterval(poll);
    clearTimeout(waiting);
  });
}

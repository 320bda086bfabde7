import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { StampedEvent } from "#domain/events/stamped.ts";
import { unreadable } from "../bodies.ts";
import { isForeignWrite, prepare } from "../incoming.ts";
import { policyByNonce, policyForData, securityHeaders } from "../policy.ts";
import { readable, withoutSlash } from "../readable.ts";
import { type Asked, askedFor } from "./asked.ts";
import { type Answer, Keeper } from "./keeper.ts";
import { pageHeaders } from "./page-headers.ts";
import { Queue } from "./queue.ts";
import { Renderings } from "./render.ts";
import { refuseForeign, refuseUnreadable, sendFailure, sendKept, sendPassed } from "./send.ts";
import { Shelf } from "./shelf.ts";

export interface PageCacheOptions {
  publicUrl: string;
  /** False while developing: every page is rendered each time, and Next brings its own policy. */
  keeps: boolean;
  /** Returns when every event up to this id has reached this process: true, or false after a second. */
  told(eventId: number): Promise<boolean>;
  /** The last event that was stamped before this process began to follow. */
  position: number;
  clock?: () => number;
  ticks?: () => number;
  /** The most that kept pages may take, in bytes. */
  most?: number;
}

export interface PageCache {
  /** Answers what it keeps; everything else goes to Next, cleaned of what only our server may say. */
  before(next: RequestListener): RequestListener;
  shows: Renderings["shows"];
  purge: Keeper["purge"];
  follow(events: StampedEvent[]): void;
  /** Everything shown has changed at once. */
  forgetAll(): void;
  /** Renders the pages that will be asked for first. */
  fill(paths: string[]): Promise<void>;
}

const megabyte = 1024 * 1024;

/** Finished bytes of the public record, held in front of Next: docs/decisions/008-pages-from-memory.md. */
export function createPageCache({ publicUrl, keeps, told, ...options }: PageCacheOptions): PageCache {
  const { clock = Date.now, ticks = () => performance.now(), most = 128 * megabyte } = options;
  const shelf = new Shelf(most);
  const renderings = new Renderings();
  let next: RequestListener = () => {};
  let { position } = options;
  const security = securityHeaders(publicUrl);
  const render = (asked: Asked) => renderings.render(next, asked, publicUrl, position);
  const queue = new Queue(4, 1_000);
  const keeper = new Keeper({ render, headers: pageHeaders(publicUrl), shelf, queue, clock, ticks });

  const pass = (request: IncomingMessage, response: ServerResponse) => {
    if (isForeignWrite(request, publicUrl)) return refuseForeign(response);
    const problem = unreadable(request);
    if (problem) return refuseUnreadable(request, response, problem);
    const wantsPage = keeps && request.headers.accept?.includes("text/html");
    const nonce = wantsPage ? policyByNonce() : null;
    for (const name in security) response.setHeader(name, security[name]!);
    if (keeps) response.setHeader("content-security-policy", nonce?.policy ?? policyForData);
    prepare(request, { publicUrl, position, nonce });
    next(request, response);
  };

  const answerWriter = async (asked: Asked, since: number): Promise<Answer> => {
    const arrived = ticks();
    return keeper.answerToWriter(asked, arrived, await told(since));
  };

  const answer = (request: IncomingMessage, response: ServerResponse, asked: Asked) => {
    const answering = asked.since === null ? keeper.answer(asked) : answerWriter(asked, asked.since);
    answering.then(
      (got) =>
        "kept" in got
          ? sendKept(request, response, got.kept.page, asked)
          : sendPassed(request, response, got.passed, security),
      (error: unknown) => sendFailure(response, error),
    );
  };

  return {
    before: (handler) => {
      next = handler;
      return (request, response) => {
        const { method, headers } = request;
        const url = readable(request.url ?? "/");
        request.url = url;
        if (!keeps || (method !== "GET" && method !== "HEAD") || headers.rsc !== undefined)
          return pass(request, response);
        const straight = withoutSlash(url);
        if (straight) return void response.writeHead(308, { location: straight }).end();
        const known = shelf.find(url);
        if (known && keeper.isFresh(known) && !prefersEnglish(request)) {
          shelf.touch(known, ticks());
          return sendKept(request, response, known.page, known.asked);
        }
        const asked = askedFor(url);
        if (!asked) return pass(request, response);
        if (prefersEnglish(request)) return void response.writeHead(302, toEnglish).end();
        answer(request, response, asked);
      };
    },
    shows: (render, topics, until) => renderings.shows(render, topics, until),
    purge: (topics) => keeper.purge(topics),
    follow: (events) => {
      position = events.at(-1)?.position ?? position;
      keeper.follow(events);
    },
    forgetAll: () => keeper.forgetAll(),
    fill: async (paths) => {
      for (const path of keeps ? paths : []) {
        const asked = askedFor(path);
        if (asked) await keeper.answer(asked).catch((error) => console.error(`${path} could not be rendered:`, error));
      }
    },
  };
}

const toEnglish = { location: "/en", "cache-control": "private, no-store" };

/** Only a first visit is sent to the language read last time; who follows our own link to the Chinese page gets it. */
function prefersEnglish({ url, headers }: IncomingMessage): boolean {
  if (url !== "/" || !headers.cookie) return false;
  return headers["sec-fetch-site"] !== "same-origin" && /(?:^|;\s*)language=en(?:;|$)/.test(headers.cookie);
}

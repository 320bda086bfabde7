import { showToggled, togglesOf } from "./toggles.ts";
import type { LiveWords } from "./words.ts";

interface Answer {
  signedIn: boolean;
  id?: number;
  nickname?: string;
  unread?: number;
  /** By "post:7" and "comment:12": 1 or -1. */
  votes?: Record<string, number>;
  /** The polls, by their posts, in which a ballot was cast. */
  ballots?: number[];
  /** Those of the page's topics that are followed. */
  follows?: string[];
  /** Those of the page's things that are kept. */
  bookmarks?: string[];
  /** Stands beside the letter that the page is about. */
  cosigned?: boolean;
}

/** What is personal on a page whose bytes are everybody's: asked for once, put into reserved places. */
export class Me {
  signedIn = false;
  personId: number | null = null;
  readonly #words: LiveWords;

  constructor(words: LiveWords) {
    this.#words = words;
  }

  async ask(): Promise<void> {
    const posts = new Set<string>();
    for (const input of document.querySelectorAll<HTMLInputElement>("form[data-vote] input[name=postId]")) {
      posts.add(input.value);
    }
    const joint = document.querySelector<HTMLElement>("[data-cosign]");
    const [followable, keepable] = [togglesOf("follow"), togglesOf("bookmark")];
    const query = new URLSearchParams();
    if (posts.size > 0) query.set("posts", [...posts].slice(0, 30).join(","));
    if (followable.size > 0) query.set("follows", [...followable.values()].join(","));
    if (keepable.size > 0) query.set("bookmarks", [...new Set(keepable.values())].slice(0, 200).join(","));
    const polls = [...document.querySelectorAll<HTMLElement>("[data-ballot]")];
    if (polls.length > 0) query.set("polls", polls.map((poll) => poll.dataset.ballot).join(","));
    if (joint) query.set("letter", joint.dataset.cosign!);
    const answer = await fetch(`/api/me?${query}`, { headers: { accept: "application/json" } });
    if (!answer.ok) return;
    const {
      signedIn,
      id,
      nickname,
      unread = 0,
      votes = {},
      ballots = [],
      follows = [],
      bookmarks = [],
      cosigned = false,
    } = (await answer.json()) as Answer;
    this.signedIn = signedIn;
    this.personId = id ?? null;
    for (const place of document.querySelectorAll<HTMLElement>("[data-me]")) this.#fill(place, unread);
    for (const link of document.querySelectorAll<HTMLElement>("[data-own]"))
      link.hidden = link.dataset.own !== nickname;
    for (const part of joint?.children ?? []) (part as HTMLElement).hidden = cosigned !== part.matches("[data-signed]");
    for (const poll of polls) showBallot(poll, ballots.includes(Number(poll.dataset.ballot)));
    for (const [form, topic] of followable) showToggled(form, follows.includes(topic));
    for (const [form, what] of keepable) showToggled(form, bookmarks.includes(what));
    for (const form of document.querySelectorAll<HTMLFormElement>("form[data-vote]")) {
      press(form, votes[form.dataset.vote!] ?? 0);
    }
  }

  #fill(place: HTMLElement, unread: number): void {
    const link = place.querySelector("a");
    if (!link) return;
    if (!this.signedIn && place.dataset.me === "badge") return;
    if (!this.signedIn) {
      const here = location.pathname + location.search + location.hash;
      link.href = `${prefix(this.#words.language)}/sign-in?${new URLSearchParams({ callbackUrl: here })}`;
      // Who was signed in until now leaves no number behind. The words are then the last thing in the link, after its icon.
      link.querySelector("[data-unread]")?.remove();
      link.lastChild?.replaceWith(this.#words.signIn);
      return;
    }
    const badge = link.querySelector("[data-unread]") ?? link.appendChild(document.createElement("b"));
    badge.setAttribute("data-unread", String(unread));
    badge.textContent = unread > 0 ? new Intl.NumberFormat(this.#words.language).format(unread) : "";
  }
}

/** The form, or the line that one's ballot is in. */
function showBallot(poll: HTMLElement, cast: boolean): void {
  for (const part of poll.children) (part as HTMLElement).hidden = cast !== part.matches("[data-voted]");
}

const prefix = (language: string) => (language === "en" ? "/en" : "");

/** Shows which of the two buttons is one's own vote. */
export function press(form: HTMLFormElement, choice: number): void {
  for (const button of form.querySelectorAll<HTMLButtonElement>("button[name=choice]")) {
    button.setAttribute("aria-pressed", String(Number(button.value) === choice));
  }
}

export function pressed(form: HTMLFormElement): number {
  return Number(form.querySelector<HTMLButtonElement>("button[name=choice][aria-pressed=true]")?.value ?? 0);
}

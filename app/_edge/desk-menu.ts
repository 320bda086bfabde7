import { getTranslations } from "next-intl/server";
import { languageOf, pathOf } from "#app/_edge/language.ts";
import type { BarItem } from "#components/frame/bottom-bar.tsx";
import { isIn } from "#components/frame/rail.tsx";
import { db } from "#db/client.ts";
import { type Actor, type Grant, isPerson } from "#domain/access/actor.ts";
import { holds } from "#domain/access/holds.ts";
import { readSeats } from "#domain/people/read-seat.ts";

interface Entry {
  href: string;
  words:
    | "today"
    | "letters"
    | "enter"
    | "comments"
    | "posts"
    | "sessions"
    | "appeals"
    | "owed"
    | "mentions"
    | "lights"
    | "warnings"
    | "orders"
    | "callBacks"
    | "assessment"
    | "directory"
    | "administration";
  for: Grant["role"][];
}

/** The workplace's pages in the order in which a day uses them. What may be done there the domain decides again. */
const entries: Entry[] = [
  { href: "/desk/today", words: "today", for: ["leader"] },
  { href: "/desk/letters", words: "letters", for: ["triage", "operator", "handler", "leader"] },
  { href: "/desk/enter", words: "enter", for: ["operator"] },
  { href: "/desk/comments", words: "comments", for: ["moderator", "leader"] },
  { href: "/desk/posts", words: "posts", for: ["leader", "operator", "editor"] },
  { href: "/desk/sessions", words: "sessions", for: ["leader", "operator", "editor"] },
  { href: "/desk/owed", words: "owed", for: ["leader", "operator"] },
  { href: "/desk/appeals", words: "appeals", for: ["operator", "handler", "triage", "moderator", "supervisor"] },
  { href: "/desk/mentions", words: "mentions", for: ["leader", "operator", "handler"] },
  { href: "/desk/lights", words: "lights", for: ["supervisor"] },
  { href: "/desk/warnings", words: "warnings", for: ["leader", "supervisor"] },
  { href: "/desk/orders", words: "orders", for: ["supervisor", "triage", "operator", "handler"] },
  { href: "/desk/call-backs", words: "callBacks", for: ["supervisor"] },
  { href: "/desk/assessment", words: "assessment", for: ["supervisor", "operator", "leader", "administrator"] },
  { href: "/desk/directory", words: "directory", for: ["operator"] },
  { href: "/desk/administration", words: "administration", for: ["administrator"] },
];

const open = (actor: Actor) => entries.filter((entry) => entry.for.some((role) => holds(actor, role)));

export async function deskMenu(actor: Actor): Promise<{ href: string; words: string }[]> {
  const t = await getTranslations("desk-menu");
  return open(actor).map(({ href, words }) => ({ href, words: t(words) }));
}

/** Where somebody's work begins; a citizen's, on the public site. */
export function firstDeskPage(actor: Actor): string {
  return open(actor)[0]?.href ?? "/";
}

/** For whom somebody works and as what, beside what they may open. */
export async function deskOf(actor: Actor) {
  const t = await getTranslations("desk-menu");
  const english = (await languageOf()) === "en";
  const [seat] = isPerson(actor) ? await readSeats(db, actor) : [];
  return {
    nav: await deskMenu(actor),
    ...(holds(actor, "leader") && { bar: await leaderBar() }),
    ...(seat && { who: { office: (english && seat.nameEn) || seat.name, role: t(`roles.${seat.role}`) } }),
  };
}

/** A leader works from the phone: four things under the thumb. */
async function leaderBar(): Promise<BarItem[]> {
  const [t, path] = await Promise.all([getTranslations("desk-menu.bar"), pathOf()]);
  const items = [
    { href: "/desk/today", words: t("today"), icon: "house" },
    { href: "/desk/letters", words: t("letters"), icon: "mail" },
    { href: "/desk/posts", words: t("posts"), icon: "pen", filled: true },
    { href: "/me", words: t("me"), icon: "user", own: true },
  ] as const;
  return items.map((item) => ({ ...item, current: isIn(item.href, path) }));
}

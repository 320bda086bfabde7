import type { Grade, LetterKind, LetterVia, OrderChannel, Solved } from "#db/schema/index.ts";
import cases from "./heyuan.json" with { type: "json" };

export interface Place {
  slug: string;
  name: string;
  level: string;
  parent?: string;
}

/** When something happened; `approx` where the public record does not say exactly. */
export interface Moment {
  at: string;
  approx?: boolean;
}

interface Words extends Moment {
  body: string;
}

/** What was said under a post; in an appeal also what was promised and handed over. */
export interface PastWords extends Words {
  author: string;
  pledge_yuan?: number;
  people?: number;
  /** As the record says it: 近3000元. */
  handed_over?: string;
}

export interface PastPost extends Words {
  key: string;
  author: string;
  kind: string;
  prompts?: string[];
  reply?: Words;
  thread?: PastWords[];
  goal_yuan?: number;
  beneficiary?: string;
  beneficiary_region?: string;
  verifier?: string;
  verified?: Moment & { by: string; need: string; public_aid: string };
}

export interface PastComment extends Words {
  key: string;
  post: string;
  author: string;
  prompt?: number;
}

export interface PastLetter {
  key: string;
  via: LetterVia;
  author: string;
  mailbox: string;
  kind: LetterKind;
  title: string;
  body: string;
  sent: Moment;
  accepted: Moment;
  assigned: Moment;
  answered: Moment;
  rated?: Moment;
  lead: string;
  assisting: string[];
  answer: { facts: string; basis: string; done: string; next: string };
  /** 公仆在线 reported on it. */
  exposed?: boolean;
  rating?: { solved: Solved; attitude: Grade; speed: Grade };
  follow_ups?: Words[];
  /** The day from which a suggestion was adopted; the document itself is not in the public record. */
  adoption?: Moment & { result: "adopted" | "partly" | "declined"; what: string; document: string };
  comment?: string;
  accused?: string;
  concerns?: string;
  cosigners_on_paper?: number;
  instruction?: Words & { by: string };
  /** Looked into again and again: every so many days, on both days named and between them. */
  supervision?: { by: string; channel: OrderChannel; every_days: number; from: string; until: string };
}

interface Cases {
  regions: Place[];
  offices: { slug: string; name: string; region: string; parent?: string; supervises?: boolean; triage?: boolean }[];
  leaders: { handle: string; title: string; office: string; opened: string; approx?: boolean }[];
  mailboxes: { slug: string; leader?: string; office?: string }[];
  citizens: string[];
  posts: PastPost[];
  comments: PastComment[];
  letters: PastLetter[];
  scenario_ends: string;
}

/** The river city's own cases, 2009-2011, as the public record has them. */
export const heyuan = cases as unknown as Cases;

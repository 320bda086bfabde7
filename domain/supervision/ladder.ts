import type { LightLevel } from "#db/schema/lights.ts";
import type { OrderChannel, OrderLevel } from "#db/schema/supervision.ts";

/** The ladder from the ground up: 提醒 → 催办 → 督办单 → 约谈 → 通报 → 挂牌. Pure: forms and boards read it too. */
export const levels = ["remind", "urge", "order", "talk", "bulletin", "list"] as const satisfies readonly OrderLevel[];

/** 电话 · 批示 · 实地 · 简报. */
export const channels = ["phone", "note", "onsite", "bulletin"] as const satisfies readonly OrderChannel[];

/** What the timetable does when a light turns; from 约谈 upwards people decide. */
const called: Partial<Record<LightLevel, OrderLevel>> = { amber: "remind", red: "urge", redCard: "order" };

/** The step of the ladder that a turn of the light calls for by itself. */
export const levelFor = (turn: LightLevel): OrderLevel | null => called[turn] ?? null;

export const isAutomatic = (level: OrderLevel): boolean => Object.values(called).includes(level);

/** The timetable's reminding and urging ask nothing; whatever a person sends, and a 督办单, wants an answer by a date. */
export function wantsAnswer({ level, automatic }: { level: OrderLevel; automatic: boolean }): boolean {
  return !automatic || level === "order";
}

export function isBelow(level: OrderLevel, other: OrderLevel): boolean {
  return levels.indexOf(level) < levels.indexOf(other);
}

import { addDays, parseCivilDate, startOf } from "#domain/calendar/civil-date.ts";
import { liftOrder } from "#domain/supervision/lift-order.ts";
import { orderLetter } from "#domain/supervision/order-letter.ts";
import type { Cast } from "./cast.ts";
import type { PastLetter } from "./heyuan.ts";
import type { Rows } from "./past-talk.ts";
import type { Act } from "./play.ts";

const nine = 9 * 3_600_000;

/**
 * 一周一督查: an order on the spot at every visit, each going on from the one before, until what was asked for is done. The
 * record has the rhythm, the days and the outcome; of what was asked and seen at each visit it says nothing.
 */
export function weeklyOrders(
  cast: Cast,
  rows: Rows,
  { key, supervision, follow_ups: results = [] }: PastLetter,
): Act[] {
  if (!supervision) return [];
  const { by, channel, every_days: rhythm } = supervision;
  const supervisor = cast.supervisor(by);
  let last: number | undefined;
  const visits: Act[] = [];
  for (let day = parseCivilDate(supervision.from); day <= supervision.until; day = addDays(day, rhythm)) {
    const words = `一周一督查，第 ${visits.length + 1} 次，实地查看。所问和所见，公开材料未载。`;
    visits.push({
      at: new Date(startOf(day).getTime() + nine),
      approx: true,
      run: async (tx, now) => {
        const asked = { letterId: rows.get(key)!, level: "order" as const, channel, words, after: last };
        last = (await orderLetter(tx, supervisor, asked, now)).id;
      },
    });
  }
  const done = results.at(-1);
  if (!done) return visits;
  const lift: Act = {
    at: new Date(done.at),
    approx: true,
    run: (tx, now) =>
      liftOrder(tx, supervisor, { letterId: rows.get(key)!, orderId: last!, words: `公开材料记：${done.body}` }, now),
  };
  return [...visits, lift];
}

import type { Tx } from "#db/transact.ts";
import type { Now } from "#domain/calendar/now.ts";
import type { Hours, Stretch } from "#domain/directory/hours.ts";
import { addPhone } from "#domain/directory/keep-phone.ts";
import type { Cast } from "../cast.ts";

const officeHours: Stretch[] = [
  ["08:30", "12:00"],
  ["14:30", "17:30"],
];
const allDay: Stretch[] = [["00:00", "24:00"]];

const working: Hours = { week: [1, 2, 3, 4, 5, 6, 7].map((day) => (day <= 5 ? officeHours : [])), holiday: [] };
const always: Hours = { week: Array.from({ length: 7 }, () => allDay), holiday: allDay };

/** No exchange in the city begins with 000: these cannot be anybody's. */
const phones = [
  { office: "jiaotong", label: "办公室", number: "0762-000-1001", hours: working, note: null },
  { office: "jiaotong", label: "值班电话", number: "0762-000-1002", hours: always, note: "节假日也有人值班。" },
  { office: "chengguan", label: "投诉电话", number: "0762-000-1101", hours: always, note: null },
  { office: "zhujian", label: "办公室", number: "0762-000-1201", hours: working, note: null },
  { office: "yuancheng-fu", label: "值班室", number: "0762-000-1301", hours: always, note: null },
  { office: "wangxin", label: "来信咨询", number: "0762-000-1401", hours: working, note: "查进度请先备好信件编号。" },
];

/** A few telephones for the demonstration, each entered by the office's own desk and marked as one that cannot be called. */
export async function enterDemoPhones(tx: Tx, cast: Cast, now: Now): Promise<void> {
  for (const phone of phones) await addPhone(tx, cast.office(phone.office), { ...phone, demo: true }, now);
}

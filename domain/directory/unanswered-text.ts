import { partsOf } from "#domain/calendar/civil-date.ts";
import type { Now } from "#domain/calendar/now.ts";
import { hoursOn, writeStretches } from "./hours.ts";
import type { Phone } from "./phone.ts";

const weekdays = ["一", "二", "三", "四", "五", "六", "日"];

const clockOf = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** What a tap on 没人接 writes, in the language of the record: which number, when, and the hours that were promised. */
export function unansweredText(
  {
    office,
    label,
    number,
    hours,
  }: Pick<Phone, "label" | "number" | "hours"> & { office: { name: string; shortName: string } },
  { at, today, calendar }: Now,
): { title: string; body: string } {
  const { year, month, day, weekday } = partsOf(today);
  const promised = writeStretches(hoursOn(hours, calendar.dayOf(today))).replaceAll(" ", "、");
  const sentences = [
    `${year}年${month}月${day}日（周${weekdays[weekday - 1]}）${clockOf.format(at)}，拨打${office.name}公布的办公电话“${label}”${number}，没有人接。`,
    promised && `公布的接听时间是当天 ${promised}。`,
    "请核实，并保证公布的电话在公布的时间有人接听；号码已经停用的，请更正。",
  ];
  return {
    title: `${office.shortName}公布的电话 ${number} 没有人接`,
    body: `${sentences.filter(Boolean).join("")}\n\n（由办公电话页的“没人接”写成。）`,
  };
}

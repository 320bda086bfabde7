/** A year as an administrator might copy it: the notice for 2027 is not there yet, so that its days are ours. */
const days: [from: string, until: string, kind: "放假" | "上班", name: string][] = [
  ["01-01", "01-03", "放假", "元旦"],
  ["02-05", "02-11", "放假", "春节"],
  ["01-31", "01-31", "上班", "春节"],
  ["02-14", "02-14", "上班", "春节"],
  ["04-03", "04-05", "放假", "清明节"],
  ["05-01", "05-05", "放假", "劳动节"],
  ["04-25", "04-25", "上班", "劳动节"],
  ["05-08", "05-08", "上班", "劳动节"],
  ["06-09", "06-09", "放假", "端午节"],
  ["09-15", "09-15", "放假", "中秋节"],
  ["10-01", "10-07", "放假", "国庆节"],
  ["09-26", "09-26", "上班", "国庆节"],
  ["10-09", "10-09", "上班", "国庆节"],
];

const lines = days.flatMap(([from, until, kind, name]) => {
  const first = Number(from.slice(3));
  return Array.from({ length: Number(until.slice(3)) - first + 1 }, (_, n) => {
    const day = String(first + n).padStart(2, "0");
    return `2027-${from.slice(0, 2)}-${day},${kind},${name}`;
  });
});

export const year2027 = {
  year: 2027,
  notice: "关于 2027 年部分节假日安排的通知（测试用）",
  noticeUrl: "https://www.gov.cn/test/2027.htm",
  days: ["日期,安排,节日", ...lines].join("\n"),
};

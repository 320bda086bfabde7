/** One for each role, so that a demonstration can be walked through from every side. Desks, never people. */
export const demoDesks = {
  citizen: "演示网友",
  leader: "书记席 01",
  operator: "信箱岗 01",
  handler: "承办岗 01",
  triage: "受理岗 01",
  moderator: "审核岗 01",
  supervisor: "督办岗 01",
  editor: "编辑岗 01",
  administrator: "管理岗 01",
} as const;

export type DemoRole = keyof typeof demoDesks;
export const demoRoles = Object.keys(demoDesks) as DemoRole[];

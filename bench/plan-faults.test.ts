import { describe, expect, test } from "vitest";
import { type Explained, faultsOf, type PlanNode, readPlans } from "./plan-faults.ts";

const asked = (Plan: PlanNode, text = "select 1"): Explained => ({ "Query Text": text, Plan, duration: 1 });
const scan = (rows: number, removed = 0): PlanNode => ({
  "Node Type": "Seq Scan",
  "Relation Name": "comments",
  "Actual Rows": rows,
  "Actual Loops": 1,
  "Rows Removed by Filter": removed,
});

describe("what a page must not ask", () => {
  test("a small table may be looked through, a large one not, however little of it is wanted", () => {
    expect(faultsOf([asked(scan(40))])).toEqual([]);
    expect(faultsOf([asked({ "Node Type": "Limit", Plans: [scan(20, 900_000)] })])).toEqual([
      expect.stringMatching(/^Seq Scan over 900020 rows of comments: select 1/),
    ]);
  });

  test("no OFFSET, no sort on the disk", () => {
    const plan: PlanNode = { "Node Type": "Sort", "Sort Space Type": "Disk" };
    expect(faultsOf([asked(plan, "select 1 offset $2")])).toEqual([
      expect.stringMatching(/^OFFSET: select 1 offset/),
      expect.stringMatching(/^spills to disk in Sort: /),
    ]);
  });

  test("not the same for every row", () => {
    expect(faultsOf(Array.from({ length: 9 }, () => asked(scan(1))))).toEqual([
      expect.stringMatching(/^asked 9 times: /),
    ]);
  });
});

test("plans are read out of the server's log, whatever stands between them", () => {
  const log = `2026-11-23 04:00:00 UTC [1] LOG:  duration: 0.412 ms  plan:
\t{
\t  "Query Text": "select \\"a\\" from comments",
\t  "Plan": { "Node Type": "Seq Scan" }
\t}
2026-11-23 04:00:01 UTC [1] LOG:  checkpoint starting
2026-11-23 04:00:02 UTC [2] LOG:  duration: 3.000 ms  plan:
\t{
\t  "Query Text": "select 2",
\t  "Plan": { "Node Type": "Result" }
\t}
`;
  expect(readPlans(log)).toMatchObject([
    { "Query Text": 'select "a" from comments', duration: 0.412 },
    { "Query Text": "select 2", duration: 3 },
  ]);
});

/** A node of what EXPLAIN (ANALYZE, FORMAT JSON) prints. */
export interface PlanNode {
  "Node Type": string;
  "Relation Name"?: string;
  "Actual Rows"?: number;
  "Actual Loops"?: number;
  "Rows Removed by Filter"?: number;
  "Sort Space Type"?: "Memory" | "Disk";
  "Disk Usage"?: number;
  Plans?: PlanNode[];
}

/** A statement that was run, as auto_explain wrote it down. */
export interface Explained {
  "Query Text": string;
  Plan: PlanNode;
  /** Milliseconds. */
  duration: number;
}

/** So many rows may be looked at, without an index and with one: nobody notices, however many there are elsewhere. */
const mostLookedAt = { "Seq Scan": 2_000, other: 10_000 };
/** One statement may be asked for each thing of a kind that a page has a fixed number of, never for each row. */
const mostRepeated = 8;
export const mostStatements = 60;

/** What a page must not ask of a database with ten million rows; each a sentence, none when all is well. */
export function faultsOf(statements: readonly Explained[]): string[] {
  const faults = statements.flatMap((one) => [...faultsOfPlan(one)]);
  const times = Map.groupBy(statements, (one) => one["Query Text"]);
  for (const [text, asked] of times)
    if (asked.length > mostRepeated) faults.push(`asked ${asked.length} times: ${shortened(text)}`);
  if (statements.length > mostStatements) faults.push(`${statements.length} statements`);
  return [...new Set(faults)];
}

function* faultsOfPlan({ "Query Text": text, Plan }: Explained): Generator<string> {
  if (/\boffset\s+(\$\d|\d)/i.test(text)) yield `OFFSET: ${shortened(text)}`;
  for (const node of nodesOf(Plan)) {
    const looked = ((node["Actual Rows"] ?? 0) + (node["Rows Removed by Filter"] ?? 0)) * (node["Actual Loops"] ?? 1);
    const most = node["Node Type"] === "Seq Scan" ? mostLookedAt["Seq Scan"] : mostLookedAt.other;
    if (node["Node Type"].includes("Scan") && looked > most)
      yield `${node["Node Type"]} over ${Math.round(looked)} rows of ${node["Relation Name"]}: ${shortened(text)}`;
    if (node["Sort Space Type"] === "Disk" || (node["Disk Usage"] ?? 0) > 0)
      yield `spills to disk in ${node["Node Type"]}: ${shortened(text)}`;
  }
}

function* nodesOf(node: PlanNode): Generator<PlanNode> {
  yield node;
  for (const below of node.Plans ?? []) yield* nodesOf(below);
}

/** A list of columns tells nothing: what it is read from, and how, does. */
const shortened = (text: string) => {
  const plain = text.replace(/\s+/g, " ");
  return `${plain.slice(0, 60)} … ${plain.slice(Math.max(60, plain.search(/ from "?\w/))).slice(0, 240)}`;
};

/** The plans in a piece of the server's log. Each begins with its duration and goes on in lines set in by a tab. */
export function readPlans(log: string): Explained[] {
  return log.split(/^(?=\S.*LOG: {2}duration: )/m).flatMap((entry) => {
    const [, ms, json] = /LOG: {2}duration: ([\d.]+) ms {2}plan:\s*(\{[\s\S]*?^\t\})/m.exec(entry) ?? [];
    return json
      ? [{ ...(JSON.parse(json.replaceAll(/^\t/gm, "")) as Omit<Explained, "duration">), duration: Number(ms) }]
      : [];
  });
}

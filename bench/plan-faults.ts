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

/** So many rows are looked through without an index and nobody notices, however many there are elsewhere. */
const mostScanned = 2_000;
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
    const name = node["Relation Name"];
    if (node["Node Type"] === "Seq Scan" && looked > mostScanned)
      yield `looks through ${Math.round(looked)} rows of ${name}: ${shortened(text)}`;
    // An index that finds thousands to throw nearly all of them away is none.
    if (
      /Index/.test(node["Node Type"]) &&
      (node["Rows Removed by Filter"] ?? 0) * (node["Actual Loops"] ?? 1) > 10 * mostScanned
    )
      yield `finds and throws away ${node["Rows Removed by Filter"]} rows of ${name}: ${shortened(text)}`;
    if (node["Sort Space Type"] === "Disk" || (node["Disk Usage"] ?? 0) > 0)
      yield `spills to disk in ${node["Node Type"]}: ${shortened(text)}`;
  }
}

function* nodesOf(node: PlanNode): Generator<PlanNode> {
  yield node;
  for (const below of node.Plans ?? []) yield* nodesOf(below);
}

const shortened = (text: string) => text.replace(/\s+/g, " ").slice(0, 160);

/** The plans in a piece of the server's log. Each begins with its duration and goes on in lines set in by a tab. */
export function readPlans(log: string): Explained[] {
  return log.split(/^(?=\S.*LOG: {2}duration: )/m).flatMap((entry) => {
    const [, ms, json] = /LOG: {2}duration: ([\d.]+) ms {2}plan:\s*(\{[\s\S]*?^\t\})/m.exec(entry) ?? [];
    return json
      ? [{ ...(JSON.parse(json.replaceAll(/^\t/gm, "")) as Omit<Explained, "duration">), duration: Number(ms) }]
      : [];
  });
}

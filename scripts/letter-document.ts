import { allSteps, rowOf, type Step } from "#domain/letters/steps.ts";
import states from "#messages/en/letters.json" with { type: "json" };

/** `docs/letter.md`: the table of steps as a diagram and as a table, so that nobody draws it twice. */
export function letterDocument(): string {
  return `# The life of a letter

Printed from \`domain/letters/steps.ts\` by \`npm run docs:letter\`; a test fails when it is out of date.

\`\`\`mermaid
stateDiagram-v2
${[...diagram()].map((line) => `  ${line}`).join("\n")}
\`\`\`

${stateList()}

Where the diagram shows no arrow the step leaves the state as it is.

| step | from | to | by | words | readers see | time |
|---|---|---|---|---|---|---|
${allSteps.map(tableRow).join("\n")}
`;
}

function* diagram(): Generator<string> {
  for (const step of allSteps) {
    const { from, to } = rowOf(step);
    if (to === "same") continue;
    if (to === "back") {
      for (const origin of rowOf("ask").from) yield `clarifying --> ${origin}: ${step}`;
      continue;
    }
    if (from.length === 0) yield `[*] --> ${to}: ${step}`;
    for (const origin of from) yield `${origin} --> ${to}: ${step}`;
  }
  for (const end of ["closed", "refused", "withdrawn"]) yield `${end} --> [*]`;
}

const stateList = (): string =>
  Object.entries(states.states)
    .map(([state, words]) => `- \`${state}\`: ${words}`)
    .join("\n");

function tableRow(step: Step): string {
  const { from, to, by, words, shows, time } = rowOf(step);
  const cells = [
    `\`${step}\``,
    from.length === 0 ? "–" : from.length === 8 ? "any" : from.join(", "),
    to,
    by.join(", "),
    words === "none" ? "" : words,
    shows,
    timeWords(time),
  ];
  return `| ${cells.join(" | ")} |`;
}

function timeWords({ stops, starts, pauses, resumes }: ReturnType<typeof rowOf>["time"]): string {
  const parts = [
    stops && `stops ${stops === "all" ? "every clock" : stops.join(", ")}`,
    pauses && `pauses ${pauses.join(", ")}`,
    resumes && `resumes ${resumes.join(", ")}`,
    starts && `starts ${starts}`,
  ];
  return parts.filter(Boolean).join("; ");
}

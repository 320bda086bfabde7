/** Whether this is a demonstration; the server decides it once at start and says it here to both copies of our modules. */
export function inDemo(): boolean {
  return process.env.GONGPU_DEMO === "1";
}

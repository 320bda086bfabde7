declare module "wawoff2" {
  /** A web font as the TrueType font that it was made from. */
  export function decompress(woff2: Uint8Array): Promise<Uint8Array>;
}

declare module "opentype.js" {
  /** As SVG has them: M, L, Q, C with their points, Z. */
  interface Command {
    type: "M" | "L" | "Q" | "C" | "Z";
    x?: number;
    y?: number;
    x1?: number;
    y1?: number;
    x2?: number;
    y2?: number;
  }

  interface Font {
    unitsPerEm: number;
    /** `size` pixels high, with its baseline at `y`. */
    getPath(text: string, x: number, y: number, size: number, options: object): { commands: Command[] };
    getAdvanceWidth(text: string, size: number, options: object): number;
  }
  const opentype: { parse(ttf: ArrayBuffer, options?: { lowMemory: boolean }): Font };

  export type { Command, Font };
  export default opentype;
}

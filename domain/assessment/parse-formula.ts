/** What a formula may speak of: shares between 0 and 1, and counts that are taken off. */
export const names = ["response", "solved", "satisfaction", "yellow", "red", "orders", "upheld", "broken"] as const;
export type Name = (typeof names)[number];
export type Values = Record<Name, number>;

/** A formula that was understood: it can be reckoned, and says what it speaks of. */
export interface Formula {
  uses: Name[];
  reckon(values: Values): number;
}

/** Where a formula could not be understood, counted in characters from 1, and what stands there; empty at its end. */
export class FormulaProblem extends Error {
  readonly at: number;
  readonly found: string;
  constructor(at: number, found: string) {
    super(`formula, character ${at}: ${found || "the end"}`);
    this.at = at;
    this.found = found;
  }
}

interface Token {
  text: string;
  at: number;
}

type Reckon = (values: Values) => number;

const longest = 400;

/**
 * Understands numbers, the names above, + - * /, brackets, and min and max of two: nothing else, so that a formula out of
 * a form can do nothing but reckon. Throws where it cannot be understood.
 */
export function parseFormula(text: string): Formula {
  if (text.length > longest) throw new FormulaProblem(longest + 1, text.slice(longest, longest + 10));
  const reader = new Reader(tokensOf(text), text.length);
  const reckon = reader.sum();
  reader.end();
  return { uses: names.filter((name) => reader.used.has(name)), reckon };
}

function tokensOf(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = /\s*(?:(\d+(?:\.\d+)?|[a-z]+|[-+*/(),])|(\S))/gy;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [whole, known, strange] = match;
    const at = match.index + whole.length - (known ?? strange ?? "").length + 1;
    if (known === undefined) throw new FormulaProblem(at, strange!);
    tokens.push({ text: known, at });
  }
  return tokens;
}

/** Recursive descent: a sum of products of factors. */
class Reader {
  readonly used = new Set<Name>();
  private place = 0;
  private readonly tokens: readonly Token[];
  private readonly length: number;

  constructor(tokens: readonly Token[], length: number) {
    this.tokens = tokens;
    this.length = length;
  }

  sum(): Reckon {
    let left = this.product();
    for (let sign = this.take("+", "-"); sign; sign = this.take("+", "-")) {
      const [before, after] = [left, this.product()];
      left = sign === "+" ? (values) => before(values) + after(values) : (values) => before(values) - after(values);
    }
    return left;
  }

  private product(): Reckon {
    let left = this.factor();
    for (let sign = this.take("*", "/"); sign; sign = this.take("*", "/")) {
      const [before, after] = [left, this.factor()];
      left = sign === "*" ? (values) => before(values) * after(values) : (values) => before(values) / after(values);
    }
    return left;
  }

  private factor(): Reckon {
    if (this.take("-")) {
      const of = this.factor();
      return (values) => -of(values);
    }
    if (this.take("(")) {
      const inside = this.sum();
      this.need(")");
      return inside;
    }
    const most = this.take("min", "max");
    return most ? this.ofTwo(most === "min" ? Math.min : Math.max) : this.value();
  }

  private ofTwo(choose: (a: number, b: number) => number): Reckon {
    this.need("(");
    const one = this.sum();
    this.need(",");
    const other = this.sum();
    this.need(")");
    return (values) => choose(one(values), other(values));
  }

  private value(): Reckon {
    const token = this.tokens[this.place];
    if (token && /^\d/.test(token.text)) {
      this.place += 1;
      const number = Number(token.text);
      return () => number;
    }
    const name = names.find((one) => one === token?.text);
    if (!name) throw this.problem();
    this.place += 1;
    this.used.add(name);
    return (values) => values[name];
  }

  end(): void {
    if (this.place < this.tokens.length) throw this.problem();
  }

  private take<T extends string>(...wanted: T[]): T | null {
    const found = wanted.find((text) => text === this.tokens[this.place]?.text);
    if (found) this.place += 1;
    return found ?? null;
  }

  private need(text: string): void {
    if (!this.take(text)) throw this.problem();
  }

  private problem(): FormulaProblem {
    const token = this.tokens[this.place];
    return new FormulaProblem(token?.at ?? this.length + 1, token?.text ?? "");
  }
}

/** There is more to render than can be rendered in reasonable time. */
export class Overloaded extends Error {}

interface Waiting {
  since: number;
  begin(): void;
}

/**
 * Lets a few renderings run at a time. Readers who wait for a page come before pages that are renewed in advance; when
 * the first in the row has waited too long, further readers are told so at once instead of waiting as well.
 */
export class Queue {
  readonly #readers: Waiting[] = [];
  readonly #renewals: Waiting[] = [];
  readonly #atOnce: number;
  readonly #patience: number;
  #running = 0;

  constructor(atOnce: number, patience: number) {
    this.#atOnce = atOnce;
    this.#patience = patience;
  }

  async run<T>(work: () => Promise<T>, { reader }: { reader: boolean }): Promise<T> {
    await this.#turn(reader);
    try {
      return await work();
    } finally {
      this.#running -= 1;
      (this.#readers.shift() ?? this.#renewals.shift())?.begin();
    }
  }

  #turn(reader: boolean): Promise<void> {
    if (this.#running < this.#atOnce) {
      this.#running += 1;
      return Promise.resolve();
    }
    const now = performance.now();
    if (reader && now - (this.#readers[0]?.since ?? now) > this.#patience) return Promise.reject(new Overloaded());
    return new Promise((resolve) => {
      const begin = () => {
        this.#running += 1;
        resolve();
      };
      (reader ? this.#readers : this.#renewals).push({ since: now, begin });
    });
  }
}

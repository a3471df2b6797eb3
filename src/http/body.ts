// The body of a response as it arrives: each step returns everything that has come since the last one.

/** Must be read or dropped. Throws the error of a broken connection after all bytes that arrived before it. Leaving the loop drops the rest. */
export interface HttpBody extends AsyncIterable<readonly Buffer[]> {
  /** Closes the connection if the body is not complete. */
  drop(): void;
}

/** Where the body comes from. */
interface Source {
  pause(): void;
  resume(): void;
  abort(reason: Error): void;
}

export interface Arrivals {
  readonly body: HttpBody;
  add(chunk: Buffer): void;
  /** `error`: why there is no more; null if the body is complete. */
  end(error: Error | null): void;
}

/** How much can wait for the reader. The number of chunks counts too, because a server can send one byte in each. */
const WAITING_BYTES = 2 * 1024 ** 2;
const WAITING_CHUNKS = 1024;

/** Far cheaper than a stream, which needs time for each chunk: a video of 1 GB has 16,000. */
export function openArrivals(source: Source): Arrivals {
  let waiting: Buffer[] = [];
  let bytes = 0;
  let over: { readonly error: Error | null } | null = null;
  let wake = (): void => {};

  async function* steps(): AsyncGenerator<readonly Buffer[]> {
    try {
      for (;;) {
        if (waiting.length > 0) yield takeAll();
        else if (over === null) await somethingNew();
        else if (over.error === null) return;
        else throw over.error;
      }
    } finally {
      drop();
    }
  }

  function takeAll(): readonly Buffer[] {
    const chunks = waiting;
    waiting = [];
    bytes = 0;
    source.resume();
    return chunks;
  }

  function somethingNew(): Promise<void> {
    return new Promise((resolve) => {
      wake = resolve;
    });
  }

  function drop(): void {
    waiting = [];
    if (over === null) source.abort(new Error('the rest was not wanted'));
  }

  return {
    body: { [Symbol.asyncIterator]: steps, drop },
    add(chunk) {
      if (chunk.length === 0) return;
      waiting.push(chunk);
      bytes += chunk.length;
      if (bytes >= WAITING_BYTES || waiting.length >= WAITING_CHUNKS) source.pause();
      wake();
    },
    end(error) {
      over = { error };
      wake();
    },
  };
}

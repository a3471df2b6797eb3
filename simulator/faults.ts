// What can go wrong on the way to a service: which calls are affected, and how. One function per fault.
import type { ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { type Answer, type CallName, json } from './wire.ts';

/** "Done": the service carried out the call, and a submit is in `requests`, whatever the client received. */
export type Fault =
  /** Not done; this response instead. A string or Buffer is sent unchanged, anything else as JSON. */
  | {
      readonly kind: 'reply';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
    }
  /** Not done; the connection ends without a response. */
  | { readonly kind: 'drop-before' }
  /** Done; the connection ends without a response. */
  | { readonly kind: 'drop-after' }
  /** Done; the right status and the full content-length, then a `share` (default half) of the body, then the connection ends. */
  | { readonly kind: 'truncate'; readonly share?: number }
  /** No response until the simulator closes; done only with `after`. */
  | { readonly kind: 'hang'; readonly after?: boolean }
  /** Done; the headers immediately, the body in `chunks` (default 8) pieces, with `ms` before each. */
  | { readonly kind: 'slow'; readonly ms: number; readonly chunks?: number }
  /** After `ms`, as usual. */
  | { readonly kind: 'delay'; readonly ms: number }
  /** As usual, but with an encoding that was not requested. */
  | { readonly kind: 'packed'; readonly encoding: 'gzip' | 'br' }
  /** As usual, after interim responses: 100 and 103. */
  | { readonly kind: 'interim' }
  /** As usual, with this many more bytes of headers. */
  | { readonly kind: 'long-head'; readonly bytes: number }
  /** Done; status 200 with truncated JSON. */
  | { readonly kind: 'garbage' }
  /** Done; the usual body with an error status. */
  | { readonly kind: 'relabel'; readonly status: number }
  /** Not done; the HTML error page of a gateway, default 502. */
  | { readonly kind: 'html'; readonly status?: number };

/** One call with a fault. */
export interface Exchange {
  /** Carries out the call. */
  act(): Promise<Answer>;
  send(answer: Answer): Promise<void>;
  /** Sends status and headers only. */
  sendHead(answer: Answer): void;
  readonly response: ServerResponse;
  /** Milliseconds; rejects when the simulator closes. */
  wait(ms: number): Promise<void>;
}

/** Responds to a call, or does not, depending on the fault. Only rejects if the simulator closes or has an error itself. */
export async function strike(fault: Fault, exchange: Exchange): Promise<void> {
  switch (fault.kind) {
    case 'reply':
      return exchange.send(replyOf(fault));
    case 'drop-before':
      return drop(exchange);
    case 'drop-after':
      await exchange.act();
      return drop(exchange);
    case 'truncate':
      return truncate(exchange, fault.share ?? 0.5);
    case 'hang':
      if (fault.after) await exchange.act();
      return;
    case 'slow':
      return trickle(exchange, fault.ms, fault.chunks ?? 8);
    case 'delay':
      await exchange.wait(fault.ms);
      return exchange.send(await exchange.act());
    case 'packed':
      return exchange.send(await packed(await exchange.act(), fault.encoding));
    case 'interim':
      exchange.response.writeContinue();
      exchange.response.writeEarlyHints({ link: '</policy>; rel=preload' });
      return exchange.send(await exchange.act());
    case 'long-head':
      exchange.response.setHeader('x-policy', Array<string>(Math.ceil(fault.bytes / 1000)).fill('x'.repeat(990)));
      return exchange.send(await exchange.act());
    case 'garbage':
      await exchange.act();
      return exchange.send({ ...json(200, null), body: Buffer.from('{"request_id":"') });
    case 'relabel':
      return exchange.send({ ...(await exchange.act()), status: fault.status });
    case 'html':
      return exchange.send(gatewayPage(fault.status ?? 502));
  }
}

function replyOf({ status, headers, body }: Extract<Fault, { kind: 'reply' }>): Answer {
  const plain = body === undefined ? '' : body;
  const answer =
    typeof plain === 'string' || Buffer.isBuffer(plain)
      ? { status, headers: { 'content-type': 'text/plain' }, body: Buffer.from(plain) }
      : json(status, plain);
  return { ...answer, headers: { ...answer.headers, ...headers } };
}

function drop({ response }: Exchange): void {
  response.destroy();
}

async function truncate({ act, sendHead, response }: Exchange, share: number): Promise<void> {
  const answer = await act();
  const bytes = await whole(answer);
  sendHead({ ...answer, headers: { ...answer.headers, 'content-length': String(bytes.length) } });
  // The callback waits until the first part is sent: an earlier end would drop it, including the headers.
  response.write(bytes.subarray(0, Math.ceil(bytes.length * share)), () => response.destroy());
}

async function trickle({ act, sendHead, response, wait }: Exchange, ms: number, chunks: number): Promise<void> {
  const answer = await act();
  const bytes = await whole(answer);
  sendHead({ ...answer, headers: { ...answer.headers, 'content-length': String(bytes.length) } });
  response.flushHeaders();
  const size = Math.max(1, Math.ceil(bytes.length / chunks));
  for (let start = 0; start < bytes.length && !response.destroyed; start += size) {
    await wait(ms);
    response.write(bytes.subarray(start, start + size));
  }
  response.end();
}

async function packed(answer: Answer, encoding: 'gzip' | 'br'): Promise<Answer> {
  const bytes = await whole(answer);
  const body = encoding === 'gzip' ? gzipSync(bytes) : brotliCompressSync(bytes);
  const headers = { ...answer.headers, 'content-encoding': encoding, 'content-length': String(body.length) };
  return { ...answer, headers, body };
}

function whole({ body }: Answer): Buffer | Promise<Buffer> {
  return Buffer.isBuffer(body) ? body : buffer(body);
}

function gatewayPage(status: number): Answer {
  const page = `<!DOCTYPE html>
<html lang="en-US"><head><title>runcomfy.net | ${status}: Bad gateway</title></head>
<body><h1>Error ${status}</h1><p>The web server reported a gateway error.</p><p>Ray ID: 8f2d1c0a9b</p></body></html>
`;
  return {
    status,
    headers: { 'content-type': 'text/html; charset=UTF-8', server: 'cloudflare' },
    body: Buffer.from(page),
  };
}

/** The faults that wait for their calls. Faults with the same call name apply in turn, each when the previous one is used up. */
export class FaultPlan {
  readonly #waiting = new Map<CallName, { readonly fault: Fault; times: number; skip: number }[]>();

  /** Applies to the next `times` calls of this name after `skip` more. */
  add(name: CallName, fault: Fault, times = 1, skip = 0): void {
    this.#waiting.set(name, [...(this.#waiting.get(name) ?? []), { fault, times, skip }]);
  }

  /** The fault for a new call; null if there is none. */
  next(name: CallName): Fault | null {
    const line = this.#waiting.get(name) ?? [];
    const first = line[0];
    if (!first) return null;
    if (first.skip > 0) {
      first.skip -= 1;
      return null;
    }
    first.times -= 1;
    if (first.times <= 0) line.shift();
    return first.fault;
  }
}

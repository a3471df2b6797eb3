// Numbers in readable form: times, sizes, money.

/** `850 ms`, `12.4 s`, `10m`, `2m 05s`, `1h 02m`. */
export function duration(ms: number): string {
  if (Math.round(ms) < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${Math.floor(ms / 100) / 10} s`;
  const seconds = Math.floor(ms / 1000);
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return seconds % 60 === 0 ? `${minutes}m` : `${minutes}m ${pad(seconds % 60)}s`;
  return minutes % 60 === 0 ? `${minutes / 60}h` : `${Math.floor(minutes / 60)}h ${pad(minutes % 60)}m`;
}

/** `512 B`, `13.4 KB`, `1.2 GB`; powers of 1,024, as the inputs count. */
export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  let value = bytes / 1024;
  for (const unit of ['KB', 'MB']) {
    if (value < 999.5) return `${value < 9.95 ? value.toFixed(1) : Math.round(value)} ${unit}`;
    value /= 1024;
  }
  return `${value.toFixed(1)} GB`;
}

/** `$0.06`, `$1.20`, `$0.0035`. */
export function usd(amount: number): string {
  const digits = amount !== 0 && Math.abs(amount) < 0.1 && !Number.isInteger(Math.round(amount * 1e6) / 1e4) ? 4 : 2;
  return `$${amount.toFixed(digits)}`;
}

/** A sum of money, rounded to a millionth of a dollar, without the noise of binary fractions. */
export function sumUsd(amounts: readonly number[]): number {
  return Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 1e6) / 1e6;
}

/** `1 image`, `2 images`. */
export function counted(count: number, noun: string): string {
  return `${grouped(count)} ${noun}${count === 1 ? '' : 's'}`;
}

/** `20,000`. By hand, because loading the locale data takes 20 ms at every start. */
export function grouped(number: number): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, ',');
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}

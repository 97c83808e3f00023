/** One thing that an image must hold. */
export interface Verdict {
  readonly name: string;
  readonly passed: boolean;
  readonly measured: string;
  readonly limit: string;
}

/** A share, 0 to 1. */
export function percent(value: number): string {
  return `${(value * 100).toFixed(1)} %`;
}

export function atLeast(name: string, value: number, limit: number, format: (value: number) => string): Verdict {
  return { name, passed: value >= limit, measured: format(value), limit: `≥ ${format(limit)}` };
}

export function atMost(name: string, value: number, limit: number, format: (value: number) => string): Verdict {
  return { name, passed: value <= limit, measured: format(value), limit: `≤ ${format(limit)}` };
}

/** Stable codes of what can be wrong with a request. */
export type ProblemCode =
  | "bad-parameter"
  | "bad-body"
  | "bad-cursor"
  | "confirmation-missing"
  | "not-found"
  | "too-large"
  | "unauthenticated"
  | "internal";

const statuses: Readonly<Record<ProblemCode, number>> = {
  "bad-parameter": 400,
  "bad-body": 400,
  "bad-cursor": 400,
  "confirmation-missing": 428,
  "not-found": 404,
  "too-large": 413,
  unauthenticated: 401,
  internal: 500,
};

/** A request that cannot be answered; becomes the problem details of RFC 9457. */
export class Problem extends Error {
  public override readonly name = "Problem";
  public readonly code: ProblemCode;
  public readonly status: number;

  public constructor(code: ProblemCode, detail: string) {
    super(detail);
    this.code = code;
    this.status = statuses[code];
  }

  /** The answer, as `application/problem+json`. */
  public toResponse(): Response {
    const body = {
      type: `urn:snaplabel:problem:${this.code}`,
      title: this.code,
      status: this.status,
      detail: this.message,
    };
    return Response.json(body, { status: this.status, headers: { "content-type": "application/problem+json" } });
  }
}

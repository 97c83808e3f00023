/** The API could not answer a request. */
export class ApiProblem extends Error {
  public override readonly name = "ApiProblem";
  /** The stable code, see api/problem.ts. */
  public readonly code: string;

  public constructor(code: string, detail: string, options?: ErrorOptions) {
    super(detail, options);
    this.code = code;
  }
}

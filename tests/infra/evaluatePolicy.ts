/** One statement as IAM reads it. */
export interface PolicyStatement {
  readonly Effect: "Allow" | "Deny";
  readonly Action?: string | readonly string[];
  readonly NotAction?: readonly string[];
  readonly Resource?: string | readonly string[];
  readonly Condition?: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
}

/** A request that somebody makes. */
export interface Request {
  readonly action: string;
  readonly resource: string;
  /** Values of condition keys. */
  readonly context?: Readonly<Record<string, string>>;
}

/**
 * Decides as IAM does within one account: an explicit denial wins, then any allowance, else it is denied. Knows the
 * condition operators that the program uses, and throws for others.
 * Source: https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html
 */
export function evaluatePolicy(statements: readonly PolicyStatement[], request: Request): "allowed" | "denied" {
  const effects = statements.filter((statement) => applies(statement, request)).map(({ Effect }) => Effect);
  return effects.includes("Allow") && !effects.includes("Deny") ? "allowed" : "denied";
}

function applies(statement: PolicyStatement, request: Request): boolean {
  const { Action = [], NotAction, Resource = "*", Condition = {} } = statement;
  const named = list(NotAction ?? Action).some((pattern) => like(pattern.toLowerCase(), request.action.toLowerCase()));
  return (
    named === (NotAction === undefined) &&
    list(Resource).some((pattern) => like(pattern, request.resource)) &&
    Object.entries(Condition).every(([operator, keys]) => Object.entries(keys).every(holds(operator, request)))
  );
}

function holds(operator: string, { context = {} }: Request) {
  return ([key, wanted]: [string, string | readonly string[]]): boolean => {
    const value = context[key];
    // A key that the request lacks meets no condition.
    if (value === undefined) return false;
    if (["StringEquals", "Bool", "ArnEquals"].includes(operator)) return list(wanted).includes(value);
    if (["StringLike", "ArnLike"].includes(operator)) return list(wanted).some((pattern) => like(pattern, value));
    throw new Error(`condition operator: expected one that is known here, got "${operator}"; add it`);
  };
}

function list(value: string | readonly string[]): readonly string[] {
  return typeof value === "string" ? [value] : value;
}

/** "*" stands for any text, "?" for any character. */
function like(pattern: string, text: string): boolean {
  const expression = pattern
    .replace(/[.+^${}()|[\]\\]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${expression}$`, "s").test(text);
}

/** Why a picture was refused. Stable: stored in results, counted in metrics, shown by the API. */
export type RejectionCode =
  | "empty"
  | "not-an-image"
  | "unsupported-format"
  | "truncated"
  | "corrupt"
  | "zero-sized"
  | "too-many-pixels"
  | "too-many-bytes";

/** Base of all that the handler throws on purpose; `retryable` tells whether another attempt can help. */
export abstract class ClassificationError extends Error {
  public abstract readonly code: string;
  public abstract readonly retryable: boolean;
}

/** The bytes are no picture that can be classified. A result of its own (status `rejected`), never a crash. */
export class RejectedImageError extends ClassificationError {
  public override readonly name = "RejectedImageError";
  public readonly retryable = false; // the same bytes are as bad next time
  public readonly code: RejectionCode;

  public constructor(code: RejectionCode, message: string, options?: ErrorOptions) {
    super(`image: ${message}`, options);
    this.code = code;
  }
}

/** The object cannot be read and will not be readable next time either (gone, forbidden). */
export class UnreadableObjectError extends ClassificationError {
  public override readonly name = "UnreadableObjectError";
  public readonly retryable = false;
  public readonly code: string;

  public constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}

/** The event is none that the handler knows. Not retryable: it would be as unknown next time. */
export class UnknownEventError extends ClassificationError {
  public override readonly name = "UnknownEventError";
  public readonly retryable = false;
  public readonly code = "unknown-event";
}

/** A field of the manifest is wrong, or disagrees with the model file. `field` is its path, like "input.layout". */
export class ManifestError extends Error {
  public override readonly name = "ManifestError";
  public readonly field: string;

  public constructor(field: string, problem: string, options?: ErrorOptions) {
    super(`manifest: ${field}: ${problem}`, options);
    this.field = field;
  }
}

/** The model answered with something that is not a number. */
export class ModelOutputError extends Error {
  public override readonly name = "ModelOutputError";

  public constructor(index: number, value: number) {
    super(`logits[${index}]: expected a finite number, got ${value}; check the manifest's mean, scale and layout`);
  }
}

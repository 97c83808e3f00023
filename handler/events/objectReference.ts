/** One created object, as an event or a caller names it. */
export interface ObjectReference {
  readonly bucket: string;
  /** The key itself, decoded. */
  readonly key: string;
  readonly versionId?: string;
  readonly etag?: string;
  /** Bytes, as the event states them. */
  readonly size?: number;
  /** Order of the events of one key, see normalizeSequencer; missing when a caller names the object. */
  readonly sequencer?: string;
  /** When the object was created, ISO 8601. */
  readonly createdAt?: string;
}

/**
 * Decodes an object key of an S3 notification: like a form field, with "+" for a space and %XX for UTF-8 bytes.
 * Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 * (EventBridge events carry the key as it is and must not be decoded.)
 */
export function decodeObjectKey(encoded: string): string {
  const spaced = encoded.replaceAll("+", " ");
  try {
    return decodeURIComponent(spaced);
  } catch {
    // Only a sender that does not encode at all makes a stray "%": its key is then what it wrote.
    return encoded;
  }
}

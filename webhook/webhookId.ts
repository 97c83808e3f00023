/** Key of the item that holds an image's webhook. The colon keeps it apart from images, which the API reads by id. */
export function webhookId(imageId: string): string {
  return `webhook:${imageId}`;
}

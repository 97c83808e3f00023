/**
 * Turns EXIF's date into ISO 8601.
 * @param dateTime - "YYYY:MM:DD HH:MM:SS", as EXIF DateTimeOriginal writes it (CIPA DC-008, 4.6.5).
 * @param offset - "+HH:MM" of OffsetTimeOriginal, if the camera wrote one.
 * @returns for example "2021-07-04T12:30:00+02:00", without a zone where none is known; undefined for anything else,
 *   such as the zeros and blanks of cameras whose clock was never set.
 */
export function captureTime(dateTime: string | undefined, offset?: string): string | undefined {
  const parts = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})/.exec(dateTime ?? "");
  if (!parts) return undefined;
  const [, year, month, day, time] = parts;
  const zone = /^[+-]\d{2}:\d{2}$/.exec(offset ?? "")?.[0] ?? "";
  const text = `${year}-${month}-${day}T${time}`;
  const date = new Date(`${text}Z`);
  // Date rolls 31 February over to March: only a text that comes back unchanged is a date.
  return Number.isFinite(date.getTime()) && date.toISOString().startsWith(text) ? text + zone : undefined;
}

const [firstSeconds, longestSeconds] = [30, 3600];

/**
 * Seconds until the next attempt: twice as many after each, an hour at most; half of it by chance, so that receivers
 * which come back are not met by everybody at once.
 * @param attempts - that have failed, from 1 on.
 * @param random - from 0 to 1.
 */
export function backOff(attempts: number, random: number = Math.random()): number {
  return Math.round(Math.min(firstSeconds * 2 ** (attempts - 1), longestSeconds) * (0.5 + random / 2));
}

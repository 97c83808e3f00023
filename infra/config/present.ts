type Present<Keys> = { [Key in keyof Keys as undefined extends Keys[Key] ? never : Key]: Keys[Key] } & {
  [Key in keyof Keys as undefined extends Keys[Key] ? Key : never]?: Exclude<Keys[Key], undefined>;
};

/** Leaves out what is not set, instead of setting it to undefined. */
export function present<Keys extends object>(keys: Keys): Present<Keys> {
  return Object.fromEntries(Object.entries(keys).filter(([, value]) => value !== undefined)) as Present<Keys>;
}

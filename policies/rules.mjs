import { deadLettersWatched } from "./rules/deadLettersWatched.mjs";
import { encryptedAtRest } from "./rules/encryptedAtRest.mjs";
import { imageByDigest } from "./rules/imageByDigest.mjs";
import { logsExpire } from "./rules/logsExpire.mjs";
import { noManagedAdministrator } from "./rules/noManagedAdministrator.mjs";
import { noSecretsInPlain } from "./rules/noSecretsInPlain.mjs";
import { noWildcardAction } from "./rules/noWildcardAction.mjs";
import { privateBuckets } from "./rules/privateBuckets.mjs";
import { transportEncrypted } from "./rules/transportEncrypted.mjs";

/** What no stack may do. */
export const rules = [
  deadLettersWatched,
  encryptedAtRest,
  imageByDigest,
  logsExpire,
  noManagedAdministrator,
  noSecretsInPlain,
  noWildcardAction,
  privateBuckets,
  transportEncrypted,
];

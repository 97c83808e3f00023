import type { KeyReader } from "./readKeys.ts";
import type { DevelopersConfig } from "./stackConfig.ts";

const iamName = /^[\w+=,.@-]{1,64}$/;

/** Reads who gets a developer's policy: names of users, groups and roles that exist; undefined where nobody is named. */
export function readDevelopers(keys: KeyReader): DevelopersConfig | undefined {
  const developers = {
    users: keys.list("developerUsers", iamName, "the name of an IAM user"),
    groups: keys.list("developerGroups", iamName, "the name of an IAM group"),
    roles: keys.list("developerRoles", iamName, "the name of an IAM role"),
  };
  return Object.values(developers).some(({ length }) => length > 0) ? developers : undefined;
}

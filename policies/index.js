import { PolicyPack } from "@pulumi/policy";
import { rules } from "./rules.mjs";

new PolicyPack("snaplabel", { policies: rules });

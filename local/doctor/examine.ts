/** What a check sees of the computer; tests give it another one. */
export interface Computer {
  readonly nodeVersion: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Runs a program: what it printed; undefined when it is missing, failed, or did not answer. */
  readonly run: (program: string, ...args: readonly string[]) => Promise<string | undefined>;
}

/** What a check found; `cure` is missing where all is well. */
export interface Finding {
  readonly name: string;
  readonly found: string;
  readonly cure?: string;
  /** Which part of the work cannot go on without the cure. */
  readonly stops?: "all" | "deploying" | "building";
}

type Check = (computer: Computer) => Promise<Finding>;

/** Looks at everything that the work needs, from the laptop to the account; nothing is changed. */
export function examine(computer: Computer): Promise<Finding[]> {
  return Promise.all([node, docker, buildx, pulumi, region, credentials, concurrency].map((check) => check(computer)));
}

const node: Check = async ({ nodeVersion }) => {
  const [major = 0, minor = 0] = nodeVersion.replace(/^v/, "").split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 20))
    return { name: "Node", found: nodeVersion, cure: "install Node 24: https://nodejs.org", stops: "all" };
  // The first one that leaves types out by itself, which Pulumi.yaml counts on.
  if (major < 22 || (major === 22 && minor < 18))
    return {
      name: "Node",
      found: nodeVersion,
      cure: "install Node 22.18 or later to run the Pulumi program",
      stops: "deploying",
    };
  return { name: "Node", found: nodeVersion };
};

const docker: Check = async ({ run }) => {
  const version = await run("docker", "info", "--format", "{{.ServerVersion}}");
  if (version) return { name: "Docker", found: version };
  const client = await run("docker", "--version");
  const cure = client ? "start Docker" : "install Docker: https://docs.docker.com/get-docker/";
  return {
    name: "Docker",
    found: client ? "installed, but its daemon does not answer" : "missing",
    cure,
    stops: "building",
  };
};

const buildx: Check = async ({ run }) => {
  const version = await run("docker", "buildx", "version");
  if (version) return { name: "BuildKit", found: version.split(" ")[1] ?? version };
  return {
    name: "BuildKit",
    found: "missing",
    cure: "install buildx: https://github.com/docker/buildx",
    stops: "building",
  };
};

const pulumi: Check = async ({ run }) => {
  const version = await run("pulumi", "version");
  if (!version)
    return {
      name: "Pulumi",
      found: "missing",
      cure: "install it: https://www.pulumi.com/docs/install/",
      stops: "deploying",
    };
  const who = await run("pulumi", "whoami", "--non-interactive");
  if (who) return { name: "Pulumi", found: `${version}, logged in as ${who}` };
  return {
    name: "Pulumi",
    found: `${version}, not logged in`,
    cure: "pulumi login, or pulumi login s3://your-bucket",
    stops: "deploying",
  };
};

const region: Check = async ({ environment, run }) => {
  const found =
    environment["AWS_REGION"] ?? environment["AWS_DEFAULT_REGION"] ?? (await run("aws", "configure", "get", "region"));
  if (found) return { name: "AWS region", found };
  return { name: "AWS region", found: "none", cure: "pulumi config set aws:region eu-central-1", stops: "deploying" };
};

const credentials: Check = async ({ run }) => {
  if (!(await run("aws", "--version")))
    return {
      name: "AWS credentials",
      found: "no AWS command line to ask",
      cure: "install it: https://aws.amazon.com/cli/",
      stops: "deploying",
    };
  const who = await run("aws", "sts", "get-caller-identity", "--query", "Arn", "--output", "text");
  if (!who)
    return {
      name: "AWS credentials",
      found: "none that AWS takes",
      cure: "aws configure sso, or set AWS_PROFILE",
      stops: "deploying",
    };
  if (!who.endsWith(":root")) return { name: "AWS credentials", found: who };
  return {
    name: "AWS credentials",
    found: who,
    cure: "use a user or a role: never the account's root",
    stops: "deploying",
  };
};

/** A new account may run 10 functions at once: maximumConcurrency and what else runs there share that. */
const concurrency: Check = async ({ run }) => {
  const query = ["--query", "AccountLimit.ConcurrentExecutions", "--output", "text"];
  const limit = await run("aws", "lambda", "get-account-settings", ...query);
  const name = "Lambda quota";
  if (!limit) return { name, found: "not known without credentials" };
  if (Number(limit) >= 100) return { name, found: `${limit} at once` };
  return {
    name,
    found: `${limit} at once`,
    cure: `keep maximumConcurrency below ${limit}, or ask for more in Service Quotas`,
  };
};

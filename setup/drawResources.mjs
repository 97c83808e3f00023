// Draws the resources of a stack from its state, as a page with a Mermaid diagram: components as boxes, what they are made of
// inside, and an arrow from each component to those that it uses. Usage: pulumi stack export | node setup/drawResources.mjs
import { text } from "node:stream/consumers";
import { fileURLToPath } from "node:url";

const heading = `# Resources of a stack

Made from the engine's state, after \`pulumi up\` of dev with its defaults; \`npm run test:engine\` compares it. To make it anew:
\`pulumi stack export --stack dev | node setup/drawResources.mjs > docs/resources.md\`.

`;

/**
 * @param {readonly { urn: string, type: string, parent?: string, dependencies?: readonly string[] }[]} resources - as in the state.
 * @returns the page, the same for the same resources in whatever order they stand.
 */
export function drawResources(resources) {
  const components = resources.filter((resource) => componentOf(resource, resources) === resource.urn).toSorted(byName);
  const children = new Map(
    components.map(({ urn }) => [urn, resources.filter((child) => componentOf(child, resources) === urn)]),
  );
  const boxes = components.map(({ urn, type }) =>
    box(
      type,
      children.get(urn).filter((child) => child.urn !== urn),
    ),
  );
  const arrows = components.flatMap(({ urn, type }) =>
    [...usedBy(urn, children.get(urn), resources)].map((used) => `  ${boxName(type)} --> ${boxName(used)}`),
  );
  return `${heading}\`\`\`mermaid\nflowchart LR\n${[...boxes, ...[...new Set(arrows)].toSorted()].join("\n")}\n\`\`\`\n`;
}

const byName = (a, b) => (a.type < b.type ? -1 : 1);
const boxName = (type) => type.split(":").at(-1);

/** The outermost component that a resource stands in, itself included. */
function componentOf({ urn, type, parent }, resources) {
  const above = resources.find((candidate) => candidate.urn === parent);
  const outer = above && componentOf(above, resources);
  return outer ?? (type.startsWith("snaplabel:infra:") ? urn : undefined);
}

/** Types of the components whose resources a component's resources depend on. */
function usedBy(urn, children, resources) {
  const used = new Set(children.flatMap(({ dependencies = [] }) => dependencies));
  const owners = [...used].map((dependency) => {
    const resource = resources.find((candidate) => candidate.urn === dependency);
    return resource && componentOf(resource, resources);
  });
  return new Set(
    owners.filter((owner) => owner && owner !== urn).map((owner) => owner.split("::")[2].split("$").at(-1)),
  );
}

function box(type, children) {
  const counts = new Map();
  for (const child of children) {
    if (child.type.startsWith("snaplabel:")) continue;
    const [service, name] = [child.type.split(":")[1].split("/")[0], child.type.split(":").at(-1)];
    counts.set(`${service} ${name}`, (counts.get(`${service} ${name}`) ?? 0) + 1);
  }
  const lines = [...counts].toSorted().map(([name, count]) => (count > 1 ? `${count} × ${name}` : name));
  return `  ${boxName(type)}["<b>${boxName(type)}</b><br>${lines.join("<br>")}"]`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { deployment } = JSON.parse(await text(process.stdin));
  process.stdout.write(drawResources(deployment.resources));
}

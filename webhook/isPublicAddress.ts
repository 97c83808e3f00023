import ipaddr from "ipaddr.js";

/**
 * Tells whether an IP address belongs to the public internet: not private, loopback, link-local (where clouds keep their
 * credentials), shared, multicast, reserved, nor a form of IPv6 that carries any of these.
 * @param address - of IPv4 or IPv6, see the registries of https://www.iana.org/assignments/iana-ipv4-special-registry
 */
export function isPublicAddress(address: string): boolean {
  // A zone index belongs to link-local addresses only.
  return ipaddr.isValid(address) && !address.includes("%") && ipaddr.process(address).range() === "unicast";
}

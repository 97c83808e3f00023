import type { Own, VipsImage } from "./vipsImage.ts";

/**
 * Converts a picture to 8-bit sRGB without alpha: profiles applied, CMYK by its own or the generic profile,
 * grey and 16 bits widened or narrowed, transparent pixels over white.
 */
export function toSrgb(image: VipsImage, own: Own): VipsImage {
  const rgb = isPlainSrgb(image) ? image : own(convertColours(image));
  return rgb.hasAlpha() ? own(rgb.flatten({ background: [255, 255, 255] })) : rgb;
}

/** What nearly every photo is: converting it to what it is costs half a millisecond. */
function isPlainSrgb(image: VipsImage): boolean {
  const eightBitSrgb = image.interpretation === "srgb" && image.format === "uchar" && image.bands === 3;
  return eightBitSrgb && !needsProfile(image);
}

function convertColours(image: VipsImage): VipsImage {
  if (image.interpretation === "cmyk")
    return image.iccTransform("srgb", { input_profile: "cmyk", embedded: profileOf(image) !== undefined });
  return needsProfile(image) ? applyProfile(image) : image.colourspace("srgb");
}

function profileOf(image: VipsImage): Uint8Array | undefined {
  return image.getTypeof("icc-profile-data") === 0 ? undefined : image.getBlob("icc-profile-data");
}

function needsProfile(image: VipsImage): boolean {
  const profile = profileOf(image);
  return profile !== undefined && !isSrgb(profile);
}

/** A damaged profile must not cost the picture: its pixels are then read as sRGB, as browsers do. */
function applyProfile(image: VipsImage): VipsImage {
  try {
    return image.iccTransform("srgb", { embedded: true });
  } catch {
    return image.colourspace("srgb");
  }
}

/** Profiles name themselves in their description: nearly every camera's says sRGB, and is then left alone. */
function isSrgb(profile: Uint8Array): boolean {
  const text = Buffer.from(profile.subarray(0, 4096)).toString("latin1").replaceAll("\0", "");
  return /sRGB/i.test(text);
}

import type { Own, VipsImage } from "./vipsImage.ts";

/**
 * Converts a picture to 8-bit sRGB without alpha: profiles applied, CMYK by its own or the generic profile,
 * grey and 16 bits widened or narrowed, transparent pixels over white.
 */
export function toSrgb(image: VipsImage, own: Own): VipsImage {
  const rgb = convertColours(image, own);
  return rgb.hasAlpha() ? own(rgb.flatten({ background: [255, 255, 255] })) : rgb;
}

function convertColours(image: VipsImage, own: Own): VipsImage {
  const profile = image.getTypeof("icc-profile-data") === 0 ? undefined : image.getBlob("icc-profile-data");
  if (image.interpretation === "cmyk")
    return own(image.iccTransform("srgb", { input_profile: "cmyk", embedded: profile !== undefined }));
  if (profile && !isSrgb(profile)) return own(applyProfile(image));
  // What nearly every photo is: converting it to what it is costs half a millisecond.
  const plain = image.interpretation === "srgb" && image.format === "uchar" && image.bands === 3;
  return plain ? image : own(image.colourspace("srgb"));
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
  const text = new TextDecoder("latin1").decode(profile.subarray(0, 4096)).replaceAll("\0", "");
  return /sRGB/i.test(text);
}

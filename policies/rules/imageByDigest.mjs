export const imageByDigest = {
  name: "image-by-digest",
  description: "Functions run an image by its digest.",
  enforcementLevel: "mandatory",
  validateResource: ({ type, props }, report) => {
    if (type !== "aws:lambda/function:Function" || typeof props.imageUri !== "string") return;
    if (!/@sha256:[0-9a-f]{64}$/.test(props.imageUri))
      report(`imageUri: expected a digest, got "${props.imageUri}"; a tag can move after its image was tested`);
  },
};

"""Makes the reference values of the tests: Pillow's resize, and the model's logits under Python's onnxruntime.

Usage: python make.py    (packages: requirements.txt)
Writes pillow.json and logits.json beside this file.
"""

import base64
import json
import pathlib

import numpy
import onnxruntime
from PIL import Image, ImageOps

here = pathlib.Path(__file__).parent
root = here.parent.parent
FILTERS = {"bicubic": Image.Resampling.BICUBIC, "bilinear": Image.Resampling.BILINEAR}


def pattern(width, height):
    index = numpy.arange(width * height * 3, dtype=numpy.int64)
    return ((index * index * 7 + index * 13) % 256).astype("u1").reshape(height, width, 3)


def pillow_cases():
    sizes = [((13, 9), (5, 4)), ((40, 30), (20, 15)), ((7, 5), (16, 11)), ((64, 3), (9, 9)), ((33, 47), (33, 12))]
    for name, filter_ in FILTERS.items():
        for source, target in sizes:
            pixels = numpy.asarray(Image.fromarray(pattern(*source)).resize(target, filter_))
            yield {"filter": name, "from": source, "to": target, "pixels": pixels.flatten().tolist()}


def preprocess(path, manifest):
    """Full decode, alpha over white, antialiased bicubic to the shorter side, centre crop: no shortcut taken."""
    image = ImageOps.exif_transpose(Image.open(path))
    if image.mode in ("RGBA", "LA", "P"):
        image = image.convert("RGBA")
        image = Image.alpha_composite(Image.new("RGBA", image.size, "white"), image)
    image = image.convert("RGB")
    side, size = manifest["input"]["resize"]["side"], manifest["input"]["width"]
    scale = side / min(image.size)
    # Half up, as JavaScript's Math.round: Python's round() goes to the even number.
    image = image.resize(tuple(int(length * scale + 0.5) for length in image.size), FILTERS["bicubic"])
    left, top = ((length - size) // 2 for length in image.size)
    pixels = numpy.asarray(image.crop((left, top, left + size, top + size)), "f4")
    mean, divisor = (numpy.array(manifest["input"][name], "f4") for name in ("mean", "scale"))
    return ((pixels - mean) / divisor).transpose(2, 0, 1)[None]


def photos():
    folders = [root / "test_images", root / "golden" / "photos", root / "tests" / "photos"]
    return sorted(path for folder in folders for path in folder.iterdir() if path.suffix in (".jpg", ".png", ".webp"))


def open_session(manifest):
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    return onnxruntime.InferenceSession(root / "model" / manifest["file"], options)


def reference_logits():
    manifest = json.loads((root / "model" / "manifest.json").read_text())
    session = open_session(manifest)
    for path in photos():
        (logits,) = session.run(["logits"], {"input": preprocess(path, manifest)})
        half = base64.b64encode(logits[0].astype("<f2").tobytes()).decode()
        yield str(path.relative_to(root)), half


if __name__ == "__main__":
    (here / "pillow.json").write_text(json.dumps(list(pillow_cases()), separators=(",", ":")) + "\n")
    (here / "logits.json").write_text(json.dumps(dict(reference_logits()), indent=0) + "\n")

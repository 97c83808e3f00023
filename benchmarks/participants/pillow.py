"""Python's onnxruntime behind Pillow, one thread, full decode: answers like answerRequests.ts. Usage: pillow.py MODEL"""

import io
import json
import resource
import sys
import time

import numpy
import onnxruntime
from PIL import Image

options = onnxruntime.SessionOptions()
options.intra_op_num_threads = 1
session = onnxruntime.InferenceSession(sys.argv[1], options)

for line in sys.stdin:
    start = time.perf_counter()
    with open(line.strip(), "rb") as file:
        image = Image.open(io.BytesIO(file.read())).convert("RGB")
    decoded = time.perf_counter()
    scale = 256 / min(image.size)
    image = image.resize(tuple(round(length * scale) for length in image.size), Image.Resampling.BICUBIC)
    left, top = ((length - 224) // 2 for length in image.size)
    pixels = numpy.asarray(image.crop((left, top, left + 224, top + 224)), "f4")
    tensor = numpy.ascontiguousarray(((pixels - 127) / 128).transpose(2, 0, 1)[None])
    prepared = time.perf_counter()
    (logits,) = session.run(["logits"], {"input": tensor})
    inferred = time.perf_counter()
    times = {"decode": decoded - start, "preprocess": prepared - decoded, "inference": inferred - prepared,
             "whole": inferred - start}
    answer = {name: seconds * 1000 for name, seconds in times.items()}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({**answer, "best": int(logits.argmax()), "peakMegabytes": peak}), flush=True)
